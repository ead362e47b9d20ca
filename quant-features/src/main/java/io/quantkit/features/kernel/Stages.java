package io.quantkit.features.kernel;

import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Seed;
import java.util.function.UnaryOperator;

/**
 * Small running computations from which formulas are composed. Each tells {@code NaN} until it has
 * a full value, and a number that is not finite starts it again.
 */
public final class Stages {
  private Stages() {}

  /** Returns independent stages in the same states. */
  public static IndicatorKernel[] copy(IndicatorKernel[] stages) {
    IndicatorKernel[] copy = new IndicatorKernel[stages.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = stages[i].copy();
    }
    return copy;
  }

  /**
   * Returns an exponential average of a span. With {@link Seed#FIRST} it tells its very first
   * values.
   */
  public static IndicatorKernel ema(int span, Seed seed) {
    return smoothed(ExponentialMean.span(span, seed == Seed.MEAN ? span : 1));
  }

  /** Returns an exponential average of weight {@code 1 / period}, seeded with a mean. */
  public static IndicatorKernel wilder(int period) {
    return smoothed(ExponentialMean.wilder(period));
  }

  /** Returns an exponential average. */
  public static IndicatorKernel smoothed(ExponentialMean mean) {
    return new Stage<>(mean, ExponentialMean::add, ExponentialMean::clear, ExponentialMean::copy);
  }

  /**
   * Returns the recursion {@code m[t] = (1 - weight) m[t-1] + weight x[t]} from a given {@code
   * m[-1]}.
   */
  public static IndicatorKernel recursion(double weight, double start) {
    return new Recursion(weight, start);
  }

  /** Returns the mean of a window. */
  public static IndicatorKernel mean(int size) {
    return new Stage<>(
        new SlidingMean(size),
        (window, x) -> {
          window.add(x);
          return window.mean();
        },
        SlidingMean::clear,
        SlidingMean::copy);
  }

  /** Returns the sum of a window of numbers of one sign. */
  public static IndicatorKernel sum(int size) {
    return new Stage<>(new SlidingSum(size), SlidingSum::add, SlidingSum::clear, SlidingSum::copy);
  }

  /** Returns the least-squares line of a window, some steps after its newest number. */
  public static IndicatorKernel line(int size, double ahead) {
    return new Stage<>(
        new SlidingTrend(size),
        (window, x) -> {
          window.add(x);
          return window.line(ahead);
        },
        SlidingTrend::clear,
        SlidingTrend::copy);
  }

  /** Returns the slope of the least-squares line of a window. */
  public static IndicatorKernel slope(int size) {
    return new Stage<>(
        new SlidingTrend(size),
        (window, x) -> {
          window.add(x);
          return window.slope();
        },
        SlidingTrend::clear,
        SlidingTrend::copy);
  }

  /** Returns the total of all numbers so far; rounding errors are summed as well. */
  public static IndicatorKernel total() {
    return new Total();
  }

  /** Returns the standard deviation of a window. */
  public static IndicatorKernel deviation(int size, int ddof) {
    return new Stage<>(
        new SlidingMoments(size),
        (window, x) -> {
          window.add(x);
          return window.deviation(ddof);
        },
        SlidingMoments::clear,
        SlidingMoments::copy);
  }

  /** Returns the maximum of a window. */
  public static IndicatorKernel maximum(int size) {
    return new Extreme(new SlidingMaximum(size), 1);
  }

  /** Returns the minimum of a window. */
  public static IndicatorKernel minimum(int size) {
    return new Extreme(new SlidingMaximum(size), -1);
  }

  /** Returns the number of some steps ago; of no steps ago is the number itself. */
  public static IndicatorKernel lag(int steps) {
    return steps == 0
        ? memory()
        : new Stage<>(new Delay(steps), Delay::exchange, Delay::clear, Delay::copy);
  }

  /** Returns a place for a number: tells the one that it was given last. */
  public static IndicatorKernel memory() {
    return new Memory();
  }

  private static final class Extreme implements IndicatorKernel {
    private final SlidingMaximum window;
    private final double sign;

    Extreme(SlidingMaximum window, double sign) {
      this.window = window;
      this.sign = sign;
    }

    @Override
    public double update(double x) {
      if (Double.isFinite(x)) {
        window.add(sign * x);
      } else {
        window.clear();
      }
      return sign * window.maximum();
    }

    @Override
    public double value(int output) {
      return sign * window.maximum();
    }

    @Override
    public IndicatorKernel copy() {
      return new Extreme(window.copy(), sign);
    }
  }

  private static final class Memory implements IndicatorKernel {
    private double value = Double.NaN;

    @Override
    public double update(double x) {
      value = Double.isFinite(x) ? x : Double.NaN;
      return value;
    }

    @Override
    public void update(double[] in, int from, int to, double[][] out, int outFrom) {
      for (double[] one : out) {
        System.arraycopy(in, from, one, outFrom, to - from);
        for (int t = outFrom; t < outFrom + to - from; t++) {
          one[t] = Double.isFinite(one[t]) ? one[t] : Double.NaN;
        }
      }
      value = to > from ? out[0][outFrom + to - from - 1] : value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      Memory copy = new Memory();
      copy.value = value;
      return copy;
    }
  }

  private static final class Total implements IndicatorKernel {
    private double total;
    private double lost;
    private double value = Double.NaN;

    @Override
    public double update(double x) {
      if (Double.isFinite(x)) {
        double next = total + x;
        double shadow = next - total;
        lost += (total - (next - shadow)) + (x - shadow);
        total = next;
        value = total + lost;
      } else {
        total = 0;
        lost = 0;
        value = Double.NaN;
      }
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      Total copy = new Total();
      copy.total = total;
      copy.lost = lost;
      copy.value = value;
      return copy;
    }
  }

  private static final class Recursion implements IndicatorKernel {
    private final double weight;
    private final double start;
    private double mean;
    private double value = Double.NaN;

    Recursion(double weight, double start) {
      this.weight = weight;
      this.start = start;
      mean = start;
    }

    @Override
    public double update(double x) {
      if (Double.isFinite(x)) {
        mean = Math.fma(1 - weight, mean, weight * x);
        value = mean;
      } else {
        mean = start;
        value = Double.NaN;
      }
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      Recursion copy = new Recursion(weight, start);
      copy.mean = mean;
      copy.value = value;
      return copy;
    }
  }

  /** What a state makes of a number. */
  @FunctionalInterface
  private interface Step<S> {
    double apply(S state, double x);
  }

  /** What a state forgets. */
  @FunctionalInterface
  private interface Forget<S> {
    void apply(S state);
  }

  private static final class Stage<S> implements IndicatorKernel {
    private final S state;
    private final Step<S> step;
    private final Forget<S> forget;
    private final UnaryOperator<S> copier;
    private double value = Double.NaN;

    Stage(S state, Step<S> step, Forget<S> forget, UnaryOperator<S> copier) {
      this.state = state;
      this.step = step;
      this.forget = forget;
      this.copier = copier;
    }

    @Override
    public double update(double x) {
      if (Double.isFinite(x)) {
        value = step.apply(state, x);
      } else {
        forget.apply(state);
        value = Double.NaN;
      }
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      Stage<S> copy = new Stage<>(copier.apply(state), step, forget, copier);
      copy.value = value;
      return copy;
    }
  }
}
