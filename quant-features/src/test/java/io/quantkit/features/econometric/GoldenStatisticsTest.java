package io.quantkit.features.econometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.math.Moments;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.GoldenFile;
import io.quantkit.features.Input;
import io.quantkit.features.econometric.Autocorrelations.Partial;
import io.quantkit.features.statistic.EwmaVariance;
import io.quantkit.features.statistic.GiniDifference;
import io.quantkit.features.statistic.RiskAdjustedReturn;
import io.quantkit.features.statistic.TailRisk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares with statsmodels, scipy, R, empyrical and Riskfolio; see the README beside the values.
 */
class GoldenStatisticsTest {
  private static final double CLOSED = 1e-9;
  private static final double PROBABILITY = 1e-7;

  /** A series and what others say about it. */
  private static final class Sample {
    final Map<String, Double> theirs = new LinkedHashMap<>();
    final SoftAssertions soft = new SoftAssertions();
    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] volume;
    final double[] r;
    final double[] logClose;

    Sample(String series) throws IOException {
      BarSeries bars = GoldenFile.resource("/golden/statistic/" + series + ".csv.gz").bars();
      open = column(bars, Input.OPEN);
      high = column(bars, Input.HIGH);
      low = column(bars, Input.LOW);
      close = column(bars, Input.CLOSE);
      volume = column(bars, Input.VOLUME);
      r = returns(close);
      logClose = map(close, StrictMath::log);
      String path = "/golden/statistic/" + series + ".statistics.csv";
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  Objects.requireNonNull(Sample.class.getResourceAsStream(path)),
                  StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          String[] cells = line.split(",", -1);
          theirs.put(cells[0], Double.parseDouble(cells[1]));
        }
      }
    }

    void same(String name, double ours, double tolerance) {
      double expected = Objects.requireNonNull(theirs.get(name), name);
      soft.assertThat(ours)
          .as(name)
          .isCloseTo(expected, within(tolerance * Math.max(Math.abs(expected), 1e-3)));
    }

    void same(String name, TestResult ours) {
      same(name + ".0", ours.statistic(), CLOSED);
      same(name + ".1", ours.pValue(), PROBABILITY);
    }

    void same(String name, double[] ours) {
      for (int i = 0; i < ours.length; i++) {
        same(name + "." + i, ours[i], CLOSED);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"spx", "aapl2013"})
  void memoryAgrees(String series) throws IOException {
    Sample s = new Sample(series);
    s.same("acf_r_20", Autocorrelations.full(s.r, 20, false));
    s.same("acf_r_20_adjusted", Autocorrelations.full(s.r, 20, true));
    double[] full = Autocorrelations.full(s.r, 10, false);
    double[] errors = Autocorrelations.bartlettErrors(full, s.r.length);
    for (int k = 0; k <= 10; k++) {
      s.same("acf_confint_bartlett." + k + ".1", full[k] + 1.959963984540054 * errors[k], CLOSED);
    }
    s.same("pacf_ywm_15", Autocorrelations.partial(s.r, 15, Partial.YULE_WALKER));
    s.same("pacf_ywadjusted_15", Autocorrelations.partial(s.r, 15, Partial.YULE_WALKER_ADJUSTED));
    s.same("pacf_ld_15", Autocorrelations.partial(s.r, 15, Partial.YULE_WALKER_ADJUSTED));
    s.same("pacf_ols_15", Autocorrelations.partial(s.r, 15, Partial.OLS));
    s.same("pacf_burg_15", Autocorrelations.partial(s.r, 15, Partial.BURG));
    s.same("ccf_r_ropen_10", Autocorrelations.cross(s.r, returns(s.open), 10, false));
    for (int lags : new int[] {5, 10, 20}) {
      TestResult ljung = Autocorrelations.ljungBox(s.r, lags);
      s.same("ljung_box." + lags + ".lb_stat", ljung.statistic(), CLOSED);
      s.same("ljung_box." + lags + ".lb_pvalue", ljung.pValue(), PROBABILITY);
      TestResult box = Autocorrelations.boxPierce(s.r, lags);
      s.same("ljung_box." + lags + ".bp_stat", box.statistic(), CLOSED);
      s.same("ljung_box." + lags + ".bp_pvalue", box.pValue(), PROBABILITY);
    }
    s.same("ljung_box_r2.10", Autocorrelations.ljungBox(map(s.r, x -> x * x), 10));
    s.same("arch_lm_5", Autocorrelations.archEffect(s.r, 5));
    for (int q : new int[] {2, 5, 10}) {
      VarianceRatio ratio = VarianceRatio.of(s.logClose, q);
      s.same("variance_ratio." + q + ".vr", ratio.ratio(), CLOSED);
      s.same("variance_ratio." + q + ".z_homo", ratio.homoskedastic().statistic(), CLOSED);
      s.same("variance_ratio." + q + ".z_hetero", ratio.heteroskedastic().statistic(), CLOSED);
    }
    HurstExponent hurst =
        HurstExponent.rescaledRange(Samples.differences(s.logClose), 8, 16, 32, 64, 125);
    s.same("hurst_rs_blocks_logret.hurst", hurst.exponent(), CLOSED);
    s.same("hurst_rs_blocks_logret.intercept", hurst.intercept(), CLOSED);
    HurstExponent differences = HurstExponent.differences(s.logClose, 2, 19);
    s.same("hurst_diff_std_lags2_19", differences.exponent(), CLOSED);
    s.same("ou_halflife.halflife", OrnsteinUhlenbeck.linearHalfLife(s.logClose), CLOSED);
    s.soft.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spx", "aapl2013"})
  void autoregressiveMovingAveragesAgree(String series) throws IOException {
    Sample s = new Sample(series);
    Arma model = Arma.fit(map(s.r, x -> 100 * x), 1, 1);
    s.same("arima_101_rx100.const", model.mean(), 2e-3);
    s.same("arima_101_rx100.ar.L1", model.ar(1), 2e-3);
    s.same("arima_101_rx100.ma.L1", model.ma(1), 2e-3);
    s.same("arima_101_rx100.sigma2", model.variance(), 1e-4);
    s.same("arima_101_rx100.llf", model.logLikelihood(), 1e-8);
    s.same("arima_101_rx100.aic", model.aic(), 1e-8);
    s.soft
        .assertThat(model.logLikelihood())
        .isGreaterThan(Objects.requireNonNull(s.theirs.get("arima_101_rx100.llf")));
    s.soft.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spx", "aapl2013"})
  void stationarityAgrees(String series) throws IOException {
    Sample s = new Sample(series);
    Map<String, Deterministic> terms =
        Map.of(
            "n", Deterministic.NONE,
            "c", Deterministic.CONSTANT,
            "ct", Deterministic.TREND,
            "ctt", Deterministic.QUADRATIC_TREND);
    for (String name : List.of("n", "c", "ct", "ctt")) {
      Deterministic term = Objects.requireNonNull(terms.get(name));
      for (int lags : new int[] {0, 1, 5}) {
        UnitRootResult test = DickeyFuller.test(s.logClose, term, lags);
        String key = "adf_logclose_" + name + "_lag" + lags;
        s.same(key + ".stat", test.statistic(), CLOSED);
        s.same(key + ".p", test.pValue(), PROBABILITY);
        s.same(key + ".nobs", test.observations(), 0);
        s.same(key + ".crit.1%", test.criticalValues().onePercent(), CLOSED);
        s.same(key + ".crit.5%", test.criticalValues().fivePercent(), CLOSED);
        s.same(key + ".crit.10%", test.criticalValues().tenPercent(), CLOSED);
      }
      int most = DickeyFuller.usualMaxLags(s.close.length, term);
      UnitRootResult chosen = DickeyFuller.test(s.logClose, term, most, DickeyFuller.Criterion.AIC);
      s.same("adf_logclose_" + name + "_AIC.stat", chosen.statistic(), CLOSED);
      s.same("adf_logclose_" + name + "_AIC.usedlag", chosen.lags(), 0);
    }
    for (String name : List.of("c", "ct")) {
      boolean trend = name.equals("ct");
      Kpss.Result automatic = Kpss.test(s.logClose, trend);
      s.same("kpss_logclose_" + name + "_auto.stat", automatic.statistic(), CLOSED);
      s.same("kpss_logclose_" + name + "_auto.p_interp", automatic.pValue(), PROBABILITY);
      s.same("kpss_logclose_" + name + "_auto.lags", automatic.lags(), 0);
      Kpss.Result legacy = Kpss.test(s.logClose, trend, Kpss.longLags(s.close.length));
      s.same("kpss_logclose_" + name + "_legacy.stat", legacy.statistic(), CLOSED);
      s.same(
          "kpss_logclose_" + name + "_4.stat", Kpss.test(s.logClose, trend, 4).statistic(), CLOSED);
    }
    UnitRootResult pair =
        Cointegration.engleGranger(
                map(s.high, StrictMath::log), new double[][] {map(s.low, StrictMath::log)}, 2)
            .unitRoot();
    s.same("engle_granger_loghigh_loglow_maxlag2.stat", pair.statistic(), 1e-8);
    s.same("engle_granger_loghigh_loglow_maxlag2.p", pair.pValue(), PROBABILITY);
    s.same(
        "engle_granger_loghigh_loglow_maxlag2.crit.0", pair.criticalValues().onePercent(), CLOSED);
    s.soft.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spx", "aapl2013"})
  void testsOfSamplesAgree(String series) throws IOException {
    Sample s = new Sample(series);
    TestResult jarqueBera = Normality.jarqueBera(s.r);
    s.same("jarque_bera.stat", jarqueBera.statistic(), CLOSED);
    s.same("jarque_bera.p", jarqueBera.pValue(), PROBABILITY);
    s.same("dagostino_k2", Normality.dagostino(s.r));
    s.same("anderson_norm", Normality.andersonDarling(s.r).statistic(), CLOSED);
    s.same("kstest_vs_fitted_norm.0", Normality.lilliefors(s.r).statistic(), CLOSED);
    for (String name :
        List.of(
            "first250",
            "last60",
            "all",
            "first3",
            "first4",
            "first5",
            "first6",
            "first8",
            "first11",
            "first12",
            "first20")) {
      TestResult shapiro = Normality.shapiroWilk(part(s.r, name));
      s.same("shapiro_" + name, shapiro);
      s.same("scipy.shapiro_" + name + ".0", shapiro.statistic(), 1e-6);
      s.same("scipy.shapiro_" + name + ".1", shapiro.pValue(), 2e-4);
    }
    double[] first = Arrays.copyOf(s.r, s.r.length / 2);
    double[] second = Arrays.copyOfRange(s.r, s.r.length / 2, s.r.length);
    s.same("ttest_mean0", Comparisons.oneSampleT(s.r, 0));
    s.same("welch_halves", Comparisons.welch(first, second));
    s.same("mannwhitney_halves", Comparisons.mannWhitney(first, second));
    s.same("levene_median_halves", Comparisons.levene(first, second));
    s.same("wilcoxon", Comparisons.wilcoxon(s.r));
    s.same("runs_test_median_nocorrection", Comparisons.runs(s.r));
    s.same("ks_2samp_halves", Comparisons.kolmogorovSmirnovAsymptotic(first, second));
    double deviation = Moments.standardDeviation(s.r, 1);
    TestResult fitted = Comparisons.kolmogorovSmirnov(s.r, Moments.mean(s.r), deviation);
    s.same("kstest_vs_fitted_norm.0", fitted.statistic(), CLOSED);
    s.same("kstest_vs_fitted_norm.1", fitted.pValue(), 1e-5);
    double[] traded = Arrays.copyOfRange(s.volume, 1, s.volume.length);
    s.same("pearson_r_volume", Dependence.pearson(s.r, traded));
    s.same("spearman_r_volume", Dependence.spearman(s.r, traded));
    s.same("kendall_tau_b_r_volume", Dependence.kendall(s.r, traded));
    double[] opens = returns(s.open);
    s.same("mutual_info_hist10_nats_r_ropen", Dependence.mutualInformation(s.r, opens, 10), CLOSED);
    s.same("entropy_hist10_nats_r", Entropies.shannon(s.r, 10), CLOSED);
    double[][] regressors = {opens, map(traded, StrictMath::log)};
    for (LinearFit.Errors errors : LinearFit.Errors.values()) {
      LinearFit fit = LinearFit.of(s.r, regressors, errors, 5);
      String key =
          switch (errors) {
            case CLASSICAL -> "ols_r_on_const_ropen_logvol";
            case HC1 -> "ols_HC1";
            case HC3 -> "ols_HC3";
            case NEWEY_WEST -> "ols_HAC_5";
          };
      for (int i = 0; i < 3; i++) {
        s.same(key + ".params." + i, fit.coefficient(i), CLOSED);
        s.same(key + ".bse." + i, fit.standardError(i), CLOSED);
        s.same(key + ".t." + i, fit.significance(i).statistic(), CLOSED);
        s.same(key + ".p." + i, fit.significance(i).pValue(), PROBABILITY);
      }
      s.same(key + ".r2", fit.rSquared(), CLOSED);
    }
    s.soft.assertAll();
  }

  private static double[] part(double[] x, String name) {
    return switch (name) {
      case "all" -> x;
      case "last60" -> Arrays.copyOfRange(x, x.length - 60, x.length);
      default -> Arrays.copyOf(x, Integer.parseInt(name.substring("first".length())));
    };
  }

  @Test
  void kolmogorovSmirnovIsExact() throws IOException {
    Sample s = new Sample("aapl2013");
    TestResult test =
        Comparisons.kolmogorovSmirnov(
            Arrays.copyOf(s.r, s.r.length / 2),
            Arrays.copyOfRange(s.r, s.r.length / 2, s.r.length));
    double scipyExact = 0.15897447362262673;
    assertThat(test.pValue()).isCloseTo(scipyExact, within(1e-12));
  }

  @Test
  void packagesOfRAgree() throws IOException {
    Sample s = new Sample("spx");
    double[] percent = map(Samples.differences(s.logClose), x -> 100 * x);
    s.same("R.jarque_bera_tseries", Normality.jarqueBera(percent).statistic(), CLOSED);
    s.same("R.box_test_lb10", Autocorrelations.ljungBox(percent, 10));
    UnitRootResult adf = DickeyFuller.test(s.logClose, Deterministic.TREND, 1);
    s.same("R.tseries_adf_k1.0", adf.statistic(), CLOSED);
    s.same("R.tseries_kpss_level.0", Kpss.test(s.logClose, false, 7).statistic(), CLOSED);
    s.same(
        "R.tseries_pp.0", PhillipsPerron.test(s.logClose, Deterministic.TREND, 7).zAlpha(), 1e-6);
    for (Garch.Distribution distribution : Garch.Distribution.values()) {
      boolean normal = distribution == Garch.Distribution.NORMAL;
      String key = normal ? "R.garch(11)_norm." : "R.garch(11)_std.";
      double mean = Objects.requireNonNull(s.theirs.get(key + "coef.mu"));
      Garch model = Garch.fit(percent, distribution, false, mean);
      s.same(key + "coef.omega", model.parameters().omega(), 1e-3);
      s.same(key + "coef.alpha1", model.parameters().alpha(), 1e-3);
      s.same(key + "coef.beta1", model.parameters().beta(), 1e-3);
      s.same(key + "llh", model.logLikelihood(), 1e-6);
      s.same(key + "sigma_last", Math.sqrt(model.variances()[percent.length - 1]), 1e-3);
      for (int i = 0; i < 5; i++) {
        s.same(key + "sigma_first5." + i, Math.sqrt(model.variances()[i]), 1e-3);
        s.same(key + "forecast_sd_5." + i, Math.sqrt(model.forecast(i + 1)), 1e-3);
      }
      if (!normal) {
        s.same(key + "coef.shape", model.parameters().degrees(), 1e-3);
      }
      Garch free = Garch.fit(percent, distribution, false);
      s.soft.assertThat(free.logLikelihood()).isGreaterThan(model.logLikelihood());
    }
    double[] variances = new EwmaVariance(0.94).over(s.close);
    s.same("R.riskmetrics_ewma_094.next_var", 1e4 * variances[s.close.length - 1], CLOSED);
    s.same("R.riskmetrics_ewma_094.var_last", 1e4 * variances[s.close.length - 2], CLOSED);
    s.soft.assertAll();
  }

  @Test
  void riskOfReturnsAgrees() throws IOException {
    Sample s = new Sample("spx");
    int n = s.r.length + 1;
    double[] prices = new double[n + 1];
    prices[0] = s.close[0] / (1 + Objects.requireNonNull(s.theirs.get("empyrical.first_return")));
    System.arraycopy(s.close, 0, prices, 1, n);
    double[][] tail = new double[3][n + 1];
    new TailRisk(n, 0.95).over(prices, tail);
    s.same("empyrical.value_at_risk", -tail[TailRisk.VALUE_AT_RISK][n], CLOSED);
    s.same("empyrical.conditional_value_at_risk", -tail[TailRisk.EXPECTED_SHORTFALL][n], CLOSED);
    s.same("empyrical.tail_ratio", tail[TailRisk.TAIL_RATIO][n], CLOSED);
    new TailRisk(n, 0.99).over(prices, tail);
    s.same("empyrical.value_at_risk_0.01", -tail[TailRisk.VALUE_AT_RISK][n], CLOSED);
    s.same(
        "empyrical.conditional_value_at_risk_0.01", -tail[TailRisk.EXPECTED_SHORTFALL][n], CLOSED);
    double[][] ratios = new double[2][n + 1];
    new RiskAdjustedReturn(n, 252, 0, Input.CLOSE).over(prices, ratios);
    s.same("empyrical.sharpe_ratio", ratios[RiskAdjustedReturn.SHARPE][n], CLOSED);
    s.same("empyrical.sortino_ratio", ratios[RiskAdjustedReturn.SORTINO][n], CLOSED);
    s.same("riskfolio.GMD", new GiniDifference(n).over(prices)[n], CLOSED);
    s.soft.assertAll();
  }

  private static double[] column(BarSeries bars, Input input) {
    double[] out = new double[bars.size()];
    input.copyInto(bars, 0, out.length, out, 0);
    return out;
  }

  private static double[] returns(double[] x) {
    double[] out = new double[x.length - 1];
    for (int i = 0; i < out.length; i++) {
      out[i] = x[i + 1] / x[i] - 1;
    }
    return out;
  }

  private static double[] map(double[] x, DoubleUnaryOperator function) {
    return Arrays.stream(x).map(function).toArray();
  }
}
