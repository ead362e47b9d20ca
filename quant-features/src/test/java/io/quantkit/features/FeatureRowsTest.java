package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.series.Panel;
import io.quantkit.features.catalogue.FeatureCatalogue;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.indicator.momentum.Rsi;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureRowsTest {

  @Test
  void everyFeatureOfTheCatalogueIsThatOfTheFeaturePanel() {
    Panel panel = SampleBars.gappyPanel(5, 330, 2);
    List<Feature> features = FeatureCatalogue.features();
    FeaturePanel expected = FeaturePanel.of(panel, features);
    FeatureRows rows = FeatureRows.of(panel, features);
    assertThat(rows.names()).isEqualTo(expected.names());
    assertThat(rows.symbols()).isEqualTo(panel.symbols());
    for (int row = 0; row < panel.rows(); row++) {
      rows.next(panel.row(row));
      assertThat(rows.row()).isEqualTo(row);
      for (int s = 0; s < 5; s++) {
        for (int o = 0; o < rows.names().size(); o++) {
          assertThat(Double.doubleToLongBits(rows.value(s, o)))
              .as("%s, row %d, symbol %d", rows.names().get(o), row, s)
              .isEqualTo(Double.doubleToLongBits(expected.value(row, s, o)));
        }
      }
    }
  }

  @Test
  void everyInputIsRead() {
    Panel panel = SampleBars.gappyPanel(3, 150, 3);
    for (Input input : Input.values()) {
      FeaturePanel expected = FeaturePanel.of(panel, List.of(new Rsi(9, input)));
      FeatureRows rows = FeatureRows.of(panel, List.of(new Rsi(9, input)));
      for (int row = 0; row < panel.rows(); row++) {
        rows.next();
        for (int s = 0; s < 3; s++) {
          assertThat(Double.valueOf(rows.value(s, 0)))
              .isEqualTo(Double.valueOf(expected.value(row, s, 0)));
        }
      }
    }
  }

  @Test
  void mistakesAreNamed() {
    Panel panel = SampleBars.panel(2, 30, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureRows.of(panel, List.of(new Rsi(9), new Rsi(9))))
        .withMessage("two outputs have the name tech_rsi_9_raw");
    FeatureRows rows = FeatureRows.of(panel, List.of(new Rsi(9)));
    rows.next(panel.row(0));
    assertThatThrownBy(() -> rows.next(panel.row(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("row 1 of the panel became known at ");
    FeatureRows ended = FeatureRows.of(panel.slice(0, 0), List.of(new Rsi(9)));
    assertThatThrownBy(ended::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is no row after the last one, -1");
  }
}
