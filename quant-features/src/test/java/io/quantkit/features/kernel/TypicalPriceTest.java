package io.quantkit.features.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TypicalPriceTest {

  @Test
  void isRoundedAsADivisionIs() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1_000_000; i++) {
      double high = Math.scalb(1 + random.nextDouble(), random.nextInt(-300, 300));
      double low = high * random.nextDouble();
      double close = low + (high - low) * random.nextDouble();
      assertThat(TypicalPrice.of(high, low, close) == (high + low + close) / 3).isTrue();
    }
  }

  @Test
  void isNotFiniteWhereAPriceIsNot() {
    assertThat(TypicalPrice.of(Double.POSITIVE_INFINITY, 1, 1)).isNotFinite();
    assertThat(TypicalPrice.of(2, 1, Double.NaN)).isNaN();
    assertThat(TypicalPrice.of(0, 0, 0)).isZero();
  }
}
