package io.quantkit.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.math.Moments;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartSeriesTest {

  @Test
  void drawdownIsMeasuredFromTheHighestSoFar() {
    assertThat(ChartSeries.drawdown(new double[] {100, 120, 90, Double.NaN, 130, 117}))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0, 0, -0.25, Double.NaN, 0, -0.1);
  }

  @Test
  void lossesInTheTailAreNegativeAndTheirMeanIsDeeper() {
    double[] returns = ChartSeries.returns(Sheets.walk(1000, 5));

    double risk = ChartSeries.valueAtRisk(returns, 0.05);
    double shortfall = ChartSeries.expectedShortfall(returns, 0.05);

    assertThat(risk).isBetween(shortfall, 0.0);
    assertThat(shortfall).isGreaterThanOrEqualTo(Arrays.stream(returns).min().orElseThrow());
  }

  @Test
  void anEmptyTailHasNoValue() {
    assertThat(ChartSeries.valueAtRisk(new double[0], 0.05)).isNaN();
    assertThat(ChartSeries.expectedShortfall(new double[0], 0.05)).isNaN();
  }

  @Test
  void lostOrMissingEquityHasNoMeasures() {
    assertThat(ChartSeries.drawdown(new double[] {1, -1, 2})).containsOnly(Double.NaN);
    assertThat(ChartSeries.drawdown(new double[] {Double.NaN, Double.NaN}))
        .containsOnly(Double.NaN);
    assertThat(ChartSeries.valueAtRisk(new double[] {0.1, -2}, 0.05)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 12, 36, 252})
  void slidingSharpeEqualsThatOfEachWindow(int window) {
    double[] returns = ChartSeries.returns(Sheets.walk(3000, window));

    double[] rolling = ChartSeries.rollingSharpe(returns, window, 252);

    for (int t = 0; t < returns.length; t++) {
      if (t < window - 1) {
        assertThat(rolling[t]).isNaN();
        continue;
      }
      double[] last = Arrays.copyOfRange(returns, t - window + 1, t + 1);
      double direct = Moments.mean(last) / Moments.standardDeviation(last, 1) * Math.sqrt(252);
      assertThat(rolling[t]).isCloseTo(direct, within(1e-10 * (1 + Math.abs(direct))));
    }
  }

  @Test
  void rollingSharpeOfNoMovementOrMissingReturnsIsMissing() {
    double[] returns = {0.1, 0.2, 0, 0, 0, 0.1, Double.NaN, 0.1, 0.2, 0.4};

    double[] rolling = ChartSeries.rollingSharpe(returns, 3, 12);

    for (int t : new int[] {0, 1, 4, 6, 7, 8}) {
      assertThat(rolling[t]).isNaN();
    }
    for (int t : new int[] {2, 3, 5, 9}) {
      assertThat(rolling[t]).isFinite();
    }
  }
}
