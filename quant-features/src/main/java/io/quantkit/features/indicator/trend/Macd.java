package io.quantkit.features.indicator.trend;

import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.RowIndicator;
import io.quantkit.features.RowKernel;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.CheckedIndicator;
import io.quantkit.features.kernel.ExponentialMean;
import java.util.List;

/**
 * Moving average convergence and divergence: the line {@code ema(fast) - ema(slow)}, its signal
 * {@code ema(signal)} of the line, and the histogram {@code line - signal}.
 *
 * <p>In the unit of the input. The three appear together, after {@code slow + signal - 2} values.
 * With {@link Seed#MEAN} the recursions begin as in TA-Lib: the fast average is seeded with the
 * last {@code fast} of the first {@code slow} inputs, so that both begin at one bar, and the signal
 * with the mean of the first {@code signal} lines. With {@link Seed#FIRST} each average begins with
 * its first input, the signal with the first line, which is 0.
 *
 * @param fast the span of the fast average, at least 1
 * @param slow the span of the slow average, greater than {@code fast}
 * @param signal the span of the signal, at least 1
 * @param input what is averaged
 * @param seed where the recursions begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record Macd(int fast, int slow, int signal, Input input, Seed seed) implements RowIndicator {

  /** The position of the line among the outputs: 0. */
  public static final int LINE = 0;

  /** The position of the signal among the outputs: 1. */
  public static final int SIGNAL = 1;

  /** The position of the histogram among the outputs: 2. */
  public static final int HISTOGRAM = 2;

  /**
   * Creates a MACD.
   *
   * @throws IllegalArgumentException if a span is below 1 or the slow one is not the longer one
   */
  public Macd {
    if (fast < 1 || slow <= fast || signal < 1) {
      throw new IllegalArgumentException(
          "fast, slow and signal must be at least 1 and fast below slow, were %d, %d, %d"
              .formatted(fast, slow, signal));
    }
  }

  /** Creates a MACD of closes that is seeded with means. */
  public Macd(int fast, int slow, int signal) {
    this(fast, slow, signal, Input.CLOSE, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "macd" : "macd-first";
    String window = fast + "x" + slow + "x" + signal;
    return List.of(
        FeatureName.of("tech", indicator, window, input.aggregation("line")),
        FeatureName.of("tech", indicator, window, input.aggregation("signal")),
        FeatureName.of("tech", indicator, window, input.aggregation("histogram")));
  }

  @Override
  public int warmup(int output) {
    return slow + signal - 2;
  }

  @Override
  public int settle(double eps) {
    // The line is a small difference of two averages: leave it two digits more to settle.
    double part = eps / 1000;
    return warmup()
        + ExponentialMean.memory(2 / (slow + 1.0), part)
        + ExponentialMean.memory(2 / (signal + 1.0), part);
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(this);
  }

  @Override
  public RowKernel rows(int symbols) {
    return new MacdRows(this, symbols);
  }

  /*
   * The averages are of differences from the first price, which cancels in the line: so the line of
   * a price that does not move is exactly 0.
   */
  private static final class State implements CheckedIndicator {
    private final int fastDelay;
    private final int withheld;

    /** Until the first value. */
    private final ExponentialMean fast;

    private final ExponentialMean slow;
    private final ExponentialMean signal;

    private final MacdMeans means;

    /** As it was, in case that a block cannot be had. */
    private final MacdMeans meansBefore;

    private double[][] scratch = {};
    private int seen;
    private double base;

    State(Macd recipe) {
      boolean mean = recipe.seed == Seed.MEAN;
      fastDelay = mean ? recipe.slow - recipe.fast : 0;
      withheld = recipe.warmup();
      fast = ExponentialMean.span(recipe.fast, mean ? recipe.fast : 1);
      slow = ExponentialMean.span(recipe.slow, mean ? recipe.slow : 1);
      signal = ExponentialMean.span(recipe.signal, mean ? recipe.signal : 1);
      means = new MacdMeans(recipe.fast, recipe.slow, recipe.signal);
      meansBefore = new MacdMeans(means);
    }

    private State(State other) {
      fastDelay = other.fastDelay;
      withheld = other.withheld;
      fast = other.fast.copy();
      slow = other.slow.copy();
      signal = other.signal.copy();
      means = new MacdMeans(other.means);
      meansBefore = new MacdMeans(means);
      seen = other.seen;
      base = other.base;
    }

    @Override
    public double update(double x) {
      if (!Double.isFinite(x)) {
        clear();
      } else if (seen > withheld) {
        means.add(x - base);
      } else {
        warmUp(x);
      }
      return means.line();
    }

    private void warmUp(double x) {
      if (seen == 0) {
        base = x;
      }
      double d = x - base;
      double slowNow = slow.add(d);
      double fastNow = seen >= fastDelay ? fast.add(d) : Double.NaN;
      double line = fastNow - slowNow;
      double smooth = Double.isNaN(line) ? Double.NaN : signal.add(line);
      if (seen++ == withheld) {
        means.start(fastNow, slowNow, smooth);
      }
    }

    private void clear() {
      fast.clear();
      slow.clear();
      signal.clear();
      seen = 0;
      means.clear();
    }

    @Override
    public boolean warm() {
      return seen > withheld;
    }

    @Override
    public boolean attempt(double[] in, int from, int to, double[][] out, int outFrom) {
      if (out.length > HISTOGRAM && !CheckedIndicator.inPlace(in, out)) {
        double[] line = out[LINE];
        double[] signal = out[SIGNAL];
        double[] histogram = out[HISTOGRAM];
        meansBefore.become(means);
        if (!means.add(in, from, to, base, line, signal, outFrom)) {
          means.become(meansBefore);
          return false;
        }
        for (int i = outFrom, end = outFrom + to - from; i < end; i++) {
          histogram[i] = line[i] - signal[i];
        }
        return true;
      }
      if (scratch.length == 0) {
        scratch = new double[3][SIZE];
      }
      if (!attempt(in, from, to, scratch, 0)) {
        return false;
      }
      for (int o = 0; o < out.length; o++) {
        System.arraycopy(scratch[o], 0, out[o], outFrom, to - from);
      }
      return true;
    }

    @Override
    public double value(int output) {
      return switch (output) {
        case LINE -> means.line();
        case SIGNAL -> means.signal();
        default -> means.line() - means.signal();
      };
    }

    @Override
    public IndicatorKernel copy() {
      return new State(this);
    }
  }
}
