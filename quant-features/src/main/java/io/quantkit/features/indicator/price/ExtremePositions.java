package io.quantkit.features.indicator.price;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * How many bars ago a rolling window had its smallest and its largest number: TA-Lib's MININDEX,
 * MAXINDEX and MINMAXINDEX, which tell the position in the array instead, the bar's own less this.
 *
 * <p>Outputs, in order: bars since the minimum, bars since the maximum, within {@code [0, period -
 * 1]}. Warm-up {@code period - 1}. A new number that equals the extreme replaces it; when the
 * extreme leaves the window the oldest of several equal ones follows, as in TA-Lib. So among equal
 * numbers the answer depends on what came before, otherwise only on the window. Costs O(1) a step
 * on average, O(period) when an extreme leaves.
 *
 * @param period the window, in observations, at least 1
 * @param input what is compared
 */
public record ExtremePositions(int period, Input input) implements Indicator {

  /** The position of the bars since the minimum among the outputs: 0. */
  public static final int MINIMUM = 0;

  /** The position of the bars since the maximum among the outputs: 1. */
  public static final int MAXIMUM = 1;

  /**
   * Creates positions.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public ExtremePositions {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates positions of closes. */
  public ExtremePositions(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "since-extremes", period, input.aggregation("min")),
        FeatureName.of("tech", "since-extremes", period, input.aggregation("max")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return 2 * period;
  }

  @Override
  public IndicatorKernel kernel() {
    return new GapIndicatorKernel(2, new Step(new Leader(period), new Leader(period)));
  }

  private record Step(Leader negated, Leader leader) implements NumberStep {
    @Override
    public void step(double x, double[] out) {
      out[MINIMUM] = negated.add(-x);
      out[MAXIMUM] = leader.add(x);
    }

    @Override
    public void clear() {
      negated.clear();
      leader.clear();
    }

    @Override
    public NumberStep copy() {
      return new Step(negated.copy(), leader.copy());
    }
  }

  /** The largest number of a window and its age. */
  private static final class Leader {
    private final double[] ring;
    private int next;
    private int filled;
    private int age;
    private double largest;

    Leader(int period) {
      ring = new double[period];
    }

    Leader copy() {
      Leader copy = new Leader(ring.length);
      System.arraycopy(ring, 0, copy.ring, 0, ring.length);
      copy.next = next;
      copy.filled = filled;
      copy.age = age;
      copy.largest = largest;
      return copy;
    }

    void clear() {
      next = 0;
      filled = 0;
    }

    double add(double x) {
      ring[next] = x;
      next = next + 1 == ring.length ? 0 : next + 1;
      if (filled < ring.length) {
        filled++;
        if (filled < ring.length) {
          return Double.NaN;
        }
        search();
      } else if (++age == ring.length) {
        search();
      } else if (x >= largest) {
        largest = x;
        age = 0;
      }
      return age;
    }

    /** Finds the oldest of the largest numbers of a full window. */
    private void search() {
      int i = next;
      largest = ring[i];
      age = ring.length - 1;
      for (int left = ring.length - 2; left >= 0; left--) {
        i = i + 1 == ring.length ? 0 : i + 1;
        if (ring[i] > largest) {
          largest = ring[i];
          age = left;
        }
      }
    }
  }
}
