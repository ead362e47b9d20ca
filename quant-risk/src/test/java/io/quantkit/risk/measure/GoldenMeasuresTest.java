package io.quantkit.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.math.Moments;
import io.quantkit.risk.measure.TailRisk.Convention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures against the values that other libraries computed on the same returns. */
class GoldenMeasuresTest {

  @ParameterizedTest
  @ValueSource(strings = {"spx_2007_2012", "aapl_vs_spx_2013_2018"})
  void returnsAndRatiosAgreeWithEmpyrical(String series) {
    double[] r = Golden.read(series + ".csv").column("r");
    Golden values = Golden.read(series + "_values.csv");
    check(values, "cum_returns_final", Performance.totalReturn(r), 1e-12);
    check(values, "annual_return", Performance.annualReturn(r, 252), 1e-11);
    check(values, "annual_volatility", Performance.annualVolatility(r, 252), 1e-12);
    check(values, "sharpe_ratio", Performance.sharpe(r, 0, 252), 1e-12);
    check(values, "sharpe_ratio_rf_0.02/252", Performance.sharpe(r, 0.02 / 252, 252), 1e-12);
    check(values, "downside_risk", Performance.downsideDeviation(r, 0, 252), 1e-12);
    check(values, "sortino_ratio", Performance.sortino(r, 0, 252), 1e-12);
    check(values, "sortino_ratio_required_0.0002", Performance.sortino(r, 0.0002, 252), 1e-12);
    check(values, "calmar_ratio", Performance.calmar(r, 252), 1e-11);
    check(values, "omega_ratio", Performance.omega(r, 0), 1e-12);
    check(values, "max_drawdown", Drawdowns.maximum(r), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spx_2007_2012", "aapl_vs_spx_2013_2018"})
  void tailsAgreeWithEmpyricalAndRiskfolio(String series) {
    double[] r = Golden.read(series + ".csv").column("r");
    Golden values = Golden.read(series + "_values.csv");
    Convention between = Convention.INTERPOLATED;
    Convention order = Convention.ORDER_STATISTIC;
    check(values, "value_at_risk", TailRisk.valueAtRisk(r, 0.05, between), 1e-12);
    check(values, "value_at_risk_0.01", TailRisk.valueAtRisk(r, 0.01, between), 1e-12);
    check(values, "conditional_value_at_risk", TailRisk.expectedShortfall(r, 0.05, between), 1e-12);
    check(
        values,
        "conditional_value_at_risk_0.01",
        TailRisk.expectedShortfall(r, 0.01, between),
        1e-12);
    check(values, "VaR_Hist", -TailRisk.valueAtRisk(r, 0.05, order), 1e-12);
    check(values, "VaR_Hist_0.01", -TailRisk.valueAtRisk(r, 0.01, order), 1e-12);
    check(values, "CVaR_Hist", -TailRisk.expectedShortfall(r, 0.05, order), 1e-12);
    check(values, "CVaR_Hist_0.01", -TailRisk.expectedShortfall(r, 0.01, order), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spx_2007_2012", "aapl_vs_spx_2013_2018"})
  void momentsAndExtremesAgreeWithQuantstats(String series) {
    double[] r = Golden.read(series + ".csv").column("r");
    Golden values = Golden.read(series + "_values.csv");
    PerformanceSummary summary = PerformanceSummary.of(r, 252);
    check(values, "best", summary.value("Best period"), 1e-15);
    check(values, "worst", summary.value("Worst period"), 1e-15);
    check(values, "profit_factor", Performance.profitFactor(r), 1e-12);
    check(values, "skew", Moments.sampleSkewness(r), 1e-11);
    check(values, "kurtosis", Moments.sampleExcessKurtosis(r), 1e-11);
  }

  @Test
  void relativeMeasuresAgreeWithEmpyrical() {
    Golden series = Golden.read("aapl_vs_spx_2013_2018.csv");
    Golden values = Golden.read("aapl_vs_spx_2013_2018_values.csv");
    double[] r = series.column("r");
    double[] b = series.column("benchmark");
    check(values, "beta", Performance.beta(r, b), 1e-12);
    check(values, "alpha", Performance.alpha(r, b, 0, 252), 1e-12);
    check(values, "alpha_rf_0.02/252", Performance.alpha(r, b, 0.02 / 252, 252), 1e-12);
    check(values, "excess_sharpe", Performance.informationRatio(r, b, 252) / Math.sqrt(252), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spx_2007_2012", "aapl_vs_spx_2013_2018"})
  void pathsAgreeWithEmpyrical(String series) {
    Golden file = Golden.read(series + ".csv");
    double[] r = file.column("r");
    assertThat(Drawdowns.underwater(r)).containsExactly(file.column("drawdown"), within(1e-13));
    double[] expected = file.column("roll_sharpe_60");
    double[] actual = Performance.rollingSharpe(r, 60, 252);
    double largest = 0;
    for (int i = 0; i < r.length; i++) {
      assertThat(Double.isNaN(actual[i])).isEqualTo(i < 59);
      if (i >= 59) {
        largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
      }
    }
    assertThat(largest).isLessThan(1e-10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spx_2007_2012", "aapl_vs_spx_2013_2018"})
  void deepestDrawdownsAgreeWithQuantstats(String series) {
    Golden file = Golden.read(series + ".csv");
    List<String> dates = file.texts("date");
    Golden expected = Golden.read(series + "_drawdowns.csv");
    List<Drawdown> list = new ArrayList<>(Drawdowns.list(file.column("r")));
    list.sort(Comparator.comparingDouble(Drawdown::depth));
    double[] depths = expected.column("depth_percent");
    for (int k = 0; k < depths.length; k++) {
      Drawdown each = list.get(k);
      int end = each.recovery() < 0 ? dates.size() - 1 : each.recovery() - 1;
      assertThat(dates.get(each.peak() + 1)).isEqualTo(expected.texts("start").get(k));
      assertThat(dates.get(each.trough())).isEqualTo(expected.texts("valley").get(k));
      assertThat(dates.get(end)).isEqualTo(expected.texts("end").get(k));
      assertThat(100 * each.depth()).isCloseTo(depths[k], within(1e-11));
    }
  }

  private static void check(Golden values, String name, double actual, double relative) {
    double expected = values.value(name);
    assertThat(actual).as(name).isCloseTo(expected, within(relative * Math.abs(expected)));
  }
}
