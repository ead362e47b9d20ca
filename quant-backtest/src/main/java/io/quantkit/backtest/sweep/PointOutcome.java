package io.quantkit.backtest.sweep;

/**
 * What became of one point of a sweep.
 *
 * @param <P> what a point is
 * @param <R> what is kept of it
 */
public sealed interface PointOutcome<P, R> {

  /** Returns the place of the point in the sweep, from 0. */
  int index();

  /** Returns the point. */
  P point();

  /** The work was done. */
  record Done<P, R>(int index, P point, R result) implements PointOutcome<P, R> {}

  /**
   * The work threw.
   *
   * @param type the class of what it threw
   * @param message what that said, {@code ""} if nothing
   * @param place the method and line in which it was thrown, {@code ""} if that is unknown
   */
  record Failed<P, R>(int index, P point, String type, String message, String place)
      implements PointOutcome<P, R> {

    static <P, R> Failed<P, R> of(int index, P point, RuntimeException failure) {
      Throwable root = failure;
      while (root.getCause() != null && root.getCause() != root) {
        root = root.getCause();
      }
      StackTraceElement[] trace = root.getStackTrace();
      String message = failure.getMessage();
      return new Failed<>(
          index,
          point,
          failure.getClass().getName(),
          message == null ? "" : message,
          trace.length == 0 ? "" : trace[0].toString());
    }
  }

  /** The sweep ended before the work began. */
  record Skipped<P, R>(int index, P point) implements PointOutcome<P, R> {}
}
