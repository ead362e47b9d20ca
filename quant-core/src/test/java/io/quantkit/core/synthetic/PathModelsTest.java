package io.quantkit.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.synthetic.RegimeSwitching.Regime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds each process to what theory says in closed form; means may miss by 4.5 standard errors. */
class PathModelsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 12})
  void geometricBrownianMotionHasItsMeanAndVarianceAtAnyStep(int steps) {
    GeometricBrownianMotion model = new GeometricBrownianMotion(50, 0.1, 0.4);
    double mean = 50 * Math.exp(0.1);
    ZScore price = new ZScore("price", mean);
    ZScore variance = new ZScore("variance", mean * mean * Math.expm1(0.16));
    ZScore log = new ZScore("log return", 0.1 - 0.08);
    ZScore logSquare = new ZScore("squared log return", 0.16);
    for (int i = 0; i < 100_000; i++) {
      double last = last(model, steps, 1, i);
      price.add(last);
      variance.add((last - mean) * (last - mean));
      log.add(Math.log(last / 50));
      logSquare.add(Math.pow(Math.log(last / 50) - 0.02, 2));
    }
    check(price, variance, log, logSquare);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10})
  void ornsteinUhlenbeckForgetsItsStartAndKeepsItsVarianceAtAnyStep(int steps) {
    OrnsteinUhlenbeck model = new OrnsteinUhlenbeck(3, 1, 2, 0.5);
    double years = model.halfLife();
    ZScore level = new ZScore("half of the deviation is left", 2);
    ZScore variance = new ZScore("variance", model.stationaryVariance() * 0.75);
    ZScore product =
        new ZScore("autocovariance over a half-life", model.stationaryVariance() * (0.5 - 0.125));
    for (int i = 0; i < 100_000; i++) {
      double[] path = model.path(2 * steps, years / steps, i);
      double first = path[steps] - 2;
      double second = path[2 * steps] - 1.5;
      level.add(path[steps]);
      variance.add(first * first);
      product.add(first * second);
    }
    check(level, variance, product);
  }

  @Test
  void ornsteinUhlenbeckReachesItsStationaryVariance() {
    OrnsteinUhlenbeck model = new OrnsteinUhlenbeck(1, 1, 4, 2);
    ZScore variance = new ZScore("variance", 0.5);
    for (int i = 0; i < 50_000; i++) {
      variance.add(Math.pow(last(model, 3, 30, i) - 1, 2));
    }
    check(variance);
    assertThat(model.exponential().initial()).isCloseTo(Math.E, within(1e-15));
    assertThat(Math.log(model.exponential().path(5, 0.1, 9)[5]))
        .isCloseTo(model.path(5, 0.1, 9)[5], within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void mertonJumpsHaveTheirMomentsUpToTheFourthAtAnyStep(int steps) {
    MertonJumpDiffusion model = new MertonJumpDiffusion(100, 0.07, 0.15, 3, -0.05, 0.1);
    double compensation = 3 * Math.expm1(-0.05 + 0.005);
    double mean = 0.07 - 0.15 * 0.15 / 2 - compensation + 3 * -0.05;
    double variance = 0.15 * 0.15 + 3 * (0.0025 + 0.01);
    double excess =
        3 * (Math.pow(0.05, 4) + 6 * 0.0025 * 0.01 + 3 * Math.pow(0.1, 4)) / (variance * variance);
    double skew = 3 * -0.05 * (0.0025 + 3 * 0.01);
    ZScore price = new ZScore("price", 100 * Math.exp(0.07));
    ZScore first = new ZScore("mean", mean);
    ZScore second = new ZScore("variance", variance);
    ZScore third = new ZScore("third moment", skew);
    ZScore fourth = new ZScore("fourth moment", variance * variance * (3 + excess));
    for (int i = 0; i < 200_000; i++) {
      double last = last(model, steps, 1, i);
      double d = Math.log(last / 100) - mean;
      price.add(last);
      first.add(d + mean);
      second.add(d * d);
      third.add(d * d * d);
      fourth.add(d * d * d * d);
    }
    check(price, first, second, third, fourth);
  }

  /** Fang and Oosterlee, SIAM Journal on Scientific Computing 31 (2008), section 5.3. */
  @Test
  void hestonPricesThePublishedOption() {
    Heston model = new Heston(100, 0, 0.0175, 0.0398, 1.5768, 0.5751, -0.5711, true);
    ZScore call = new ZScore("call", 5.785155450);
    ZScore price = new ZScore("price", 100);
    ZScore variance = new ZScore("variance", model.expectedVariance(1));
    for (int i = 0; i < 100_000; i++) {
      PathModel.VariancePath path = model.start(1.0 / 32, RandomStream.of(11, i));
      double last = 0;
      for (int step = 0; step < 32; step++) {
        last = path.next();
      }
      call.add(Math.max(last - 100, 0));
      price.add(last);
      variance.add(path.variance());
    }
    check(call, price, variance);
  }

  /** Andersen's case I: long steps, a variance that mostly sits at 0. */
  @Test
  void hestonHoldsInAndersensHardCase() {
    Heston model = new Heston(100, 0, 0.04, 0.04, 0.5, 1, -0.9, true);
    ZScore call = new ZScore("call", 13.0847);
    ZScore price = new ZScore("price", 100);
    ZScore variance = new ZScore("variance", 0.04);
    for (int i = 0; i < 40_000; i++) {
      PathModel.VariancePath path = model.start(1.0 / 8, RandomStream.of(12, i));
      double last = 0;
      for (int step = 0; step < 80; step++) {
        last = path.next();
        assertThat(path.variance()).isNotNegative();
      }
      call.add(Math.max(last - 100, 0));
      price.add(last);
      variance.add(path.variance());
    }
    check(call, price, variance);
  }

  @Test
  void hestonKeepsTheExpectedPriceExactlyWhenCorrectedEvenInOneLongStep() {
    Heston model = new Heston(100, 0.05, 0.04, 0.04, 0.5, 1, -0.9, true);
    ZScore price = new ZScore("price", 100 * Math.exp(0.05));
    for (int i = 0; i < 200_000; i++) {
      price.add(last(model, 1, 1, i));
    }
    check(price);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, 12})
  void garchHasItsLongRunVarianceKurtosisAndMemory(double degreesOfFreedom) {
    Garch model = new Garch(1, 0.001, 2e-6, 0.05, 0.9, degreesOfFreedom);
    double h = model.unconditionalVariance();
    double kurtosis = model.kurtosis();
    ZScore variance = new ZScore("variance", h);
    ZScore fourth = new ZScore("fourth moment", kurtosis * h * h);
    ZScore product =
        new ZScore("product of squares", h * h * (1 + (kurtosis - 1) * firstOfSquares(model)));
    for (int i = 0; i < 30_000; i++) {
      double[] path = model.path(122, 1, i);
      double x = Math.log(path[121] / path[120]) - 0.001;
      double y = Math.log(path[122] / path[121]) - 0.001;
      variance.add(x * x);
      fourth.add(x * x * x * x);
      product.add(x * x * y * y);
    }
    check(variance, fourth, product);
  }

  /** The first autocorrelation of squares, {@code a (1 - b^2 - a b) / (1 - b^2 - 2 a b)}. */
  private static double firstOfSquares(Garch model) {
    double a = model.alpha();
    double b = model.beta();
    return a * (1 - a * b - b * b) / (1 - 2 * a * b - b * b);
  }

  @Test
  void garchTellsWhereItsKurtosisDoesNotExist() {
    assertThat(new Garch(1, 0, 1, 0.1, 0.8, 4).kurtosis()).isInfinite();
    assertThat(Garch.normal(1, 0, 1, 0.7, 0.2).kurtosis()).isInfinite();
    assertThat(Garch.normal(1, 0, 1, 0, 0).kurtosis()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50})
  void regimesLastAsLongAsTheirRatesSayAtAnyStep(int steps) {
    RegimeSwitching model =
        RegimeSwitching.of(
            10,
            List.of(new Regime(0.1 * 0.1 / 2, 0.1), new Regime(0.4 * 0.4 / 2, 0.4)),
            new double[][] {{0, 2}, {6, 0}});
    double inWild = 0.25 * (1 - Math.exp(-8));
    double timeInWild = 0.25 - 0.25 * (1 - Math.exp(-8)) / 8;
    ZScore regime = new ZScore("in the second regime", inWild);
    ZScore variance = new ZScore("variance", 0.01 * (1 - timeInWild) + 0.16 * timeInWild);
    ZScore mean = new ZScore("log return", 0);
    for (int i = 0; i < 60_000; i++) {
      RegimeSwitching.RegimePath path = model.start(1.0 / steps, RandomStream.of(13, i));
      double last = 0;
      for (int step = 0; step < steps; step++) {
        last = path.next();
      }
      double log = Math.log(last / 10);
      regime.add(path.regime());
      variance.add(log * log);
      mean.add(log);
    }
    check(regime, variance, mean);
    assertThat(model.meanDuration(0)).isEqualTo(0.5);
  }

  @Test
  void regimesAreLeftAfterTheirMeanDuration() {
    RegimeSwitching model =
        RegimeSwitching.of(
            1,
            List.of(new Regime(0, 0.1), new Regime(0, 0.2), new Regime(0, 0.3)),
            new double[][] {{0, 3, 1}, {1, 0, 1}, {0, 0, 0}});
    double dt = 1e-3;
    ZScore exit = new ZScore("first exit", dt / -Math.expm1(-4 * dt));
    ZScore toFirst = new ZScore("to the second regime", 0.75);
    for (int i = 0; i < 4_000; i++) {
      RegimeSwitching.RegimePath path = model.start(dt, RandomStream.of(14, i));
      int step = 0;
      while (path.regime() == 0) {
        path.next();
        step++;
      }
      exit.add(step * dt);
      toFirst.add(path.regime() == 1 ? 1 : 0);
    }
    check(exit, toFirst);
    assertThat(model.meanDuration(2)).isInfinite();
  }

  @Test
  void refusesParametersThatMakeNoProcess() {
    assertThatThrownBy(() -> new GeometricBrownianMotion(0, 0, 1))
        .hasMessage("initial must be positive and finite, was 0.0");
    assertThatThrownBy(() -> new OrnsteinUhlenbeck(0, 0, 0, 1))
        .hasMessage("reversion must be positive and finite, was 0.0");
    assertThatThrownBy(() -> new MertonJumpDiffusion(1, 0, 0.1, -1, 0, 0))
        .hasMessage("jumpRate must be at least 0 and finite, was -1.0");
    assertThatThrownBy(() -> new Heston(1, 0, 0.04, 0.04, 1, 0.3, -1.2, true))
        .hasMessage("correlation must be within [-1.0, 1.0], was -1.2");
    assertThatThrownBy(() -> Garch.normal(1, 0, 1, 0.5, 0.5))
        .hasMessage("alpha + beta must be below 1, was 0.5 + 0.5");
    assertThatThrownBy(() -> new Garch(1, 0, 1, 0.1, 0.5, 2))
        .hasMessage("degreesOfFreedom must be above 2, was 2.0");
    assertThatThrownBy(() -> RegimeSwitching.of(1, List.of(new Regime(0, 1)), new double[0][]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GeometricBrownianMotion(1, 0, 1).path(-1, 1, 1))
        .hasMessage("steps must be at least 0, was -1");
    assertThatThrownBy(() -> new GeometricBrownianMotion(1, 0, 1).path(1, 0, 1))
        .hasMessage("yearsPerStep must be positive and finite, was 0.0");
  }

  private static double last(PathModel model, int steps, double years, int index) {
    PathModel.Path path = model.start(years / steps, RandomStream.of(42, index));
    double last = 0;
    for (int i = 0; i < steps; i++) {
      last = path.next();
    }
    return last;
  }

  private static void check(ZScore... scores) {
    for (ZScore score : scores) {
      score.check();
    }
  }
}
