package io.quantkit.backtest.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What became of the points of a sweep, in their order. Immutable as far as results are.
 *
 * @param <P> what a point is
 * @param <R> what is kept of it
 */
public final class SweepResult<P, R> {
  private final List<PointOutcome<P, R>> outcomes;

  SweepResult(List<PointOutcome<P, R>> outcomes) {
    this.outcomes = Collections.unmodifiableList(outcomes);
  }

  /** Returns what became of every point, in their order. */
  public List<PointOutcome<P, R>> outcomes() {
    return outcomes;
  }

  /** Returns the points whose work was done, with its results, in their order. */
  public List<PointOutcome.Done<P, R>> done() {
    List<PointOutcome.Done<P, R>> done = new ArrayList<>();
    for (PointOutcome<P, R> outcome : outcomes) {
      if (outcome instanceof PointOutcome.Done<P, R> one) {
        done.add(one);
      }
    }
    return Collections.unmodifiableList(done);
  }

  /** Returns the points whose work threw, in their order. */
  public List<PointOutcome.Failed<P, R>> failed() {
    List<PointOutcome.Failed<P, R>> failed = new ArrayList<>();
    for (PointOutcome<P, R> outcome : outcomes) {
      if (outcome instanceof PointOutcome.Failed<P, R> one) {
        failed.add(one);
      }
    }
    return Collections.unmodifiableList(failed);
  }

  /** Returns whether the work of every point was begun. */
  public boolean complete() {
    return outcomes.stream().noneMatch(outcome -> outcome instanceof PointOutcome.Skipped);
  }

  /**
   * Returns the results of all points, in their order.
   *
   * @throws IllegalStateException if the work of a point threw or was skipped; the message names
   *     the first such point
   */
  public List<R> results() {
    List<R> results = new ArrayList<>(outcomes.size());
    for (PointOutcome<P, R> outcome : outcomes) {
      if (outcome instanceof PointOutcome.Done<P, R> done) {
        results.add(done.result());
      } else if (outcome instanceof PointOutcome.Failed<P, R> failed) {
        throw new IllegalStateException(
            "point %d, %s, failed: %s: %s"
                .formatted(failed.index(), failed.point(), failed.type(), failed.message()));
      } else {
        throw new IllegalStateException(
            "point %d, %s, was skipped".formatted(outcome.index(), outcome.point()));
      }
    }
    return Collections.unmodifiableList(results);
  }
}
