package io.quantkit.features.timeframe;

import io.quantkit.core.market.Bar;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;
import java.util.Objects;

/**
 * A feature of a higher timeframe, told at every bar of a lower one.
 *
 * <p>At a bar it says what the feature is as of the last higher bar that is finished by the time
 * that bar is known: the value changes when a higher bar ends and stays until the next one does.
 * Nothing of a running bar shows, and nothing is labelled by the start of its period.
 *
 * <p>The {@link Shown#PARTIAL} value, whose name says so, is that of the finished higher bars and
 * the running one as it stands, built from the bars that are known. It changes until the bar ends,
 * where both agree; a rule tested on finished values does not hold for it.
 *
 * <p><b>Warm-up.</b> An upper bound in bars of the lower timeframe, from {@link HigherBars#most}
 * for each higher bar and a first higher bar that is not whole: {@code (w + 2) most - 2} with
 * {@code w} the feature's warm-up, partial {@code (w + 1) most - 1}. Values that are known before
 * are withheld, so that there are as many {@code NaN} as it says whatever the day it begins with.
 * Settling is bounded likewise.
 *
 * <p><b>Missing numbers.</b> A bar without a close, or that is not sound, is {@code NaN} and
 * everything starts again after it, with the next higher bar that is whole. A missing open, high,
 * low or volume is missing in its higher bar, to which the feature then does what it does with
 * missing numbers.
 *
 * <p>Allocates only where a day begins, for the calendar is asked about it; a partial one also
 * copies the feature's kernel at every step.
 *
 * @param feature what is computed of the higher bars
 * @param bars how they are put together
 * @param shown whether the running bar shows
 */
public record HigherTimeframe(Feature feature, HigherBars bars, Shown shown) implements Feature {

  /** Which higher bars a value is of. */
  public enum Shown {
    /** Those that are finished. */
    FINISHED,
    /** Those that are finished and the running one as it stands. */
    PARTIAL
  }

  /** Creates the recipe. */
  public HigherTimeframe {
    Objects.requireNonNull(feature, "feature");
    Objects.requireNonNull(bars, "bars");
    Objects.requireNonNull(shown, "shown");
  }

  /** Returns a feature of the finished higher bars. */
  public static HigherTimeframe finished(Feature feature, HigherBars bars) {
    return new HigherTimeframe(feature, bars, Shown.FINISHED);
  }

  /** Returns a feature of the finished higher bars and the running one. */
  public static HigherTimeframe partial(Feature feature, HigherBars bars) {
    return new HigherTimeframe(feature, bars, Shown.PARTIAL);
  }

  @Override
  public List<FeatureName> outputs() {
    String prefix = (shown == Shown.PARTIAL ? "partial_" : "") + bars.label() + "_of_";
    return feature.outputs().stream()
        .map(
            name ->
                FeatureName.of(
                    name.category(), prefix + name.indicator(), name.window(), name.aggregation()))
        .toList();
  }

  @Override
  public int warmup(int output) {
    long inner = feature.warmup(output);
    return Math.toIntExact(
        shown == Shown.FINISHED ? (inner + 2) * bars.most() - 2 : (inner + 1) * bars.most() - 1);
  }

  @Override
  public int settle(double eps) {
    int inner = feature.settle(eps);
    return inner == NEVER ? NEVER : (int) Math.min(NEVER, (inner + 2L) * bars.most());
  }

  @Override
  public FeatureKernel start() {
    return new State(this, new HigherBarFeed(bars, feature.start()), 0);
  }

  private static final class State implements FeatureKernel {
    private final HigherTimeframe recipe;
    private final int[] warmups;
    private HigherBarFeed feed;
    private FeatureKernel shown;
    private int seen;

    State(HigherTimeframe recipe, HigherBarFeed feed, int seen) {
      this.recipe = recipe;
      this.feed = feed;
      this.shown = feed.kernel();
      this.seen = seen;
      this.warmups = new int[recipe.feature.outputs().size()];
      for (int o = 0; o < warmups.length; o++) {
        warmups[o] = recipe.warmup(o);
      }
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Bar.fault(knownAt, knownAt, open, high, low, close, volume).isEmpty()) {
        if (seen > 0) {
          feed = new HigherBarFeed(recipe.bars, recipe.feature.start());
          seen = 0;
        }
        shown = feed.kernel();
        return;
      }
      feed.update(knownAt, open, high, low, close, volume);
      seen = Math.min(seen + 1, Integer.MAX_VALUE - 1);
      show();
    }

    private void show() {
      shown = feed.kernel();
      Bar running = recipe.shown == Shown.PARTIAL ? feed.running() : null;
      if (running != null) {
        shown = feed.kernel().copy();
        HigherBarFeed.feed(shown, running);
      }
    }

    @Override
    public double value(int output) {
      return seen > warmups[output] ? shown.value(output) : Double.NaN;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(recipe, feed.copy(), seen);
      copy.show();
      return copy;
    }
  }
}
