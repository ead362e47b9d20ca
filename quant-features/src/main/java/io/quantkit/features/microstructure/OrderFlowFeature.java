package io.quantkit.features.microstructure;

import io.quantkit.core.series.BarSeries;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * An immutable recipe that turns the trades, quotes and books of one instrument into numbers.
 *
 * <p>The order-flow twin of {@link io.quantkit.features.Feature}: the recipe is a value, the
 * computation is an {@link OrderFlowKernel} that a live feed drives event by event and the methods
 * here drive across history. A number at a time depends on nothing that became known later. A
 * number that needs the future, such as a realised spread, appears when that future is known.
 *
 * <p>A feature ignores the kinds of events that it does not read. {@code NaN} means that there is
 * no number yet, or none any more; what brings the first one is told by {@link #warmup}, since it
 * cannot be told as a number of events.
 *
 * <p>Implementations are records.
 */
public interface OrderFlowFeature {

  /** Returns the names of the outputs, in order; at least one, distinct. */
  List<FeatureName> outputs();

  /** Tells in words what must have become known before the outputs are numbers. */
  String warmup();

  /** Starts an independent computation. */
  OrderFlowKernel start();

  /**
   * Computes this feature after each event.
   *
   * @return the numbers, by output and event
   */
  default double[][] over(FlowTape tape) {
    double[][] out = new double[outputs().size()][tape.size()];
    OrderFlowKernel kernel = start();
    for (int i = 0; i < tape.size(); i++) {
      tape.feed(i, kernel);
      for (int o = 0; o < out.length; o++) {
        out[o][i] = kernel.value(o);
      }
    }
    return out;
  }

  /**
   * Computes this feature as it was known at given times: after all events known by then.
   *
   * @param times in epoch nanoseconds, rising; not modified
   * @return the numbers, by output and time
   * @throws IllegalArgumentException if the times fall
   */
  default double[][] at(FlowTape tape, long[] times) {
    double[][] out = new double[outputs().size()][times.length];
    OrderFlowKernel kernel = start();
    int next = 0;
    for (int t = 0; t < times.length; t++) {
      if (t > 0 && times[t] < times[t - 1]) {
        throw new IllegalArgumentException(
            "times must not fall, were " + times[t] + " after " + times[t - 1]);
      }
      while (next < tape.size() && tape.knownAt(next) <= times[t]) {
        tape.feed(next++, kernel);
      }
      kernel.advance(times[t]);
      for (int o = 0; o < out.length; o++) {
        out[o][t] = kernel.value(o);
      }
    }
    return out;
  }

  /**
   * Computes this feature as it was known when each bar became known: columns that stand beside
   * those of a {@link io.quantkit.features.Feature} over the same bars.
   *
   * @return the numbers, by output and bar
   */
  default double[][] at(FlowTape tape, BarSeries bars) {
    long[] times = new long[bars.size()];
    for (int t = 0; t < times.length; t++) {
      times[t] = bars.knownAt(t);
    }
    return at(tape, times);
  }
}
