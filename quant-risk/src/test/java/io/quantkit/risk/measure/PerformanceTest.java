package io.quantkit.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.risk.measure.TailRisk.Convention;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** What measures are at their edges, and what holds whatever the returns. */
class PerformanceTest {

  @Provide
  Arbitrary<double[]> returns() {
    return Arbitraries.doubles()
        .between(-0.5, 0.5)
        .ofScale(17)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  @Property
  void ratiosOfReturnsThatNeverChangeAreNotDefined(
      @ForAll @DoubleRange(min = -0.5, max = 0.5) @Scale(17) double constant,
      @ForAll @IntRange(min = 2, max = 300) int n) {
    double[] returns = new double[n];
    Arrays.fill(returns, constant);
    assertThat(Performance.annualVolatility(returns, 252)).isZero();
    assertThat(Performance.sharpe(returns, 0, 252)).isNaN();
    assertThat(Performance.sharpe(returns, 0.0001, 252)).isNaN();
    assertThat(Performance.informationRatio(returns, new double[n], 252)).isNaN();
    assertThat(Performance.beta(new double[n], returns)).isNaN();
    for (double each : Performance.rollingSharpe(returns, 2, 252)) {
      assertThat(each).isNaN();
    }
  }

  @Property
  void rollingSharpeIsTheSharpeOfEachWindow(
      @ForAll("returns") double[] returns, @ForAll @IntRange(min = 2, max = 12) int window) {
    double[] rolling = Performance.rollingSharpe(returns, window, 252);
    for (int i = 0; i < returns.length; i++) {
      if (i < window - 1) {
        assertThat(rolling[i]).isNaN();
        continue;
      }
      double[] last = Arrays.copyOfRange(returns, i - window + 1, i + 1);
      double deviation = Performance.annualVolatility(last, 252);
      if (deviation > 1e-3) {
        double expected = Performance.sharpe(last, 0, 252);
        assertThat(rolling[i]).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
      }
    }
  }

  @Property
  void drawdownsTileTheTimeBelowThePeak(@ForAll("returns") double[] returns) {
    double[] depths = Drawdowns.underwater(returns);
    List<Drawdown> list = Drawdowns.list(returns);
    boolean[] covered = new boolean[returns.length];
    double deepest = 0;
    for (Drawdown each : list) {
      int end = each.recovery() < 0 ? returns.length : each.recovery();
      assertThat(each.length()).isEqualTo((each.recovery() < 0 ? end - 1 : end) - each.peak());
      assertThat(each.depth()).isEqualTo(depths[each.trough()]);
      for (int i = each.peak() + 1; i < end; i++) {
        covered[i] = true;
      }
      deepest = Math.min(deepest, each.depth());
    }
    for (int i = 0; i < depths.length; i++) {
      assertThat(covered[i]).isEqualTo(depths[i] < 0);
    }
    assertThat(Drawdowns.maximum(returns)).isEqualTo(deepest);
  }

  @Property
  void theTailIsNoBetterThanItsEdge(
      @ForAll("returns") double[] returns,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double tail,
      @ForAll Convention convention) {
    assertThat(TailRisk.expectedShortfall(returns, tail, convention))
        .isLessThanOrEqualTo(TailRisk.valueAtRisk(returns, tail, convention) + 1e-15);
  }

  @Example
  void aDrawdownHasItsPeakTroughAndRecovery() {
    double[] returns = {0.1, -0.5, 0.5, 1, -0.25};
    assertThat(Drawdowns.list(returns))
        .containsExactly(new Drawdown(0, 1, 3, -0.5, 3), new Drawdown(3, 4, -1, -0.25, 1));
    assertThat(Drawdowns.longest(returns)).isEqualTo(3);
  }

  @Example
  void noReturnsHaveNoMeasures() {
    double[] none = {};
    assertThat(Performance.totalReturn(none)).isZero();
    assertThat(Performance.annualReturn(none, 252)).isNaN();
    assertThat(Performance.annualVolatility(none, 252)).isNaN();
    assertThat(Performance.sharpe(none, 0, 252)).isNaN();
    assertThat(Performance.sortino(none, 0, 252)).isNaN();
    assertThat(Performance.calmar(none, 252)).isNaN();
    assertThat(Performance.omega(none, 0)).isNaN();
    assertThat(Performance.winRate(none)).isNaN();
    assertThat(Performance.beta(none, none)).isNaN();
    assertThat(Performance.alpha(none, none, 0, 252)).isNaN();
    assertThat(Performance.rollingSharpe(none, 2, 252)).isEmpty();
    assertThat(Drawdowns.maximum(none)).isZero();
    assertThat(Drawdowns.list(none)).isEmpty();
    for (Convention convention : Convention.values()) {
      assertThat(TailRisk.valueAtRisk(none, 0.05, convention)).isNaN();
      assertThat(TailRisk.expectedShortfall(none, 0.05, convention)).isNaN();
    }
  }

  @Example
  void losingEverythingIsMinusOne() {
    double[] returns = {0.1, -1, 0.5};
    assertThat(Performance.totalReturn(returns)).isEqualTo(-1);
    assertThat(Performance.annualReturn(returns, 252)).isEqualTo(-1);
    assertThat(Drawdowns.maximum(returns)).isEqualTo(-1);
  }

  @Example
  void withoutADrawdownOrALossRatiosAreNotDefined() {
    double[] gains = {0.1, 0.2, 0.1};
    assertThat(Performance.calmar(gains, 252)).isNaN();
    assertThat(Performance.sortino(gains, 0, 252)).isNaN();
    assertThat(Performance.profitFactor(gains)).isNaN();
  }

  @Example
  void refusesWhatIsNoReturn() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1.5}) {
      assertThatThrownBy(() -> Performance.totalReturn(new double[] {0.1, bad}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("return 1 must be finite and at least -1, was " + bad);
      assertThatThrownBy(
              () -> Performance.alpha(new double[] {0, 0.1}, new double[] {0, bad}, 0, 252))
          .hasMessage("return 1 must be finite and at least -1, was " + bad);
    }
    assertThatThrownBy(() -> Performance.beta(new double[2], new double[3]))
        .hasMessage("returns and benchmark must have one length, were 2 and 3");
    assertThatThrownBy(() -> Performance.sharpe(new double[2], 0, 0))
        .hasMessage("periodsPerYear must be positive and finite, was 0.0");
    assertThatThrownBy(() -> TailRisk.valueAtRisk(new double[2], 1, Convention.INTERPOLATED))
        .hasMessage("tail must be within (0, 1), was 1.0");
    assertThatThrownBy(() -> Performance.rollingSharpe(new double[2], 1, 252))
        .hasMessage("window must be at least 2, was 1");
  }
}
