package io.quantkit.models.validation;

import io.quantkit.core.series.Dataset;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a dataset's time line into blocks and tests on each after learning from all the others.
 *
 * <p>Rows before the block are learnt from if their labels end before it begins; rows after it if
 * they come later than all of its labels' ends, by more than the embargo. The first blocks are one
 * time longer where the line does not divide evenly. This judges how well a recipe generalises; it
 * learns from the future of what it tests, so no equity curve may be drawn from it.
 *
 * <p>Source: M. López de Prado, "Advances in Financial Machine Learning", 2018, 7.4.
 *
 * @param folds the number of blocks, at least 2
 * @param embargo how far rows after the block keep away from it
 */
public record PurgedKFold(int folds, Embargo embargo) {

  public PurgedKFold {
    if (folds < 2) {
      throw new IllegalArgumentException("folds must be at least 2, was " + folds);
    }
  }

  /** Returns blocks with the default embargo, one per cent of the line. */
  public static PurgedKFold of(int folds) {
    return new PurgedKFold(folds, Embargo.DEFAULT);
  }

  /**
   * Splits a dataset.
   *
   * @return a split per block, in order of time
   * @throws IllegalArgumentException if there are fewer times than blocks or nothing is left to
   *     learn from beside one of them
   */
  public List<Split> split(Dataset data) {
    Timeline times = new Timeline(data);
    if (times.size() < folds) {
      throw new IllegalArgumentException(
          "%d folds need as many times, had %d".formatted(folds, times.size()));
    }
    List<Split> splits = new ArrayList<>();
    int from = 0;
    for (int fold = 0; fold < folds; fold++) {
      int to = from + times.size() / folds + (fold < times.size() % folds ? 1 : 0);
      splits.add(split(data, times, from, to));
      from = to;
    }
    return List.copyOf(splits);
  }

  private Split split(Dataset data, Timeline times, int fromInclusive, int toExclusive) {
    long start = times.time(fromInclusive);
    long end = Long.MIN_VALUE;
    Split.Rows testRows = new Split.Rows(data.rows());
    for (int r = data.features().firstRowAt(start);
        r < data.rows() && data.time(r) <= times.time(toExclusive - 1);
        r++) {
      testRows.add(r);
      end = Math.max(end, data.intervalEnd(r));
    }
    long after = embargo.startAfter(times, end);
    Split.Rows trainRows = new Split.Rows(data.rows());
    for (int r = 0; r < data.rows(); r++) {
      if (data.intervalEnd(r) < start || data.time(r) > after) {
        trainRows.add(r);
      }
    }
    if (trainRows.isEmpty()) {
      throw new IllegalArgumentException(
          "labels and embargo leave nothing to learn from beside the times %d to %d of %d"
              .formatted(fromInclusive, toExclusive - 1, times.size()));
    }
    return Split.of(data, trainRows.toArray(), testRows.toArray());
  }
}
