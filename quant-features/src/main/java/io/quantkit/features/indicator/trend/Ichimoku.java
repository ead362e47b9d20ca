package io.quantkit.features.indicator.trend;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingRange;
import java.util.Arrays;
import java.util.List;

/**
 * The five lines of the Ichimoku chart, each as it is known at the bar: nothing is shifted into the
 * future or the past.
 *
 * <p>Conversion (tenkan) and base (kijun) are the middle of the range of {@code conversion} and
 * {@code base} bars. The leading spans are those that apply now, that is, were drawn {@code
 * displacement} bars ago: A (senkou A) the middle of conversion and base of then, B (senkou B) the
 * middle of the range of {@code span} bars of then. The lagging line (chikou) is told as the close
 * less that of {@code displacement} bars ago. All in the unit of the price. Warm-up {@code
 * conversion - 1}, {@code base - 1}, {@code max(conversion, base) - 1 + displacement}, {@code span
 * - 1 + displacement} and {@code displacement}. Source: G. Hosoda, 1969 (9, 26, 52, 26).
 *
 * @param conversion the window of the conversion line, at least 1
 * @param base the window of the base line, at least 1
 * @param span the window of the second leading span, at least 1
 * @param displacement how many bars ahead the spans are drawn, at least 1
 */
public record Ichimoku(int conversion, int base, int span, int displacement) implements Feature {

  /** The position of the conversion line among the outputs: 0. */
  public static final int CONVERSION = 0;

  /** The position of the base line among the outputs: 1. */
  public static final int BASE = 1;

  /** The position of the first leading span among the outputs: 2. */
  public static final int SPAN_A = 2;

  /** The position of the second leading span among the outputs: 3. */
  public static final int SPAN_B = 3;

  /** The position of the lagging line among the outputs: 4. */
  public static final int LAGGING = 4;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Ichimoku {
    Parameters.atLeast("conversion", conversion, 1);
    Parameters.atLeast("base", base, 1);
    Parameters.atLeast("span", span, 1);
    Parameters.atLeast("displacement", displacement, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    String lengths = conversion + "x" + base + "x" + span + "x" + displacement;
    return List.of(
        FeatureName.of("tech", "ichimoku", lengths, "conversion"),
        FeatureName.of("tech", "ichimoku", lengths, "base"),
        FeatureName.of("tech", "ichimoku", lengths, "span-a"),
        FeatureName.of("tech", "ichimoku", lengths, "span-b"),
        FeatureName.of("tech", "ichimoku", lengths, "lagging"));
  }

  @Override
  public int warmup(int output) {
    return switch (output) {
      case CONVERSION -> conversion - 1;
      case BASE -> base - 1;
      case SPAN_A -> Math.max(conversion, base) - 1 + displacement;
      case SPAN_B -> span - 1 + displacement;
      default -> displacement;
    };
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new State(this);
  }

  private static final class State implements BlockFeature {
    private final SlidingRange conversion;
    private final SlidingRange base;
    private final SlidingRange span;
    private final Delay spanA;
    private final Delay spanB;
    private final Delay closes;
    private final int longest;
    private final double[] values = new double[5];
    private int seen;
    private double[][] scratch = {};

    State(Ichimoku recipe) {
      conversion = new SlidingRange(recipe.conversion);
      base = new SlidingRange(recipe.base);
      span = new SlidingRange(recipe.span);
      spanA = new Delay(recipe.displacement);
      spanB = new Delay(recipe.displacement);
      closes = new Delay(recipe.displacement);
      longest = recipe.warmup();
      Arrays.fill(values, Double.NaN);
    }

    private State(State other) {
      conversion = other.conversion.copy();
      base = other.base.copy();
      span = other.span.copy();
      spanA = other.spanA.copy();
      spanB = other.spanB.copy();
      closes = other.closes.copy();
      longest = other.longest;
      System.arraycopy(other.values, 0, values, 0, values.length);
      seen = other.seen;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
        clear();
        return;
      }
      seen = Math.min(seen + 1, longest);
      values[CONVERSION] = middle(conversion, high, low);
      values[BASE] = middle(base, high, low);
      values[SPAN_A] = spanA.exchange((values[CONVERSION] + values[BASE]) / 2);
      values[SPAN_B] = spanB.exchange(middle(span, high, low));
      values[LAGGING] = close - closes.exchange(close);
    }

    private void clear() {
      seen = 0;
      conversion.clear();
      base.clear();
      span.clear();
      spanA.clear();
      spanB.clear();
      closes.clear();
      Arrays.fill(values, Double.NaN);
    }

    private static double middle(SlidingRange range, double high, double low) {
      range.add(high, low);
      return (range.highest() + range.lowest()) / 2;
    }

    @Override
    public boolean warm() {
      return seen == longest;
    }

    @Override
    public boolean block(BarSeries series, int from, int to, double[][] out) {
      if (scratch.length == 0) {
        scratch = new double[7][SIZE];
      }
      int n = to - from;
      double[] high = scratch[0];
      double[] low = scratch[1];
      double[] close = scratch[2];
      double[] first = scratch[3];
      double[] second = scratch[4];
      double[] old = scratch[5];
      series.copyInto(BarField.HIGH, from, to, high, 0);
      series.copyInto(BarField.LOW, from, to, low, 0);
      series.copyInto(BarField.CLOSE, from, to, close, 0);
      if (!Finite.all(high, 0, n) || !Finite.all(low, 0, n) || !Finite.all(close, 0, n)) {
        return false;
      }
      middles(conversion, high, low, n, first);
      middles(base, high, low, n, second);
      tell(CONVERSION, first, n, out, from);
      tell(BASE, second, n, out, from);
      for (int i = 0; i < n; i++) {
        first[i] = (first[i] + second[i]) / 2;
      }
      spanA.exchange(first, n, old);
      tell(SPAN_A, old, n, out, from);
      middles(span, high, low, n, first);
      spanB.exchange(first, n, old);
      tell(SPAN_B, old, n, out, from);
      closes.exchange(close, n, old);
      for (int i = 0; i < n; i++) {
        close[i] -= old[i];
      }
      tell(LAGGING, close, n, out, from);
      return true;
    }

    private void middles(SlidingRange range, double[] high, double[] low, int n, double[] middle) {
      double[] lowest = scratch[6];
      range.add(high, low, n, middle, lowest);
      for (int i = 0; i < n; i++) {
        middle[i] = (middle[i] + lowest[i]) / 2;
      }
    }

    private void tell(int output, double[] numbers, int n, double[][] out, int from) {
      System.arraycopy(numbers, 0, out[output], from, n);
      values[output] = numbers[n - 1];
    }

    @Override
    public double value(int output) {
      return values[output];
    }

    @Override
    public FeatureKernel copy() {
      return new State(this);
    }
  }
}
