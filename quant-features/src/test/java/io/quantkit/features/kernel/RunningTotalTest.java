package io.quantkit.features.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RunningTotalTest {

  @Property(tries = 200)
  void manyAtOnceAreOneAfterTheOther(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RunningTotal one = new RunningTotal();
    RunningTotal many = new RunningTotal();
    double[] out = new double[60];
    for (int block = 0; block < 20; block++) {
      double[] x = numbers(random);
      assertThat(many.add(x, x.length, out, 3)).isTrue();
      for (int t = 0; t < x.length; t++) {
        assertThat(out[3 + t]).isEqualTo(one.add(x[t]));
      }
      many = many.copy();
    }
  }

  /** Whole numbers, halves or others, some of them large. */
  private static double[] numbers(SplittableRandom random) {
    double[] x = new double[random.nextInt(50)];
    int kind = random.nextInt(4);
    for (int t = 0; t < x.length; t++) {
      int whole = random.nextInt(-1000, 1000);
      x[t] =
          switch (kind) {
            case 0 -> whole;
            case 1 -> t == 20 ? 0.5 : whole;
            case 2 -> whole * 0x1p43;
            default -> random.nextDouble() - 0.5;
          };
    }
    return x;
  }

  @Property(tries = 50)
  void theErrorDoesNotGrow(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RunningTotal total = new RunningTotal();
    BigDecimal exact = BigDecimal.ZERO;
    double[] x = new double[500];
    double[] out = new double[500];
    for (int t = 0; t < x.length; t++) {
      x[t] = random.nextInt(-1000, 1000) / 10.0;
      exact = exact.add(new BigDecimal(x[t]));
    }
    total.add(x, x.length, out, 0);
    assertThat(out[499]).isEqualTo(exact.doubleValue());
  }

  @Test
  void aMissingNumberAmongManyChangesNothing() {
    RunningTotal total = new RunningTotal();
    total.add(0.25);
    for (double missing : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] x = {1, 2, missing, 4};
      assertThat(total.add(x, 4, new double[4], 0)).isFalse();
    }
    assertThat(total.add(0.5)).isEqualTo(0.75);
  }
}
