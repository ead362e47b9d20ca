package io.quantkit.core.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final long DAY = 86_400_000_000_000L;
  private static final double NO = Double.NaN;

  @Test
  void keepsPricesAboveABound() {
    Panel panel = panel(new double[][] {{4, 6}, {5, 5}, {9, NO}}, 100);
    Membership membership = Membership.of(panel, Screen.priceAbove(5));

    assertThat(membership.members(0)).isEqualTo(Symbols.of("C"));
    assertThat(membership.members(1)).isEqualTo(Symbols.of("A"));
    assertThat(membership.contains(1, 0)).isTrue();
  }

  @Test
  void membersHoldFromWhenTheirRowIsKnown() {
    Panel panel = panel(new double[][] {{4, 6}, {6, 4}}, 100);
    Membership membership = Membership.of(panel, Screen.priceAbove(5));

    assertThat(membership.membersAt(DAY / 2 - 1)).isEmpty();
    assertThat(membership.membersAt(DAY / 2)).isEqualTo(Symbols.of("B"));
    assertThat(membership.membersAt(DAY + DAY / 2 - 1)).isEqualTo(Symbols.of("B"));
    assertThat(membership.contains(Symbol.of("A"), DAY + DAY / 2)).isTrue();
    assertThat(membership.contains(Symbol.of("Z"), DAY + DAY / 2)).isFalse();
    assertThat(membership.rows()).isEqualTo(2);
  }

  @Test
  void averagesDollarVolumeOverTheSymbolsOwnBars() {
    Panel panel = panel(new double[][] {{1, NO, 2, 3}, {5, 5, 5, NO}}, 100);
    Metric metric = Metric.averageDollarVolume(2);

    assertThat(metric.value(panel, 0, 0)).isNaN();
    assertThat(metric.value(panel, 1, 0)).isNaN();
    assertThat(metric.value(panel, 2, 0)).isEqualTo(150);
    assertThat(metric.value(panel, 3, 0)).isEqualTo(250);
    assertThat(metric.value(panel, 3, 1)).isNaN();
  }

  @Test
  void keepsTheLargestAndOfEqualsTheFirst() {
    Panel panel = panel(new double[][] {{7}, {9}, {7}, {7}, {NO}, {1}}, 100);

    assertThat(Membership.of(panel, Metric.close().top(3)).members(0))
        .isEqualTo(Symbols.of("A", "B", "C"));
    assertThat(Membership.of(panel, Metric.close().top(99)).members(0)).hasSize(5);
    assertThatIllegalArgumentException().isThrownBy(() -> Metric.close().top(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Metric.averageDollarVolume(0));
  }

  @Test
  void oneAfterTheOtherIsNotBothAtOnce() {
    Panel panel = panel(new double[][] {{9}, {8}, {3}}, 100);
    Metric small = (rows, row, symbol) -> -rows.close(row, symbol);
    Screen above = Screen.priceAbove(5);

    assertThat(Membership.of(panel, above.then(small.top(1))).members(0))
        .isEqualTo(Symbols.of("B"));
    assertThat(Membership.of(panel, above.and(small.top(1))).members(0)).isEmpty();
    assertThat(Membership.of(panel, small.top(1).and(above)).members(0)).isEmpty();
  }

  @Test
  void asksForHistory() {
    Panel panel = panel(new double[][] {{1, 1, 1}, {NO, 1, 1}}, 100);
    Membership membership = Membership.of(panel, Screen.minimumHistory(2));

    assertThat(membership.members(1)).isEqualTo(Symbols.of("A"));
    assertThat(membership.members(2)).isEqualTo(Symbols.of("A", "B"));
  }

  @Test
  void considersOnlyWhoBelongs() {
    Panel panel = panel(new double[][] {{9, 9}, {8, 8}}, 100);
    Universe universe =
        Universe.builder().add(Instrument.equity("A"), 0, DAY).add(Instrument.equity("B")).build();
    Membership membership = Membership.of(panel, Metric.close().top(1), universe);

    assertThat(membership.members(0)).isEqualTo(Symbols.of("A"));
    assertThat(membership.members(1)).isEqualTo(Symbols.of("B"));
  }

  @Property(tries = 100)
  void laterRowsChangeNothing(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] closes = new double[8][30];
    for (double[] one : closes) {
      for (int t = 0; t < one.length; t++) {
        one[t] = random.nextInt(5) == 0 && t > 0 ? NO : 1 + 10 * random.nextDouble();
      }
    }
    Panel panel = panel(closes, 100);
    Screen screen =
        Screen.priceAbove(3)
            .and(Screen.minimumHistory(4))
            .then(Metric.averageDollarVolume(3).top(3));
    int cut = random.nextInt(1, panel.rows());
    Membership all = Membership.of(panel, screen);
    Membership early = Membership.of(panel.slice(0, cut), screen);

    for (int row = 0; row < cut; row++) {
      assertThat(early.members(row)).isEqualTo(all.members(row));
      assertThat(all.members(row).size()).isLessThanOrEqualTo(3);
    }
  }

  /** Returns a panel of symbols A, B, ... with a row a day, each known at noon. */
  static Panel panel(double[][] closes, double volume) {
    List<BarSeries> series = new ArrayList<>();
    for (int s = 0; s < closes.length; s++) {
      BarSeries.Builder builder =
          BarSeries.builder(Symbol.of(String.valueOf((char) ('A' + s))), Timeframe.DAY_1);
      for (int t = 0; t < closes[s].length; t++) {
        double c = closes[s][t];
        if (!Double.isNaN(c)) {
          builder.add(t * DAY, t * DAY + DAY / 2, c, c, c, c, volume);
        }
      }
      series.add(builder.build());
    }
    return Panel.align(series);
  }
}
