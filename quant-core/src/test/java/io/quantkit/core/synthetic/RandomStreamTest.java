package io.quantkit.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  @Test
  void streamsOfNeighbouringSeedsAndIndicesAreUnrelated() {
    for (int lag = 0; lag < 4; lag++) {
      checkUncorrelated(RandomStream.of(1, 0), RandomStream.of(1, 1), lag);
      checkUncorrelated(RandomStream.of(1, 0), RandomStream.of(2, 0), lag);
      checkUncorrelated(RandomStream.of(1, 1), RandomStream.of(2, 0), lag);
      checkUncorrelated(RandomStream.of(1, 0), RandomStream.of(1 + 2 * GOLDEN, 0), lag);
      checkUncorrelated(RandomStream.of(1, 0), RandomStream.of(1, 2 * GOLDEN), lag);
    }
  }

  private static void checkUncorrelated(RandomStream x, RandomStream y, int lag) {
    for (int i = 0; i < lag; i++) {
      y.gaussian();
    }
    ZScore product = new ZScore("product at lag " + lag, 0);
    for (int i = 0; i < 20_000; i++) {
      product.add(x.gaussian() * y.gaussian());
    }
    product.check();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 2.5, 40})
  void gammaHasItsMoments(double shape) {
    RandomStream random = RandomStream.of(5);
    ZScore mean = new ZScore("mean", shape);
    ZScore variance = new ZScore("variance", shape);
    ZScore third = new ZScore("third moment", 2 * shape);
    for (int i = 0; i < 100_000; i++) {
      double d = random.gamma(shape) - shape;
      mean.add(d + shape);
      variance.add(d * d);
      third.add(d * d * d);
    }
    mean.check();
    variance.check();
    third.check();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 3, 16, 100})
  void poissonHasItsMoments(double rate) {
    RandomStream random = RandomStream.of(6);
    ZScore mean = new ZScore("mean", rate);
    ZScore variance = new ZScore("variance", rate);
    for (int i = 0; i < 100_000; i++) {
      int events = random.poisson(rate);
      mean.add(events);
      variance.add((events - rate) * (events - rate));
    }
    if (rate == 0) {
      assertThat(mean.mean()).isZero();
    } else {
      mean.check();
      variance.check();
    }
  }

  @Test
  void exponentialAndUniformHaveTheirMoments() {
    RandomStream random = RandomStream.of(7);
    ZScore mean = new ZScore("mean", 1);
    ZScore square = new ZScore("square", 2);
    ZScore whole = new ZScore("below 10", 4.5);
    for (int i = 0; i < 100_000; i++) {
      double x = random.exponential();
      mean.add(x);
      square.add(x * x);
      whole.add(random.below(10));
    }
    mean.check();
    square.check();
    whole.check();
  }

  @Test
  void refusesParametersWithoutADistribution() {
    RandomStream random = RandomStream.of(1);

    assertThatThrownBy(() -> random.below(0)).hasMessage("bound must be at least 1, was 0");
    assertThatThrownBy(() -> random.gamma(0)).hasMessage("shape must be positive, was 0.0");
    assertThatThrownBy(() -> random.poisson(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
