package io.quantkit.features.catalogue;

import io.quantkit.features.Feature;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.econometric.Deterministic;
import io.quantkit.features.econometric.Garch;
import io.quantkit.features.econometric.GarchVariance;
import io.quantkit.features.econometric.JumpScore;
import io.quantkit.features.econometric.JumpTest;
import io.quantkit.features.econometric.MeanReversion;
import io.quantkit.features.econometric.RollingAutocorrelation;
import io.quantkit.features.econometric.RollingAutoregression;
import io.quantkit.features.econometric.RollingBreak;
import io.quantkit.features.econometric.RollingComplexity;
import io.quantkit.features.econometric.RollingDependence;
import io.quantkit.features.econometric.RollingDickeyFuller;
import io.quantkit.features.econometric.RollingEntropy;
import io.quantkit.features.econometric.RollingExplosiveness;
import io.quantkit.features.econometric.RollingHurst;
import io.quantkit.features.econometric.RollingKpss;
import io.quantkit.features.econometric.RollingNormality;
import io.quantkit.features.econometric.RollingPartialAutocorrelation;
import io.quantkit.features.econometric.RollingPortmanteau;
import io.quantkit.features.econometric.RollingRandomness;
import io.quantkit.features.econometric.RollingSampleEntropy;
import io.quantkit.features.econometric.RollingVarianceRatio;
import io.quantkit.features.econometric.StationarityFlag;
import io.quantkit.features.econometric.TailShape;
import io.quantkit.features.statistic.ChangePoint;
import io.quantkit.features.statistic.CusumFilter;
import io.quantkit.features.statistic.EwmaVariance;
import io.quantkit.features.statistic.FractionalDifference;
import io.quantkit.features.statistic.GiniDifference;
import io.quantkit.features.statistic.MeasuredCorrelation;
import io.quantkit.features.statistic.RealizedVariance;
import io.quantkit.features.statistic.RiskAdjustedReturn;
import io.quantkit.features.statistic.RollingMoments;
import io.quantkit.features.statistic.TailRisk;
import java.util.ArrayList;
import java.util.List;

/** Returns, risk, memory, stationarity, breaks, volatility and complexity of a rolling window. */
final class EconometricEntries {
  private static final String WINDOW = "O(w)";
  private static final String SQUARE = "O(w^2)";
  private static final String LOGARITHM = "O(log w)";
  private static final String CONSTANT = "O(1)";

  private EconometricEntries() {}

  static List<FeatureEntry> entries() {
    List<FeatureEntry> all = new ArrayList<>(moments());
    all.addAll(risk());
    all.addAll(memory());
    all.addAll(stationarity());
    all.addAll(breaks());
    all.addAll(volatility());
    all.addAll(complexity());
    return List.copyOf(all);
  }

  private static List<FeatureEntry> moments() {
    String source =
        "pandas rolling.mean, var, skew, kurt; D. Joanes and C. Gill, The Statistician 47, 1998";
    return List.of(
        moments(new RollingMoments(60), source, Unit.RATIO, Unit.RATIO),
        moments(
            new RollingMoments(60, RollingMoments.Bias.POPULATION, Measured.RETURNS, Input.CLOSE),
            "definition",
            Unit.RATIO,
            Unit.RATIO),
        moments(
            new RollingMoments(20, RollingMoments.Bias.SAMPLE, Measured.LEVELS, Input.CLOSE),
            source,
            Unit.PRICE,
            Unit.PRICE_SQUARED),
        pair(
            new MeasuredCorrelation(60, Measured.LEVELS, Input.CLOSE, Input.VOLUME),
            Unit.NOTIONAL,
            Unit.PRICE_PER_VOLUME),
        pair(
            new MeasuredCorrelation(60, Measured.RETURNS, Input.CLOSE, Input.OPEN),
            Unit.RATIO,
            Unit.RATIO),
        FeatureEntry.of(
            new RollingDependence(20, 4, Measured.RETURNS, Input.CLOSE, Input.VOLUME),
            "Dependence of two numbers of a bar",
            SQUARE,
            "scipy spearmanr, kendalltau; G. Szekely et al., Annals of Statistics 35, 2007",
            OutputEntry.within(-1, 1, "correlation(rank(x), rank(y))", Unit.RATIO),
            OutputEntry.within(
                -1, 1, "(concordant - discordant) / sqrt(untied x untied y)", Unit.RATIO),
            OutputEntry.within(0, 1, "distance covariance / distance deviations", Unit.RATIO),
            OutputEntry.within(
                0,
                StrictMath.log(4) + 1e-9,
                "sum(p(x, y) ln(p(x, y) / (p(x) p(y))))",
                Unit.RATIO)));
  }

  private static FeatureEntry moments(
      RollingMoments moments, String source, Unit mean, Unit variance) {
    return FeatureEntry.of(
        moments,
        "Moments of a rolling window",
        CONSTANT,
        source,
        OutputEntry.any("sum(x) / n", mean),
        OutputEntry.atLeastZero("sum((x - mean)^2) / (n - 1), population: n", variance),
        OutputEntry.any(
            "sqrt(n (n - 1)) / (n - 2) m3 / m2^1.5, population: m3 / m2^1.5", Unit.RATIO),
        OutputEntry.any(
            "(n - 1) / ((n - 2) (n - 3)) ((n + 1) g2 + 6), population: g2 = m4 / m2^2 - 3",
            Unit.RATIO));
  }

  private static FeatureEntry pair(MeasuredCorrelation pair, Unit covariance, Unit slope) {
    return FeatureEntry.of(
        pair,
        "Correlation of two numbers of a bar",
        CONSTANT,
        "pandas rolling.corr, rolling.cov; K. Pearson, 1895",
        OutputEntry.within(-1, 1, "sxy / sqrt(sxx syy)", Unit.RATIO),
        OutputEntry.any("sxy / (n - 1)", covariance),
        OutputEntry.any("sxy / syy", slope));
  }

  private static List<FeatureEntry> risk() {
    return List.of(
        riskAdjusted(new RiskAdjustedReturn(60)),
        riskAdjusted(new RiskAdjustedReturn(60, 252, 0.0001, Input.CLOSE)),
        tailRisk(new TailRisk(100, 0.95)),
        tailRisk(new TailRisk(250, 0.99)),
        FeatureEntry.of(
            new TailShape(120, 20),
            "Shape of the tail of losses",
            WINDOW,
            "B. Hill, Annals of Statistics 3, 1975; J. Hosking and J. Wallis, Technometrics 29,"
                + " 1987",
            OutputEntry.atLeastZero("mean(ln(loss(i) / loss(k+1)), i = 1..k)", Unit.RATIO),
            OutputEntry.any("2 - m0 / (m0 - 2 m1) of excesses over loss(k+1)", Unit.RATIO),
            OutputEntry.any("2 m0 m1 / (m0 - 2 m1) of excesses over loss(k+1)", Unit.RATIO)),
        FeatureEntry.of(
            new GiniDifference(60),
            "Gini's mean difference and coefficient of returns",
            LOGARITHM,
            "C. Gini, 1912; S. Yitzhaki, American Economic Review 72, 1982",
            OutputEntry.atLeastZero("mean(|r[i] - r[j]|, i != j)", Unit.RATIO),
            OutputEntry.within(0, 1, "sum((2 i - n - 1) |r|(i)) / (n sum(|r|))", Unit.RATIO)));
  }

  private static FeatureEntry riskAdjusted(RiskAdjustedReturn ratio) {
    return FeatureEntry.of(
        ratio,
        "Risk-adjusted return",
        CONSTANT,
        "empyrical sharpe_ratio, sortino_ratio; W. Sharpe, 1994; F. Sortino and R. van der Meer,"
            + " 1991",
        OutputEntry.any("sqrt(k) mean(r - target) / deviation(r, ddof 1)", Unit.RATIO),
        OutputEntry.any("sqrt(k) mean(r - target) / sqrt(mean(min(r - target, 0)^2))", Unit.RATIO));
  }

  private static FeatureEntry tailRisk(TailRisk risk) {
    return FeatureEntry.of(
        risk,
        "Historical value at risk, expected shortfall and tail ratio",
        LOGARITHM,
        "empyrical value_at_risk, conditional_value_at_risk, tail_ratio",
        OutputEntry.any("-quantile(r, 1 - level)", Unit.RATIO),
        OutputEntry.any("-mean of the floor((n - 1) (1 - level)) + 1 smallest r", Unit.RATIO),
        OutputEntry.atLeastZero("|quantile(r, level)| / |quantile(r, 1 - level)|", Unit.RATIO));
  }

  private static List<FeatureEntry> memory() {
    return List.of(
        listed(
            new RollingAutocorrelation(100, 20),
            "Autocorrelations",
            "O(w lags)",
            "statsmodels acf; G. Box and G. Jenkins, 1970",
            OutputEntry.within(-1, 1, "sum(d[t] d[t-k]) / sum(d[t]^2), d = x - mean", Unit.RATIO)),
        listed(
            new RollingPartialAutocorrelation(100, 10),
            "Partial autocorrelations",
            "O(w lags)",
            "statsmodels pacf(method = ywm); J. Durbin, 1960",
            OutputEntry.within(
                -1, 1, "last coefficient of Yule and Walker's equations", Unit.RATIO)),
        FeatureEntry.of(
            new RollingPortmanteau(100, 10),
            "Ljung-Box and Box-Pierce test",
            "O(w lags)",
            "statsmodels acorr_ljungbox; G. Ljung and G. Box, Biometrika 65, 1978",
            OutputEntry.atLeastZero("n (n + 2) sum(acf(k)^2 / (n - k))", Unit.RATIO),
            OutputEntry.within(0, 1, "chi-squared tail, lags degrees of freedom", Unit.RATIO),
            OutputEntry.atLeastZero("n sum(acf(k)^2)", Unit.RATIO),
            OutputEntry.within(0, 1, "chi-squared tail, lags degrees of freedom", Unit.RATIO)),
        FeatureEntry.of(
            new RollingAutoregression(60, 2),
            "Autoregression",
            "O(w order^2)",
            "statsmodels AutoReg; H. Mann and A. Wald, Econometrica 11, 1943",
            OutputEntry.any("c + sum(ar(i) x[t+1-i])", Unit.RATIO),
            OutputEntry.atLeastZero("sqrt(sum(e^2) / (n - 2 order - 1))", Unit.RATIO),
            OutputEntry.any("ar(1), least squares", Unit.RATIO),
            OutputEntry.any("ar(2), least squares", Unit.RATIO)),
        FeatureEntry.of(
            new RollingNormality(100),
            "Shapiro-Wilk and Jarque-Bera test of normality",
            "O(w log w)",
            "scipy.stats.shapiro, jarque_bera; P. Royston, AS R94, Applied Statistics 44, 1995",
            OutputEntry.within(
                0, 1, "corr(sorted x, expected normal order statistics)^2", Unit.RATIO),
            OutputEntry.within(0, 1, "Royston's normal tail of ln(1 - W)", Unit.RATIO),
            OutputEntry.atLeastZero("n / 6 (skewness^2 + excess kurtosis^2 / 4)", Unit.RATIO),
            OutputEntry.within(0, 1, "exp(-statistic / 2)", Unit.RATIO)),
        FeatureEntry.of(
            new RollingRandomness(60),
            "Durbin-Watson statistic and runs test",
            WINDOW,
            "J. Durbin and G. Watson, 1950; A. Wald and J. Wolfowitz, 1940",
            OutputEntry.within(0, 4, "sum((x[t] - x[t-1])^2) / sum((x - mean)^2)", Unit.RATIO),
            OutputEntry.any("(runs - expected) / deviation of runs around the mean", Unit.RATIO)),
        FeatureEntry.of(
            new RollingVarianceRatio(120, 5),
            "Variance ratio",
            "O(w q)",
            "A. Lo and A. MacKinlay, Review of Financial Studies 1, 1988",
            OutputEntry.atLeastZero(
                "var(x[t] - x[t-q]) / (q var(x[t] - x[t-1])), x = ln", Unit.OTHER),
            OutputEntry.any("(ratio - 1) / sqrt(2 (2 q - 1) (q - 1) / (3 q n))", Unit.OTHER),
            OutputEntry.any("(ratio - 1) / sqrt(theta(q))", Unit.OTHER)),
        FeatureEntry.of(
            new RollingHurst(128),
            "Hurst exponent",
            "O(w log w)",
            "H. Hurst, 1951; A. Anis and E. Lloyd, 1976; C. Peng et al., 1994",
            OutputEntry.any("slope of ln(range / deviation) on ln(block)", Unit.RATIO),
            OutputEntry.any(
                "0.5 + slope of ln(range / deviation / expected) on ln(block)", Unit.RATIO),
            OutputEntry.any("slope of ln(fluctuation) on ln(box)", Unit.RATIO)),
        FeatureEntry.of(
            new FractionalDifference(0.4, 0.001),
            "Fractional difference of fixed width",
            WINDOW,
            "J. Hosking, Biometrika 68, 1981; M. Lopez de Prado, 2018, chapter 5",
            OutputEntry.any("sum(w[k] ln x[t-k]), w[k] = -w[k-1] (d - k + 1) / k", Unit.OTHER)));
  }

  private static List<FeatureEntry> stationarity() {
    return List.of(
        adf(new RollingDickeyFuller(100)),
        adf(new RollingDickeyFuller(100, Deterministic.NONE, 1, Measured.LEVELS, Input.CLOSE)),
        adf(new RollingDickeyFuller(100, Deterministic.TREND, 2, Measured.LOGS, Input.CLOSE)),
        adf(
            new RollingDickeyFuller(
                100, Deterministic.QUADRATIC_TREND, 0, Measured.LOGS, Input.CLOSE)),
        kpss(new RollingKpss(100)),
        kpss(new RollingKpss(100, true, 4, Measured.LOGS, Input.CLOSE)),
        FeatureEntry.of(
            new StationarityFlag(100),
            "Stationarity by two tests",
            WINDOW,
            "statsmodels adfuller and kpss",
            OutputEntry.within(-1, 1, "(adf p < level) - (kpss p < level)", Unit.OTHER)),
        FeatureEntry.of(
            new MeanReversion(60),
            "Mean reversion, Ornstein-Uhlenbeck",
            WINDOW,
            "x[t+1] - x[t] = a + s x[t] + e by least squares",
            OutputEntry.any("-s", Unit.OTHER),
            OutputEntry.within(0, 600, "-ln(2) / ln(1 + s), at most 10 n", Unit.OTHER),
            OutputEntry.any("-a / s", Unit.OTHER),
            OutputEntry.atLeastZero("sqrt(mean(e^2))", Unit.OTHER),
            OutputEntry.any("s / standard error(s)", Unit.OTHER)),
        FeatureEntry.of(
            new RollingExplosiveness(100),
            "Backward sup-ADF",
            WINDOW,
            "P. Phillips, S. Shi and J. Yu, International Economic Review 56, 2015",
            OutputEntry.any("max(adf t of x[s..t], s)", Unit.OTHER)));
  }

  private static FeatureEntry adf(RollingDickeyFuller test) {
    return FeatureEntry.of(
        test,
        "Augmented Dickey-Fuller test",
        WINDOW,
        "statsmodels adfuller; S. Said and D. Dickey, 1984; J. MacKinnon, 1994",
        OutputEntry.any("t of x[t-1] in dx[t] = terms + b x[t-1] + lags + e", Unit.OTHER),
        OutputEntry.within(0, 1, "MacKinnon(t)", Unit.OTHER));
  }

  private static FeatureEntry kpss(RollingKpss test) {
    return FeatureEntry.of(
        test,
        "KPSS test",
        "O(w lags)",
        "statsmodels kpss; D. Kwiatkowski et al., Journal of Econometrics 54, 1992",
        OutputEntry.atLeastZero("sum(S[t]^2) / (n^2 long-run variance)", Unit.OTHER),
        OutputEntry.within(0.01, 0.1, "interpolated in the paper's table", Unit.OTHER));
  }

  private static List<FeatureEntry> breaks() {
    return List.of(
        FeatureEntry.of(
            new CusumFilter(0.05),
            "CUSUM filter",
            CONSTANT,
            "M. Lopez de Prado, Advances in Financial Machine Learning, 2018, 2.5.2",
            OutputEntry.within(-1, 1, "sign of the sum that passed the threshold", Unit.CODE),
            OutputEntry.within(0, 0.05, "max(0, up[t-1] + ln(x[t] / x[t-1]))", Unit.LOG),
            OutputEntry.within(-0.05, 0, "min(0, down[t-1] + ln(x[t] / x[t-1]))", Unit.LOG)),
        FeatureEntry.of(
            new RollingBreak(60),
            "Break of the mean at an unknown time",
            WINDOW,
            "D. Andrews, Econometrica 61, 1993; W. Ploberger and W. Kramer, Econometrica 60, 1992",
            OutputEntry.atLeastZero("max(F of a change of the mean at k, k)", Unit.RATIO),
            OutputEntry.within(0, 60, "n - argmax(F)", Unit.BARS),
            OutputEntry.atLeastZero("max|sum(x - mean)| / (deviation sqrt(n))", Unit.RATIO)),
        FeatureEntry.of(
            new ChangePoint(10, 100, 100, 0.01, Input.CLOSE),
            "Change-point probability",
            "O(longest)",
            "R. Adams and D. MacKay, arXiv:0710.3742, 2007",
            OutputEntry.within(0, 1, "P(run <= recent)", Unit.RATIO),
            OutputEntry.within(0, 100, "E(run)", Unit.BARS)));
  }

  private static List<FeatureEntry> volatility() {
    Garch.Parameters garch =
        new Garch.Parameters(0, 2e-6, 0.05, 0.1, 0.88, Double.POSITIVE_INFINITY);
    return List.of(
        FeatureEntry.of(
            new EwmaVariance(0.94),
            "RiskMetrics variance",
            CONSTANT,
            "J. P. Morgan, RiskMetrics Technical Document, 1996",
            OutputEntry.atLeastZero("lambda v[t-1] + (1 - lambda) ln(x[t] / x[t-1])^2", Unit.LOG)),
        FeatureEntry.of(
            new GarchVariance(garch),
            "GARCH variance",
            CONSTANT,
            "T. Bollerslev, 1986; L. Glosten, R. Jagannathan and D. Runkle, 1993",
            OutputEntry.atLeastZero(
                "omega + (alpha + gamma [e < 0]) e^2 + beta v[t-1], e = ln(x[t] / x[t-1]) - mean",
                Unit.LOG)),
        FeatureEntry.of(
            new RealizedVariance(5, 22),
            "Realised variance of a day, week and month",
            CONSTANT,
            "F. Corsi, Journal of Financial Econometrics 7, 2009",
            OutputEntry.atLeastZero("ln(x[t] / x[t-1])^2", Unit.LOG),
            OutputEntry.atLeastZero("mean(day, week)", Unit.LOG),
            OutputEntry.atLeastZero("mean(day, month)", Unit.LOG)),
        FeatureEntry.of(
            new JumpTest(60),
            "Jump test by bipower variation",
            WINDOW,
            "O. Barndorff-Nielsen and N. Shephard, 2004; X. Huang and G. Tauchen, 2005",
            OutputEntry.atLeastZero("sum(r^2)", Unit.LOG),
            OutputEntry.atLeastZero("pi / 2 n / (n - 1) sum(|r[t]| |r[t-1]|)", Unit.LOG),
            OutputEntry.within(0, 1, "max(0, 1 - bipower / realised)", Unit.RATIO),
            OutputEntry.any("(1 - bipower / realised) / standard error", Unit.RATIO)),
        FeatureEntry.of(
            new JumpScore(60),
            "Jump score of the last return",
            WINDOW,
            "S. Lee and P. Mykland, Review of Financial Studies 21, 2008",
            OutputEntry.any("r[t] / sqrt(bipower variation before / n)", Unit.RATIO),
            OutputEntry.within(0, 1, "1 - exp(-exp(-(|score| - C) / S))", Unit.RATIO)));
  }

  private static List<FeatureEntry> complexity() {
    return List.of(
        FeatureEntry.of(
            new RollingEntropy(60),
            "Shannon and permutation entropy",
            WINDOW,
            "C. Shannon, 1948; C. Bandt and B. Pompe, Physical Review Letters 88, 2002",
            OutputEntry.within(0, StrictMath.log(10) + 1e-9, "-sum(p ln(p)) of bins", Unit.RATIO),
            OutputEntry.within(0, 1, "-sum(p ln(p)) of orders / ln(order!)", Unit.RATIO)),
        FeatureEntry.of(
            new RollingSampleEntropy(24),
            "Sample and approximate entropy",
            SQUARE,
            "J. Richman and J. Moorman, 2000; S. Pincus, 1991",
            OutputEntry.within(0, StrictMath.log(231) + 1e-9, "-ln(A / B)", Unit.RATIO),
            OutputEntry.any("phi(m) - phi(m + 1)", Unit.RATIO)),
        FeatureEntry.of(
            new RollingComplexity(64),
            "Complexity of ups and downs",
            SQUARE,
            "A. Lempel and J. Ziv, 1976; I. Kontoyiannis et al., 1998",
            OutputEntry.atLeastZero("words log2(n) / n", Unit.RATIO),
            OutputEntry.atLeastZero("mean(log2(i + 1) / L[i])", Unit.RATIO)));
  }

  private static FeatureEntry listed(
      Feature feature, String title, String cost, String source, OutputEntry each) {
    List<OutputEntry> outputs = new ArrayList<>();
    for (int o = 0; o < feature.outputs().size(); o++) {
      outputs.add(each);
    }
    return new FeatureEntry(feature, title, cost, source, outputs);
  }
}
