package io.quantkit.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.synthetic.BlockBootstrap.Kind;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockBootstrapTest {

  private static Panel panel() {
    return SyntheticBars.of(
            LocalDate.of(2021, 1, 1),
            LocalDate.of(2021, 3, 1),
            Timeframe.HOUR_1,
            TradingCalendar.xnys())
        .withSteps(5, 3)
        .panel(
            Symbols.of("A", "B"),
            CorrelatedPaths.of(
                List.of(
                    new GeometricBrownianMotion(100, 0, 0.5),
                    new GeometricBrownianMotion(20, 0, 0.3)),
                CorrelationMatrix.uniform(2, 0.5)),
            1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"MOVING", "CIRCULAR"})
  void fixedBlocksRunOnFromTheirStart(Kind kind) {
    int[] drawn = new BlockBootstrap(kind, 7).positions(100, 1000, 3);

    for (int i = 0; i < drawn.length; i++) {
      int expected = (drawn[i - i % 7] + i % 7) % 100;
      assertThat(drawn[i]).isEqualTo(expected).isBetween(0, 99);
      if (kind == Kind.MOVING && i % 7 > 0) {
        assertThat(drawn[i]).isGreaterThan(drawn[i - 1]);
      }
    }
  }

  @Test
  void stationaryBlocksAreGeometricAndEveryObservationIsAsLikely() {
    int[] drawn = new BlockBootstrap(Kind.STATIONARY, 10).positions(50, 200_000, 4);
    ZScore breaks = new ZScore("a new block", 0.1 * 49 / 50);
    int[] counts = new int[50];
    for (int i = 1; i < drawn.length; i++) {
      breaks.add(drawn[i] == (drawn[i - 1] + 1) % 50 ? 0 : 1);
      counts[drawn[i]]++;
    }
    breaks.check();
    for (int count : counts) {
      // Blocks make counts vary about 2 * 10 times as much as independent draws would.
      assertThat((count - 4000) / Math.sqrt(4000.0 * 19)).isBetween(-4.5, 4.5);
    }
  }

  /** Politis and Romano: the stationary bootstrap's mean is that of the sample, at any length. */
  @Test
  void meansOfResamplesSurroundTheMeanOfTheSample() {
    double[] sample = new double[60];
    double sum = 0;
    for (int i = 0; i < sample.length; i++) {
      sample[i] = Math.sin(i) + i * 0.01;
      sum += sample[i];
    }
    ZScore mean = new ZScore("mean", sum / 60);
    for (int seed = 0; seed < 4000; seed++) {
      double total = 0;
      for (double value : new BlockBootstrap(Kind.STATIONARY, 5).resample(sample, 30, seed)) {
        total += value;
      }
      mean.add(total / 30);
    }
    mean.check();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyBarHasGapShapeAndVolumeOfOneThatWas(Kind kind) {
    Panel source = panel();
    BlockBootstrap bootstrap = new BlockBootstrap(kind, 6);
    Panel drawn = bootstrap.resample(source, 5);
    int[] from = bootstrap.positions(source.rows() - 1, source.rows() - 1, 5);

    assertThat(drawn.rows()).isEqualTo(source.rows());
    for (int t = 1; t < drawn.rows(); t++) {
      int row = from[t - 1] + 1;
      assertThat(drawn.start(t)).isEqualTo(source.start(t));
      for (int s = 0; s < 2; s++) {
        double was = source.close(row - 1, s);
        double is = drawn.close(t - 1, s);
        assertThat(drawn.open(t, s) / is).isCloseTo(source.open(row, s) / was, within(1e-14));
        assertThat(drawn.high(t, s) / is).isCloseTo(source.high(row, s) / was, within(1e-14));
        assertThat(drawn.low(t, s) / is).isCloseTo(source.low(row, s) / was, within(1e-14));
        assertThat(drawn.close(t, s) / is).isCloseTo(source.close(row, s) / was, within(1e-14));
        assertThat(drawn.volume(t, s)).isEqualTo(source.volume(row, s));
      }
    }
  }

  @Test
  void symbolsWithoutABarInADrawnRowHaveNone() {
    Panel whole = panel();
    BarSeries a = whole.series(Symbol.of("A"));
    BarSeries b = whole.series(Symbol.of("B"));
    Panel late = Panel.align(List.of(a, b.slice(100, b.size())));
    BlockBootstrap bootstrap = new BlockBootstrap(Kind.CIRCULAR, 9);
    Panel drawn = bootstrap.resample(late, 2);
    int[] from = bootstrap.positions(late.rows() - 1, late.rows() - 1, 2);

    assertThat(drawn.rows()).isEqualTo(late.rows());
    for (int t = 1; t < late.rows(); t++) {
      assertThat(drawn.trading(t, 0)).isTrue();
      assertThat(drawn.trading(t, 1)).isEqualTo(from[t - 1] + 1 > 100);
    }
  }

  @Test
  void oneSeriesIsDrawnAsAPanelOfOne() {
    Panel whole = panel();
    BarSeries a = whole.series(Symbol.of("A"));
    BlockBootstrap bootstrap = new BlockBootstrap(Kind.STATIONARY, 10);
    BarSeries alone = bootstrap.resample(a, 7);
    Panel both = bootstrap.resample(whole, 7);

    for (int i = 0; i < alone.size(); i++) {
      assertThat(alone.close(i)).isEqualTo(both.close(i, 0));
    }
    assertThat(alone.bar(0)).isEqualTo(a.bar(0));
  }

  @Test
  void refusesHistoriesThatAreTooShort() {
    assertThatThrownBy(() -> new BlockBootstrap(Kind.MOVING, 10).positions(9, 5, 1))
        .hasMessage("observations must be at least 10, was 9");
    assertThatThrownBy(() -> new BlockBootstrap(Kind.CIRCULAR, 0))
        .hasMessage("blockLength must be at least 1, was 0");
    assertThatThrownBy(() -> new BlockBootstrap(Kind.CIRCULAR, 3).resample(panel().slice(0, 1), 1))
        .hasMessage("there must be at least 2 rows, was 1");
  }
}
