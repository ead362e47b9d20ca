package io.quantkit.features.indicator.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.check.LookAheadCheck;
import io.quantkit.features.check.ParityCheck;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.check.WarmupCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CandlePatternTest {

  @ParameterizedTest
  @EnumSource(CandleKind.class)
  void eachPatternObeysTheLaws(CandleKind kind) {
    CandlePattern pattern = CandlePattern.of(kind);
    new LookAheadCheck(1).check(pattern, SampleBars.hostile(200, 1)).assertClean();
    new ParityCheck(1).check(pattern, SampleBars.hostile(300, 2)).assertClean();
    new WarmupCheck().check(pattern, grid(300, 3)).assertClean();
  }

  @ParameterizedTest
  @EnumSource(CandleKind.class)
  void aReportFitsWhatIsSaidOfThePattern(CandleKind kind) {
    boolean up = false;
    boolean down = false;
    int strongest = 0;
    for (Signal.Outcome outcome :
        kind.signal(CandleSettings.TA_LIB, kind.usualPenetration()).outcomes()) {
      up |= outcome.value() > 0;
      down |= outcome.value() < 0;
      strongest = Math.max(strongest, Math.abs(outcome.value()));
    }
    assertThat(strongest).isEqualTo(kind.strongest());
    assertThat(kind.bias())
        .isIn(
            up && down
                ? List.of(CandleBias.EITHER)
                : up
                    ? List.of(CandleBias.BULLISH, CandleBias.NEUTRAL)
                    : List.of(CandleBias.BEARISH));
  }

  @Test
  void onePassEqualsOneByOne() {
    for (BarSeries bars : List.of(grid(3000, 5), SampleBars.hostile(3000, 6))) {
      double[][] all = CandlePatterns.all().over(bars);
      for (CandleKind kind : CandleKind.values()) {
        assertThat(all[kind.ordinal()])
            .as(kind.toString())
            .isEqualTo(CandlePattern.of(kind).over(bars)[0]);
      }
    }
  }

  @Test
  void blocksAndSingleBarsMayAlternate() {
    SplittableRandom random = new SplittableRandom(9);
    for (BarSeries bars : List.of(grid(2000, 7), SampleBars.hostile(2000, 8))) {
      CandlePatterns all = CandlePatterns.all();
      double[][] expected = all.over(bars);
      double[][] out = new double[expected.length][bars.size()];
      FeatureKernel kernel = all.start();
      int t = 0;
      while (t < bars.size()) {
        int end = Math.min(bars.size(), t + 1 + random.nextInt(random.nextBoolean() ? 3 : 400));
        if (random.nextBoolean()) {
          kernel.update(bars, t, end, out);
        } else {
          for (int s = t; s < end; s++) {
            kernel.update(0, bars.open(s), bars.high(s), bars.low(s), bars.close(s), Double.NaN);
            for (int o = 0; o < out.length; o++) {
              out[o][s] = kernel.value(o);
            }
          }
        }
        if (random.nextBoolean()) {
          kernel = kernel.copy();
        }
        t = end;
      }
      assertSame(out, expected);
    }
  }

  @Test
  void aReportDependsOnNothingBeforeTheWarmup() {
    BarSeries bars = grid(1500, 10);
    CandlePatterns all = CandlePatterns.all();
    double[][] whole = all.over(bars);
    for (int from = 1; from < 1400; from += 97) {
      double[][] part = all.over(bars.slice(from, bars.size()));
      for (int o = 0; o < whole.length; o++) {
        int warmup = all.warmup(o);
        assertThat(Arrays.copyOfRange(part[o], warmup, part[o].length))
            .isEqualTo(Arrays.copyOfRange(whole[o], from + warmup, bars.size()));
      }
    }
  }

  @Test
  void bodiesThatShareOneEndAreReportedAs80() {
    double[][] candles = {{10, 12, 7, 8}, {10, 12, 7, 8}, {8, 11.5, 7.5, 11}};
    assertThat(last(CandlePattern.of(CandleKind.ENGULFING), candles)).isEqualTo(80);
    assertThat(last(CandlePattern.of(CandleKind.ENGULFING, CandleSettings.TA_LIB_0_4), candles))
        .isZero();
    candles[2] = new double[] {7.5, 11.5, 7.2, 11};
    assertThat(last(CandlePattern.of(CandleKind.ENGULFING), candles)).isEqualTo(100);
    assertThat(last(CandlePattern.of(CandleKind.ENGULFING, CandleSettings.TA_LIB_0_4), candles))
        .isEqualTo(100);
    candles[2] = new double[] {8, 11.5, 7.2, 10};
    assertThat(last(CandlePattern.of(CandleKind.ENGULFING), candles)).isZero();
  }

  @Test
  void aHikkakeIsConfirmedOnce() {
    double[][] candles = {
      {5, 6, 4, 5},
      {5, 6, 4, 5},
      {5, 6, 4, 5},
      {5, 10, 2, 6},
      {6, 8, 4, 6},
      {6, 7, 3, 4},
      {4, 7.5, 3.5, 7},
      {7, 9, 6, 8.5},
      {8, 9.5, 7, 9},
    };
    double[] hikkake = CandlePattern.of(CandleKind.HIKKAKE).over(bars(candles))[0];
    assertThat(Arrays.copyOfRange(hikkake, 5, 9)).containsExactly(100, 0, 200, 0);
  }

  @Test
  void settingsChangeLimitsWarmupAndName() {
    CandleSettings settings =
        CandleSettings.TA_LIB.withDoji(new CandleSetting(CandleMeasure.RANGE, 0, 0.05));
    CandlePattern doji = CandlePattern.of(CandleKind.DOJI, settings);
    assertThat(doji.warmup()).isZero();
    assertThat(doji.outputs().get(0)).hasToString("candle_doji_1_bodydoji-range-0-0.05");
    assertThat(doji.over(bars(new double[][] {{10, 12, 8, 10.2}, {10, 12, 8, 10.3}}))[0])
        .containsExactly(100, 0);
    assertThat(new CandlePattern(CandleKind.MAT_HOLD, 0.25).outputs().get(0))
        .hasToString("candle_mat-hold_5x0.25_raw");
    CandleSettings slow =
        CandleSettings.TA_LIB.withBodies(
            new CandleSetting(CandleMeasure.BODY, 100, 1),
            new CandleSetting(CandleMeasure.SHADOWS, 3, 1));
    CandlePattern pattern = CandlePattern.of(CandleKind.EVENING_STAR, slow);
    assertThat(pattern.warmup()).isEqualTo(102);
    new WarmupCheck().check(pattern, grid(500, 3)).assertClean();
    new ParityCheck(2).check(CandlePatterns.all(slow), SampleBars.hostile(600, 4)).assertClean();
  }

  @Test
  void signOfZeroAndHugePricesMakeNoDifference() {
    CandlePattern doji = CandlePattern.of(CandleKind.DOJI);
    FeatureKernel kernel = doji.start();
    FeatureKernel spinning = CandlePattern.of(CandleKind.SPINNING_TOP).start();
    for (int t = 0; t < 12; t++) {
      kernel.update(t, 0.0, 0.0, -0.0, -0.0, 1);
      spinning.update(t, 0.0, 0.0, -0.0, -0.0, 1);
    }
    assertThat(kernel.value(0)).isEqualTo(100);
    assertThat(spinning.value(0)).isZero();
    BarSeries bars = grid(400, 12);
    double[][] small = CandlePatterns.all().over(bars);
    assertSame(CandlePatterns.all().over(scaled(bars, 0x1p1000)), small);
  }

  @Test
  void flatPricesAreDojisAndNothingElseThatHasABody() {
    double[][] flat = new double[40][];
    Arrays.fill(flat, new double[] {5, 5, 5, 5});
    double[][] all = CandlePatterns.all().over(bars(flat));
    for (CandleKind kind : CandleKind.values()) {
      assertThat(all[kind.ordinal()][39])
          .as(kind.toString())
          .isEqualTo(kind == CandleKind.DOJI ? 100 : 0);
    }
  }

  @Test
  void seriesShorterThanTheWarmupHaveNoReports() {
    assertThat(CandlePatterns.all().over(bars(new double[0][]))).hasNumberOfRows(61);
    for (double[] one : CandlePatterns.all().over(bars(new double[][] {{1, 2, 0.5, 1.5}}))) {
      assertThat(one).containsExactly(Double.NaN);
    }
  }

  @Test
  void badParametersAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CandlePattern(CandleKind.MAT_HOLD, -0.1))
        .withMessage("penetration must be finite and at least 0, was -0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CandlePattern(CandleKind.MAT_HOLD, Double.NaN))
        .withMessage("penetration must be finite and at least 0, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CandlePattern(CandleKind.DOJI, 0.3))
        .withMessage("penetration must be 0 for DOJI, was 0.3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CandleSetting(CandleMeasure.BODY, -1, 1))
        .withMessage("period must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CandleSetting(CandleMeasure.BODY, 1, Double.NaN))
        .withMessage("factor must be finite and at least 0, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CandlePatterns(List.of()))
        .withMessage("there must be at least 1 pattern, was 0");
    CandlePattern doji = CandlePattern.of(CandleKind.DOJI);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CandlePatterns(List.of(doji, doji)))
        .withMessageStartingWith("patterns must be distinct, were ");
  }

  private static void assertSame(double[][] actual, double[][] expected) {
    assertThat(actual.length).isEqualTo(expected.length);
    for (int o = 0; o < expected.length; o++) {
      assertThat(actual[o]).as(CandleKind.values()[o].toString()).isEqualTo(expected[o]);
    }
  }

  private static double last(CandlePattern pattern, double[][] candles) {
    return pattern.over(bars(candles))[0][candles.length - 1];
  }

  private static BarSeries bars(double[][] candles) {
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("CANDLES"), Timeframe.DAY_1);
    for (int t = 0; t < candles.length; t++) {
      double[] c = candles[t];
      builder.add(2L * t, 2L * t + 1, c[0], c[1], c[2], c[3], 1);
    }
    return builder.build();
  }

  private static BarSeries scaled(BarSeries bars, double factor) {
    List<double[]> candles = new ArrayList<>();
    for (int t = 0; t < bars.size(); t++) {
      candles.add(
          new double[] {
            bars.open(t) * factor,
            bars.high(t) * factor,
            bars.low(t) * factor,
            bars.close(t) * factor
          });
    }
    return bars(candles.toArray(new double[0][]));
  }

  /** Candles on a coarse grid, where ends and sizes are often equal. */
  private static BarSeries grid(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] candles = new double[size][];
    int open = 1000;
    for (int t = 0; t < size; t++) {
      open = Math.max(100, open + random.nextInt(-3, 4));
      int close = open + random.nextInt(-6, 7) * random.nextInt(0, 2);
      int high = Math.max(open, close) + random.nextInt(0, 3) * random.nextInt(0, 3);
      int low = Math.min(open, close) - random.nextInt(0, 3) * random.nextInt(0, 3);
      candles[t] = new double[] {open, high, low, close};
      open = close;
    }
    return bars(candles);
  }
}
