package io.quantkit.features.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Labels;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardReturnsTest {
  private static final double NO = Double.NaN;
  private static final Panel PANEL =
      Panel.align(
          List.of(
              series("A", 100, 110, 121, 60.5, 66),
              series("B", 50, 55, NO, 44, 33),
              series("M", 10, 11, 12, 13, 14)));

  @Test
  void entersAfterTheDelayAndLeavesAfterTheHorizon() {
    Labels labels = ForwardReturns.of(1, 2).over(PANEL);
    assertThat(labels.size()).isEqualTo(5);
    assertThat(labels.time(0)).isEqualTo(PANEL.knownAt(0));
    assertThat(labels.symbol(0)).isEqualTo(Symbol.of("A"));
    assertThat(labels.value(0)).isCloseTo(60.5 / 110 - 1, within(1e-15));
    assertThat(labels.intervalStart(0)).isEqualTo(PANEL.knownAt(1));
    assertThat(labels.intervalEnd(0)).isEqualTo(PANEL.knownAt(3));
    assertThat(labels.value(1)).isCloseTo(44 / 55.0 - 1, within(1e-15));
  }

  @Test
  void withoutDelayTheIntervalBeginsAtTheDecision() {
    Labels labels = ForwardReturns.of(0, 1).over(PANEL);
    assertThat(labels.intervalStart(0)).isEqualTo(labels.time(0));
    assertThat(labels.intervalEnd(0)).isEqualTo(PANEL.knownAt(1));
    assertThat(labels.value(0)).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void noLabelWhereABarIsMissing() {
    Labels labels = ForwardReturns.of(0, 1).over(PANEL);
    int ofB = 0;
    for (int i = 0; i < labels.size(); i++) {
      ofB += labels.symbolIndex(i) == 1 ? 1 : 0;
    }
    assertThat(ofB).isEqualTo(2);
  }

  @Test
  void logReturnsAndExcessOverABenchmark() {
    Labels labels =
        ForwardReturns.of(0, 1)
            .kind(ForwardReturns.Kind.LOG)
            .against(new Against.Benchmark(Symbol.of("M")))
            .over(PANEL);
    assertThat(labels.value(0))
        .isCloseTo(Math.log(110.0 / 100) - Math.log(11.0 / 10), within(1e-15));
    assertThat(labels.value(2)).isZero();
  }

  @Test
  void crossSectionalLabelsOfAPeriodAddUpToZero() {
    Labels labels = ForwardReturns.of(0, 1).against(new Against.CrossSection()).over(PANEL);
    double sum = labels.value(0) + labels.value(1) + labels.value(2);
    assertThat(labels.time(2)).isEqualTo(labels.time(0));
    assertThat(sum).isCloseTo(0, within(1e-15));
  }

  @Test
  void onlyMembersAreLabelledWhenAUniverseIsGiven() {
    Universe universe =
        Universe.builder()
            .add(Instrument.equity("A"))
            .add(Instrument.equity("B"), PANEL.knownAt(1), Long.MAX_VALUE)
            .add(Instrument.index("M"))
            .build();
    Labels labels = ForwardReturns.of(0, 1).over(PANEL, universe);
    assertThat(labels.size()).isEqualTo(5);
    for (int i = 0; i < labels.size(); i++) {
      assertThat(labels.symbolIndex(i)).isLessThan(2);
    }
  }

  @Test
  void rejectsWhatMakesNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ForwardReturns.of(-1, 1))
        .withMessage("delayBars must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ForwardReturns.of(0, 0))
        .withMessage("horizonBars must be at least 1, was 0");
  }

  private static BarSeries series(String symbol, double... closes) {
    BarSeries.Builder builder = BarSeries.builder(Symbol.of(symbol), Timeframe.DAY_1);
    for (int t = 0; t < closes.length; t++) {
      if (!Double.isNaN(closes[t])) {
        builder.add(10L * t, 10L * t + 5, NO, NO, NO, closes[t], NO);
      }
    }
    return builder.build();
  }
}
