package io.quantkit.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExactSumTest {

  @Property(tries = 2_000)
  void roundsTheExactSumOnce(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ExactSum sum = new ExactSum();
    BigDecimal exact = BigDecimal.ZERO;
    int spread = 1 + random.nextInt(300);
    int numbers = random.nextInt(60);
    for (int i = 0; i < numbers; i++) {
      double value = Math.scalb(random.nextDouble() - 0.3, random.nextInt(-spread, spread));
      if (random.nextInt(4) == 0) {
        double factor = random.nextDouble();
        sum.addProduct(value, factor);
        exact = exact.add(new BigDecimal(value).multiply(new BigDecimal(factor)));
      } else {
        sum.add(value);
        exact = exact.add(new BigDecimal(value));
      }
    }
    assertThat(sum.value()).isEqualTo(exact.doubleValue());
  }

  @Test
  void halfwayTheRestDecides() {
    ExactSum sum = new ExactSum();
    sum.add(1);
    sum.add(0x1p-53);
    assertThat(sum.value()).isEqualTo(1);
    sum.add(0x1p-200);
    assertThat(sum.value()).isEqualTo(1 + 0x1p-52);
    sum.add(-0x1p-199);
    assertThat(sum.value()).isEqualTo(1);
  }
}
