package io.quantkit.features.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.momentum.Trix;
import io.quantkit.features.indicator.trend.Macd;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CheckedIndicatorTest {
  private static final List<Indicator> RECIPES =
      List.of(new Ema(5), new Rsi(4), new Trix(3), new Trix(1), new Macd(3, 5, 2));

  @Property(tries = 100)
  void blocksWithGapsAreOneAfterTheOther(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] in = numbers(random);
    for (Indicator recipe : RECIPES) {
      IndicatorKernel one = recipe.kernel();
      IndicatorKernel many = recipe.kernel();
      double[][] out = new double[1 + random.nextInt(recipe.outputs().size())][in.length];
      double[] source = in;
      int place = random.nextInt(out.length + 1);
      if (place < out.length) {
        source = in.clone();
        out[place] = source;
      }
      for (int from = 0; from < in.length; ) {
        int to = Math.min(in.length, from + 1 + random.nextInt(1500));
        many.update(source, from, to, out, from);
        from = to;
      }
      for (int t = 0; t < in.length; t++) {
        one.update(in[t]);
        for (int o = 0; o < out.length; o++) {
          assertThat(Double.doubleToLongBits(out[o][t]))
              .as("%s, output %d at %d", recipe, o, t)
              .isEqualTo(Double.doubleToLongBits(one.value(o)));
        }
      }
    }
  }

  /** Prices, few of which are missing or infinite, some too far apart for their difference. */
  private static double[] numbers(SplittableRandom random) {
    double[] x = new double[3000];
    for (int t = 0; t < x.length; t++) {
      int kind = random.nextInt(2000);
      x[t] =
          switch (kind) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> Double.POSITIVE_INFINITY;
            case 3 -> -Double.MAX_VALUE;
            case 4 -> Double.MAX_VALUE;
            default -> 100 + random.nextDouble();
          };
    }
    x[0] = 100;
    return x;
  }
}
