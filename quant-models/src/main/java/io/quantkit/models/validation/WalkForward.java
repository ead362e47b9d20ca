package io.quantkit.models.validation;

import io.quantkit.core.series.Dataset;
import java.util.ArrayList;
import java.util.List;

/**
 * A schedule that learns from the past and tests on what follows, again and again.
 *
 * <p>Fold {@code k} tests on the rows within {@code [train + k * step, train + k * step + test)} of
 * the dataset's time line and learns from earlier rows whose labels end before the first tested
 * row, by more than the embargo. The last fold may be shorter, and a fold without rows to learn
 * from or to test on is left out; of folds that begin with the same row, because there are none
 * between, the last counts. Days count from midnight UTC of the first row's day, months from the
 * first of its month.
 *
 * @param window which of the earlier rows are learnt from
 * @param train how much history the first fold has before its test begins; the window's length if
 *     it rolls
 * @param test how long a fold tests
 * @param step how far the next fold moves on; below {@code test} rows are tested more than once
 * @param embargo how far labels learnt from keep away from the rows to test on
 */
public record WalkForward(Window window, Span train, Span test, Span step, Embargo embargo) {

  /** Which rows before the test are learnt from. */
  public enum Window {
    /** All of them; also called anchored. */
    EXPANDING,
    /** The latest, as long as the first fold's. */
    ROLLING
  }

  /**
   * Learns from 12 months and the 2 that follow, tests on the next month and moves on by one. The 2
   * months are for validation: give the trainer an early stopping on {@code Span.ofMonths(2)}.
   */
  public static final WalkForward MONTHLY = rolling(Span.ofMonths(14), Span.ofMonths(1));

  /**
   * Learns from 12 months, tests on 3, moves on by 3; the embargo is at least 5 bars. {@link
   * #anchored} gives its variant with a growing window.
   */
  public static final WalkForward QUARTERLY =
      rolling(Span.ofMonths(12), Span.ofMonths(3)).withEmbargo(Embargo.DEFAULT.atLeast(5));

  /**
   * Learns from 252 bars and the 63 that follow, tests on the next 5 and moves on by 5: daily data
   * with a model a week. The 63 bars are for validation: give the trainer an early stopping on
   * {@code Span.ofBars(63)}.
   */
  public static final WalkForward WEEKLY = rolling(Span.ofBars(252 + 63), Span.ofBars(5));

  public WalkForward {
    if (train.unit() != test.unit() || test.unit() != step.unit()) {
      throw new IllegalArgumentException(
          "train, test and step must have the same unit, were %s, %s and %s"
              .formatted(train, test, step));
    }
  }

  /** Returns a schedule that learns from all earlier rows and tests every row once. */
  public static WalkForward expanding(Span train, Span test) {
    return new WalkForward(Window.EXPANDING, train, test, test, Embargo.DEFAULT);
  }

  /** Returns a schedule that learns from a window of constant length and tests every row once. */
  public static WalkForward rolling(Span train, Span test) {
    return new WalkForward(Window.ROLLING, train, test, test, Embargo.DEFAULT);
  }

  /** Returns this schedule with all earlier rows to learn from. */
  public WalkForward anchored() {
    return new WalkForward(Window.EXPANDING, train, test, step, embargo);
  }

  /** Returns this schedule with another step. */
  public WalkForward withStep(Span step) {
    return new WalkForward(window, train, test, step, embargo);
  }

  /** Returns this schedule with another embargo. */
  public WalkForward withEmbargo(Embargo embargo) {
    return new WalkForward(window, train, test, step, embargo);
  }

  /**
   * Splits a dataset.
   *
   * @return at least one split, in order of their first tested rows, which differ
   * @throws IllegalArgumentException if the dataset is too short for a single one
   */
  public List<Split> split(Dataset data) {
    List<Split> splits = new ArrayList<>();
    int rows = data.rows();
    if (rows > 0) {
      Timeline times = new Timeline(data);
      long lastTime = data.time(rows - 1);
      for (long moved = 0; ; moved += step.length()) {
        long start = times.boundary(train.unit(), moved + train.length());
        if (start > lastTime) {
          break;
        }
        long end = times.boundary(train.unit(), moved + train.length() + test.length());
        long from = window == Window.ROLLING ? times.boundary(train.unit(), moved) : Long.MIN_VALUE;
        addFold(splits, data, times, from, start, end);
      }
    }
    if (splits.isEmpty()) {
      throw new IllegalArgumentException(
          "%d rows leave nothing to learn from and test on after %s of history with %s"
              .formatted(rows, train, embargo));
    }
    return List.copyOf(splits);
  }

  private void addFold(
      List<Split> splits, Dataset data, Timeline times, long from, long start, long end) {
    int firstTest = data.features().firstRowAt(start);
    int lastTest = data.features().firstRowAt(end);
    if (firstTest == lastTest) {
      return;
    }
    long limit = embargo.endBefore(times, times.indexOf(data.time(firstTest)));
    Split.Rows trainRows = new Split.Rows(firstTest);
    for (int r = data.features().firstRowAt(from); r < firstTest; r++) {
      if (data.intervalEnd(r) < limit) {
        trainRows.add(r);
      }
    }
    if (!trainRows.isEmpty()) {
      Split.Rows testRows = new Split.Rows(lastTest - firstTest);
      for (int r = firstTest; r < lastTest; r++) {
        testRows.add(r);
      }
      Split split = Split.of(data, trainRows.toArray(), testRows.toArray());
      int last = splits.size() - 1;
      if (last >= 0 && splits.get(last).testStart() == split.testStart()) {
        splits.remove(last);
      }
      splits.add(split);
    }
  }
}
