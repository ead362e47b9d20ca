package io.quantkit.features.econometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.math.GaussianRandom;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.Indicator;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.catalogue.FeatureCatalogue;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.statistic.ChangePoint;
import io.quantkit.features.statistic.CusumFilter;
import io.quantkit.features.statistic.EwmaVariance;
import io.quantkit.features.statistic.FractionalDifference;
import io.quantkit.features.statistic.RiskAdjustedReturn;
import io.quantkit.features.statistic.RollingMoments;
import io.quantkit.features.statistic.TailRisk;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RollingRecipesTest {
  private static final int N = 300;
  private static final double[] PRICES = closes(SampleBars.walk(N, 5));
  private static final double[] RETURNS = returns(PRICES);
  private static final double[] LOGS = Arrays.stream(PRICES).map(StrictMath::log).toArray();

  @Test
  void windowsSayWhatTheFunctionsSay() {
    double[] r = Arrays.copyOfRange(RETURNS, RETURNS.length - 100, RETURNS.length);
    double[] x = Arrays.copyOfRange(LOGS, LOGS.length - 100, LOGS.length);
    double[] acf = Autocorrelations.full(r, 5, false);
    double[] pacf = Autocorrelations.partial(r, 5, Autocorrelations.Partial.YULE_WALKER);
    for (int k = 1; k <= 5; k++) {
      same(new RollingAutocorrelation(100, 5), k - 1, acf[k]);
      same(new RollingPartialAutocorrelation(100, 5), k - 1, pacf[k]);
    }
    TestResult ljung = Autocorrelations.ljungBox(r, 5);
    same(new RollingPortmanteau(100, 5), 0, ljung.statistic());
    same(new RollingPortmanteau(100, 5), 1, ljung.pValue());
    UnitRootResult adf = DickeyFuller.test(x, Deterministic.CONSTANT, 1);
    same(new RollingDickeyFuller(100), 0, adf.statistic());
    same(new RollingDickeyFuller(100), 1, adf.pValue());
    Kpss.Result kpss = Kpss.test(x, false, Kpss.shortLags(100));
    same(new RollingKpss(100), 0, kpss.statistic());
    same(new RollingKpss(100), 1, kpss.pValue());
    VarianceRatio ratio = VarianceRatio.of(x, 4);
    same(new RollingVarianceRatio(100, 4), 0, ratio.ratio());
    same(new RollingVarianceRatio(100, 4), 2, ratio.heteroskedastic().statistic());
    same(
        new MeanReversion(100),
        MeanReversion.T,
        DickeyFuller.test(x, Deterministic.CONSTANT, 0).statistic());
    int window = Explosiveness.usualWindow(100);
    same(new RollingExplosiveness(100), 0, Explosiveness.backwardSadf(x, window, 0)[99]);
    same(new RollingEntropy(100), 0, Entropies.shannon(r, 10));
    same(new RollingEntropy(100), 1, Entropies.permutation(r, 3));
    StructuralBreaks.SupF sup = StructuralBreaks.supF(r, new double[0][], 0.15, 1, 1);
    same(new RollingBreak(100), 0, sup.statistic());
    same(new RollingBreak(100), 1, 100 - sup.at());
    TestResult cusum = StructuralBreaks.cusumOfResiduals(r, new double[0][]);
    same(new RollingBreak(100), 2, cusum.statistic());
    double[] losses = Arrays.stream(r).map(v -> -v).toArray();
    same(new TailShape(100, 20), 0, ExtremeValues.hill(losses, 20));
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    ExtremeValues.Pareto pareto = ExtremeValues.peaksOverThreshold(losses, sorted[79]);
    same(new TailShape(100, 20), 1, pareto.shape());
    same(new TailShape(100, 20), 2, pareto.scale());
    double[] logReturns = Samples.differences(x);
    Jumps.Bipower bipower = Jumps.bipower(logReturns);
    same(new JumpTest(99), 0, bipower.realized());
    same(new JumpTest(99), 1, bipower.bipower());
    same(new JumpTest(99), 3, bipower.test().statistic());
    int[] sizes = HurstExponent.usualSizes(99);
    same(new RollingHurst(99), 0, HurstExponent.rescaledRange(logReturns, sizes).exponent());
    same(
        new RollingHurst(99),
        1,
        HurstExponent.correctedRescaledRange(logReturns, sizes).exponent());
    same(new RollingHurst(99), 2, HurstExponent.detrendedFluctuation(logReturns, sizes).exponent());
  }

  @Test
  void dependenceOfWindowsIsThatOfTheFunctions() {
    BarSeries bars = SampleBars.walk(N, 5);
    double[] volume = new double[N];
    Input.VOLUME.copyInto(bars, 0, N, volume, 0);
    double[] x = Arrays.copyOfRange(PRICES, N - 50, N);
    double[] y = Arrays.copyOfRange(volume, N - 50, N);
    double[][] out =
        new RollingDependence(50, 4, Measured.LEVELS, Input.CLOSE, Input.VOLUME).over(bars);
    assertThat(out[RollingDependence.SPEARMAN][N - 1])
        .isCloseTo(Dependence.spearman(x, y).statistic(), within(1e-12));
    assertThat(out[RollingDependence.KENDALL][N - 1])
        .isCloseTo(Dependence.kendall(x, y).statistic(), within(1e-12));
    assertThat(out[RollingDependence.DISTANCE][N - 1])
        .isCloseTo(Dependence.distance(x, y), within(1e-12));
    assertThat(out[RollingDependence.INFORMATION][N - 1])
        .isCloseTo(Dependence.mutualInformation(x, y, 4), within(1e-12));
  }

  @Test
  void flatPricesHaveNoValueAndNoError() {
    double[] flat = new double[400];
    Arrays.fill(flat, 100);
    for (Feature feature : FeatureCatalogue.features()) {
      if (feature instanceof Indicator indicator
          && feature.getClass().getPackage() == RollingRecipesTest.class.getPackage()) {
        double[][] out = new double[feature.outputs().size()][flat.length];
        indicator.over(flat, out);
        for (double[] output : out) {
          assertThat(Arrays.stream(output).filter(Double::isInfinite).count())
              .as(feature.outputs().get(0).toString())
              .isZero();
        }
        indicator.over(new double[0], new double[out.length][0]);
        indicator.over(new double[] {1}, new double[out.length][1]);
      }
    }
  }

  @Test
  void parametersOfSimulatedProcessesAreRecovered() {
    GaussianRandom random = new GaussianRandom(7);
    double[] reverting = new double[20_000];
    double b = StrictMath.exp(-0.05);
    double noise = 0.3 * Math.sqrt((1 - b * b) / 0.1);
    for (int t = 1; t < reverting.length; t++) {
      reverting[t] = 2 + b * (reverting[t - 1] - 2) + noise * random.next();
    }
    OrnsteinUhlenbeck process = OrnsteinUhlenbeck.fit(reverting, 1);
    assertThat(process.speed()).isCloseTo(0.05, within(0.006));
    assertThat(process.mean()).isCloseTo(2, within(0.15));
    assertThat(process.volatility()).isCloseTo(0.3, within(0.01));
    double[] returns = new double[5_000];
    double variance = 1;
    for (int t = 0; t < returns.length; t++) {
      returns[t] = Math.sqrt(variance) * random.next();
      variance = 0.05 + 0.1 * returns[t] * returns[t] + 0.85 * variance;
    }
    Garch.Parameters garch = Garch.fit(returns, Garch.Distribution.NORMAL, false).parameters();
    assertThat(garch.alpha()).isCloseTo(0.1, within(0.03));
    assertThat(garch.beta()).isCloseTo(0.85, within(0.05));
  }

  @Test
  void aChangeOfVolatilityIsDetected() {
    GaussianRandom random = new GaussianRandom(3);
    double[] prices = new double[400];
    double log = 4;
    for (int t = 0; t < prices.length; t++) {
      log += (t < 300 ? 0.005 : 0.05) * random.next();
      prices[t] = StrictMath.exp(log);
    }
    double[] probability = new ChangePoint(10).over(prices);
    assertThat(probability[299]).isLessThan(0.2);
    assertThat(Arrays.stream(probability, 300, 312).max().orElseThrow()).isGreaterThan(0.95);
  }

  @Test
  void changesOfTheMeanAreFound() {
    GaussianRandom random = new GaussianRandom(5);
    double[] x = new double[300];
    for (int t = 0; t < x.length; t++) {
      x[t] = (t < 100 ? 0 : t < 220 ? 2 : -1) + 0.5 * random.next();
    }
    assertThat(StructuralBreaks.meanShifts(x, 4, 15).at()).containsExactly(100, 220);
    assertThat(StructuralBreaks.chow(x, new double[0][], 100).pValue()).isLessThan(1e-5);
    StructuralBreaks.SupF sup = StructuralBreaks.supF(x, new double[0][], 0.15, 99, 1);
    assertThat(sup.at()).isEqualTo(220);
    assertThat(sup.pValue()).isEqualTo(0.01);
    assertThat(StructuralBreaks.cusumOfResiduals(x, new double[0][]).rejects(0.01)).isTrue();
  }

  @Test
  void publishedCriticalValuesHaveTheirProbabilities() {
    assertThat(Distributions.kolmogorovTail(1.358)).isCloseTo(0.05, within(2e-4));
    assertThat(Distributions.chiSquaredTail(18.307, 10)).isCloseTo(0.05, within(1e-5));
    assertThat(Distributions.fisherTail(4.0, 1, 60)).isCloseTo(0.05, within(2e-4));
    assertThat(Distributions.studentTwoSided(2.0, 60)).isCloseTo(0.05, within(1e-4));
    CriticalValues sadf = Explosiveness.criticalValues(100, 19, false, 500, 11);
    assertThat(sadf.fivePercent()).isCloseTo(1.3, within(0.25));
  }

  @Test
  void badParametersAreNamed() {
    rejects(() -> new RollingMoments(3), "period must be at least 4, was 3");
    rejects(() -> new RollingAutocorrelation(5, 0), "lags must be at least 1, was 0");
    rejects(() -> new RollingAutocorrelation(5, 5), "period must be at least 6, was 5");
    rejects(() -> new TailRisk(100, 1), "level must be within (0.5, 1), was 1.0");
    rejects(() -> new EwmaVariance(Double.NaN), "lambda must be within (0, 1), was NaN");
    rejects(() -> new CusumFilter(0), "threshold must be positive and finite, was 0.0");
    rejects(() -> new FractionalDifference(-1, 0.1), "order must be within [0, 2], was -1.0");
    rejects(() -> new RiskAdjustedReturn(1), "period must be at least 2, was 1");
    rejects(
        () -> new StationarityFlag(100, 0.5, Measured.LOGS, Input.CLOSE),
        "level must be within [0.01, 0.1], was 0.5");
    rejects(() -> new RollingHurst(-3), "period must be at least 64, was -3");
    rejects(() -> Normality.jarqueBera(1, 2), "x must hold at least 3 numbers, held 2");
    rejects(
        () -> Autocorrelations.full(new double[] {1, Double.NaN, 2}, 1, false),
        "x must be finite, was NaN at 1");
    rejects(
        () -> Autocorrelations.full(new double[] {1, 2, 3}, 3, false),
        "lags must be within [1, 3), was 3");
  }

  private static void rejects(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  private static void same(Indicator indicator, int output, double expected) {
    double[][] out = new double[indicator.outputs().size()][PRICES.length];
    indicator.over(PRICES, out);
    assertThat(out[output][PRICES.length - 1])
        .as(indicator.outputs().get(output).toString())
        .isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
  }

  private static double[] closes(BarSeries bars) {
    double[] out = new double[bars.size()];
    Input.CLOSE.copyInto(bars, 0, out.length, out, 0);
    return out;
  }

  private static double[] returns(double[] x) {
    double[] out = new double[x.length - 1];
    for (int i = 0; i < out.length; i++) {
      out[i] = (x[i + 1] - x[i]) / x[i];
    }
    return out;
  }
}
