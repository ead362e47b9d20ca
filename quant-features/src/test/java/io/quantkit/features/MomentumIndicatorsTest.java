package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.indicator.momentum.Bop;
import io.quantkit.features.indicator.momentum.ChandeMomentum;
import io.quantkit.features.indicator.momentum.Cmo;
import io.quantkit.features.indicator.momentum.ConnorsRsi;
import io.quantkit.features.indicator.momentum.Dpo;
import io.quantkit.features.indicator.momentum.EfficiencyRatio;
import io.quantkit.features.indicator.momentum.ElderRay;
import io.quantkit.features.indicator.momentum.Kdj;
import io.quantkit.features.indicator.momentum.Kst;
import io.quantkit.features.indicator.momentum.Mfi;
import io.quantkit.features.indicator.momentum.PsychologicalLine;
import io.quantkit.features.indicator.momentum.Rmi;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.momentum.Stochastic;
import io.quantkit.features.indicator.momentum.StochasticFast;
import io.quantkit.features.indicator.momentum.UltimateOscillator;
import io.quantkit.features.indicator.momentum.WilliamsR;
import io.quantkit.features.indicator.trend.Aroon;
import io.quantkit.features.indicator.trend.Begin;
import io.quantkit.features.indicator.trend.Cci;
import io.quantkit.features.indicator.trend.CorrelationTrend;
import io.quantkit.features.indicator.trend.Ichimoku;
import io.quantkit.features.indicator.trend.MacdExtended;
import io.quantkit.features.indicator.trend.ParabolicSar;
import io.quantkit.features.indicator.trend.ParabolicSarExtended;
import io.quantkit.features.indicator.trend.ParabolicSarExtended.Acceleration;
import io.quantkit.features.indicator.trend.PriceOscillator;
import io.quantkit.features.indicator.trend.SuperTrend;
import io.quantkit.features.indicator.trend.SwingIndex;
import org.junit.jupiter.api.Test;

/** Values that can be told without another library, and what is refused. */
class MomentumIndicatorsTest {
  private static final double NONE = Double.NaN;

  @Test
  void sumsAndSmoothedOscillatorsOfChandeDiffer() {
    double[] x = {1, 2, 4, 3, 3};
    assertThat(new ChandeMomentum(2).over(x))
        .containsExactly(NONE, NONE, 100, 100 * (1.0 / 3), -100);
    assertThat(new Cmo(2).over(x)[3]).isEqualTo(100.0 * (0.75 - 0.5) / 1.25);
  }

  @Test
  void momentumOfOneStepIsTheRelativeStrengthIndex() {
    double[] x = SampleBars.numbers(300, 5);
    assertThat(new Rmi(14, 1).over(x))
        .usingElementComparator(MomentumIndicatorsTest::close)
        .containsExactly(new Rsi(14).over(x));
  }

  @Test
  void straightLinesAreFullyEfficientAndCorrelatedWithTime() {
    double[] x = {1, 2, 3, 4, 5};
    assertThat(new EfficiencyRatio(3).over(x)).containsExactly(NONE, NONE, NONE, 1, 1);
    assertThat(new CorrelationTrend(3).over(x)[4]).isEqualTo(1);
    assertThat(new PsychologicalLine(4).over(x)[4]).isEqualTo(100);
    assertThat(new Dpo(3, 2).over(x)[4]).isEqualTo(-1);
  }

  @Test
  void streaksAreRanked() {
    double[] rising = {1, 2, 3, 4, 5, 6};
    double[] crsi = new ConnorsRsi(2, 2, 3).over(rising);
    assertThat(crsi[3]).isNaN();
    // Prices and streaks only rise; every rate of change is the lowest so far.
    assertThat(crsi[4]).isEqualTo(200.0 / 3);
  }

  @Test
  void flatPricesHaveTheConventionalValues() {
    BarSeries flat = bars(new double[][] {{5, 5, 5, 5}, {5, 5, 5, 5}, {5, 5, 5, 5}, {5, 5, 5, 5}});
    assertThat(new WilliamsR(2).over(flat)[0]).containsExactly(NONE, 0, 0, 0);
    assertThat(new StochasticFast(2, 2).over(flat)[1]).containsExactly(NONE, NONE, 0, 0);
    assertThat(new Cci(2).over(flat)[0]).containsExactly(NONE, 0, 0, 0);
    assertThat(new Bop().over(flat)[0]).containsExactly(0, 0, 0, 0);
    assertThat(new Mfi(2).over(flat)[0]).containsExactly(NONE, NONE, 0, 0);
    assertThat(new UltimateOscillator(1, 2, 3).over(flat)[0]).containsExactly(NONE, NONE, NONE, 0);
    assertThat(new Aroon(2).over(flat)[Aroon.UP]).containsExactly(NONE, NONE, 100, 100);
    assertThat(new Kdj(2, 3).over(flat)[Kdj.J]).containsExactly(NONE, 50, 50, 50);
    assertThat(new ChandeMomentum(2).over(new double[] {5, 5, 5})).containsOnly(NONE);
  }

  @Test
  void tinyFlowsCountUnlessALeastFlowIsAskedFor() {
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("A"), Timeframe.DAY_1);
    for (int t = 0; t < 4; t++) {
      builder.add(2L * t, 2L * t + 1, 1 + t, 1 + t, 1 + t, 1 + t, 1e-6);
    }
    assertThat(new Mfi(2).over(builder.build())[0][3]).isEqualTo(100);
    assertThat(new Mfi(2, 1).over(builder.build())[0][3]).isZero();
  }

  @Test
  void theUltimateOscillatorIsMadeOfThePlainSumsOfItsWindows() {
    BarSeries bars = SampleBars.walk(700, 3);
    int[][] windows = {{1, 1, 1}, {3, 6, 12}, {3, 7, 14}, {2, 4, 9}, {5, 5, 10}};
    for (int[] w : windows) {
      double[] out = new UltimateOscillator(w[0], w[1], w[2]).over(bars)[0];
      for (int t = w[2]; t < bars.size(); t++) {
        double sum = 4 * pressure(bars, t, w[0]) + 2 * pressure(bars, t, w[1]);
        double expected = 100 * (sum + pressure(bars, t, w[2])) / 7;
        assertThat(out[t]).isCloseTo(expected, within(1e-10));
      }
    }
  }

  /** Returns buying pressure in relation to true range over a window. */
  private static double pressure(BarSeries bars, int last, int window) {
    double pressure = 0;
    double range = 0;
    for (int t = last - window + 1; t <= last; t++) {
      double low = Math.min(bars.low(t), bars.close(t - 1));
      pressure += bars.close(t) - low;
      range += Math.max(bars.high(t), bars.close(t - 1)) - low;
    }
    return range > 0 ? pressure / range : 0;
  }

  @Test
  void ichimokuIsToldAsKnownAtTheBar() {
    BarSeries bars = SampleBars.walk(120, 3);
    double[][] lines = new Ichimoku(9, 26, 52, 26).over(bars);
    for (int t = 77; t < 120; t++) {
      double then = (lines[Ichimoku.CONVERSION][t - 26] + lines[Ichimoku.BASE][t - 26]) / 2;
      assertThat(lines[Ichimoku.SPAN_A][t]).isEqualTo(then);
      assertThat(lines[Ichimoku.LAGGING][t]).isEqualTo(bars.close(t) - bars.close(t - 26));
    }
  }

  @Test
  void stopsTurnAndSaySo() {
    BarSeries bars = SampleBars.walk(500, 7);
    double[][] sar = new ParabolicSar(0.02, 0.2).over(bars);
    Acceleration both = new Acceleration(0.02, 0.02, 0.2);
    double[] signed = new ParabolicSarExtended(0, 0, both, both).over(bars)[0];
    int turns = 0;
    for (int t = 2; t < 500; t++) {
      double direction = sar[ParabolicSar.DIRECTION][t];
      boolean turned = direction != sar[ParabolicSar.DIRECTION][t - 1];
      assertThat(sar[ParabolicSar.TURN][t]).isEqualTo(turned ? direction : 0);
      assertThat(signed[t]).isEqualTo(direction * sar[ParabolicSar.STOP][t]);
      boolean below = sar[ParabolicSar.STOP][t] <= bars.low(t);
      assertThat(below).isEqualTo(direction > 0);
      turns += turned ? 1 : 0;
    }
    assertThat(turns).isGreaterThan(10);
  }

  @Test
  void superTrendNeverLoosensWhileTheTrendLasts() {
    BarSeries bars = SampleBars.walk(500, 9);
    double[][] trend = new SuperTrend(10, 3).over(bars);
    for (int t = 11; t < 500; t++) {
      double direction = trend[SuperTrend.DIRECTION][t];
      double line = trend[SuperTrend.LINE][t];
      if (direction == trend[SuperTrend.DIRECTION][t - 1]) {
        assertThat(direction * (line - trend[SuperTrend.LINE][t - 1])).isGreaterThanOrEqualTo(0);
        assertThat(direction * (bars.close(t) - line)).isGreaterThanOrEqualTo(0);
      }
    }
  }

  @Test
  void swingsAreMeasuredAndAccumulated() {
    BarSeries bars = bars(new double[][] {{10, 12, 9, 11}, {11, 13, 10, 12}, {12, 12, 12, 12}});
    double[][] swing = new SwingIndex(3).over(bars);
    // h - l = 3 leads: r = 3 + 0.25, the move is 1 + 0.5 + 0.25, the larger distance 2.
    assertThat(swing[SwingIndex.INDEX][1]).isEqualTo(50 * (1.75 / 3.25) * 2 / 3);
    assertThat(swing[SwingIndex.TOTAL][2])
        .isEqualTo(swing[SwingIndex.INDEX][1] + swing[SwingIndex.INDEX][2]);
  }

  @Test
  void oneBarAndNoBarAreNoValues() {
    BarSeries none = BarSeries.builder(Symbol.of("A"), Timeframe.DAY_1).build();
    BarSeries one = bars(new double[][] {{1, 2, 0.5, 1}});
    assertThat(new Stochastic(14, 3, 3).over(none)[0]).isEmpty();
    assertThat(new Stochastic(14, 3, 3).over(one)[0]).containsOnly(NONE);
    assertThat(new ParabolicSar(0.02, 0.2).over(one)[0]).containsOnly(NONE);
  }

  @Test
  void periodsOfOneAndAHundredWork() {
    BarSeries bars = SampleBars.walk(300, 1);
    for (int period : new int[] {1, 2, 100}) {
      assertThat(new Aroon(period).over(bars)[0][299]).isNotNaN();
      assertThat(new StochasticFast(period, period).over(bars)[1][299]).isNotNaN();
      assertThat(new ElderRay(period).over(bars)[0][299]).isNotNaN();
      AverageKind kind = AverageKind.TEMA;
      assertThat(new MacdExtended(1, kind, period, kind, 1, kind).over(bars)[0]).isNotNull();
    }
  }

  @Test
  void badParametersAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cmo(0))
        .withMessage("period must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UltimateOscillator(7, 6, 28))
        .withMessage("second must be at least 7, was 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParabolicSar(-0.02, 0.2))
        .withMessage("first must be within [0.0, 1.7976931348623157E308], was -0.02");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SuperTrend(10, NONE))
        .withMessage("multiplier must be positive and finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mfi(14, -1))
        .withMessage("least must be within [0.0, 1.7976931348623157E308], was -1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Kst.Leg(0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PriceOscillator(0, 2, AverageKind.EMA, Begin.APART, Input.CLOSE))
        .withMessage("fast must be at least 1, was 0");
  }

  private static int close(double a, double b) {
    return Double.compare(a, b) == 0 || Math.abs(a - b) <= 1e-9 ? 0 : 1;
  }

  private static BarSeries bars(double[][] rows) {
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("A"), Timeframe.DAY_1);
    for (int t = 0; t < rows.length; t++) {
      builder.add(2L * t, 2L * t + 1, rows[t][0], rows[t][1], rows[t][2], rows[t][3], 1);
    }
    return builder.build();
  }
}
