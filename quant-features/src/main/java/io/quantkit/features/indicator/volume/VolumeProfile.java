package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.Arrays;
import java.util.List;

/**
 * How the volume of a window of bars is spread over prices: the point of control and the value
 * area.
 *
 * <p>The range from the lowest low to the highest high of the window is divided into {@code levels}
 * levels of equal height. Each bar's volume is spread evenly over its own range, {@code low} to
 * {@code high}, so a level gets the share of the range that lies within it; a bar without range
 * gives all of it to the level that holds its price, the upper one at a border. The <em>point of
 * control</em> is the middle of the level with the most volume, the lowest of several. The
 * <em>value area</em> starts with that level and takes the larger of the neighbours above and
 * below, the upper one of equals, until it holds at least the stated share of all volume.
 *
 * <p>Outputs, in order: point of control; value area high and low, the borders of its outer levels;
 * all in the unit of the price; and the point's share of the volume. {@code NaN} where the window
 * has no volume; with a window without range all prices are that of the bar and the share is 1.
 * Warm-up {@code period - 1}. A step costs O(period levels). Source: J. Dalton, Mind over Markets,
 * 1990.
 *
 * @param period the window, in bars, at least 1
 * @param levels into how many levels the range is divided, at least 1
 * @param area the share of the volume that the value area holds, in (0, 1]; usually 0.7
 */
public record VolumeProfile(int period, int levels, double area) implements Feature {

  /** The position of the point of control among the outputs: 0. */
  public static final int POINT = 0;

  /** The position of the value area's upper border among the outputs: 1. */
  public static final int HIGH = 1;

  /** The position of the value area's lower border among the outputs: 2. */
  public static final int LOW = 2;

  /** The position of the share of volume at the point of control among the outputs: 3. */
  public static final int SHARE = 3;

  /**
   * Creates a profile.
   *
   * @throws IllegalArgumentException if the period or the number of levels is below 1 or the area
   *     not within (0, 1]
   */
  public VolumeProfile {
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("levels", levels, 1);
    if (!(area > 0 && area <= 1)) {
      throw new IllegalArgumentException("area must be within (0, 1], was " + area);
    }
  }

  /** Creates a profile with a value area of 70 per cent. */
  public VolumeProfile(int period, int levels) {
    this(period, levels, 0.7);
  }

  @Override
  public List<FeatureName> outputs() {
    String window = "%dx%dx%s".formatted(period, levels, FeatureName.text(area));
    return List.of(
        FeatureName.of("tech", "volume-profile", window, "poc"),
        FeatureName.of("tech", "volume-profile", window, "vah"),
        FeatureName.of("tech", "volume-profile", window, "val"),
        FeatureName.of("tech", "volume-profile", window, "share"));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(GapKernel.RANGE | GapKernel.VOLUME, 4, new Step(this));
  }

  private static final class Step implements BarStep {
    private final VolumeProfile recipe;
    private final double[] highs;
    private final double[] lows;
    private final double[] volumes;
    private final double[] profile;
    private int next;
    private int filled;

    Step(VolumeProfile recipe) {
      this.recipe = recipe;
      highs = new double[recipe.period];
      lows = new double[recipe.period];
      volumes = new double[recipe.period];
      profile = new double[recipe.levels];
    }

    private Step(Step other) {
      recipe = other.recipe;
      highs = other.highs.clone();
      lows = other.lows.clone();
      volumes = other.volumes.clone();
      profile = new double[recipe.levels];
      next = other.next;
      filled = other.filled;
    }

    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      highs[next] = high;
      lows[next] = low;
      volumes[next] = volume;
      next = next + 1 == highs.length ? 0 : next + 1;
      filled = Math.min(filled + 1, highs.length);
      if (filled == highs.length) {
        profile(out);
      }
    }

    private void profile(double[] out) {
      double bottom = Double.POSITIVE_INFINITY;
      double top = 0;
      for (int i = 0; i < highs.length; i++) {
        bottom = Math.min(bottom, lows[i]);
        top = Math.max(top, highs[i]);
      }
      double height = (top - bottom) / recipe.levels;
      if (height == 0) {
        flat(top, out);
        return;
      }
      Arrays.fill(profile, 0);
      // From the oldest bar on, so that the sums do not depend on where the ring begins.
      for (int i = 0, at = next; i < highs.length; i++) {
        spread(lows[at], highs[at], volumes[at], bottom, height);
        at = at + 1 == highs.length ? 0 : at + 1;
      }
      area(bottom, height, out);
    }

    private void flat(double price, double[] out) {
      double volume = 0;
      for (double one : volumes) {
        volume += one;
      }
      double known = volume > 0 ? price : Double.NaN;
      out[POINT] = known;
      out[HIGH] = known;
      out[LOW] = known;
      out[SHARE] = volume > 0 ? 1 : Double.NaN;
    }

    /** Adds a bar's volume to the levels that it crossed. */
    private void spread(double low, double high, double volume, double bottom, double height) {
      int last = profile.length - 1;
      int from = Math.min(last, (int) ((low - bottom) / height));
      int to = Math.min(last, (int) ((high - bottom) / height));
      if (from == to) {
        profile[from] += volume;
        return;
      }
      double range = high - low;
      for (int k = from; k <= to; k++) {
        double begin = k == from ? low : bottom + k * height;
        double end = k == to ? high : bottom + (k + 1) * height;
        profile[k] += volume * (Math.max(0, end - begin) / range);
      }
    }

    private void area(double bottom, double height, double[] out) {
      double total = 0;
      int point = 0;
      for (int k = 0; k < profile.length; k++) {
        total += profile[k];
        point = profile[k] > profile[point] ? k : point;
      }
      if (!(total > 0)) {
        Arrays.fill(out, Double.NaN);
        return;
      }
      int from = point;
      int to = point;
      double held = profile[point];
      while (held < recipe.area * total && (from > 0 || to < profile.length - 1)) {
        double above = to < profile.length - 1 ? profile[to + 1] : -1;
        double below = from > 0 ? profile[from - 1] : -1;
        if (above >= below) {
          held += above;
          to++;
        } else {
          held += below;
          from--;
        }
      }
      out[POINT] = bottom + (point + 0.5) * height;
      out[HIGH] = bottom + (to + 1) * height;
      out[LOW] = bottom + from * height;
      out[SHARE] = Math.min(1, profile[point] / total);
    }

    @Override
    public void clear() {
      next = 0;
      filled = 0;
    }

    @Override
    public BarStep copy() {
      return new Step(this);
    }
  }
}
