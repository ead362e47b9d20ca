package io.quantkit.models.validation;

import io.quantkit.core.series.Dataset;

/**
 * Tests on the last part of a dataset after learning from what is known before it begins.
 *
 * @param tail how much of the line's end is tested; days and months are whole ones, the last of
 *     them that of the last row
 * @param embargo how far labels learnt from keep away from it
 */
public record Holdout(Span tail, Embargo embargo) {

  /** Returns a holdout that keeps away only as far as labels demand. */
  public static Holdout of(Span tail) {
    return new Holdout(tail, Embargo.NONE);
  }

  /**
   * Splits a dataset.
   *
   * @throws IllegalArgumentException if nothing is left to learn from
   */
  public Split split(Dataset data) {
    if (data.rows() == 0) {
      throw new IllegalArgumentException("the dataset must have rows, had none");
    }
    Timeline times = new Timeline(data);
    int firstTest = data.features().firstRowAt(times.tailStart(tail));
    long limit = embargo.endBefore(times, times.indexOf(data.time(firstTest)));
    Split.Rows trainRows = new Split.Rows(firstTest);
    Split.Rows testRows = new Split.Rows(data.rows() - firstTest);
    for (int r = 0; r < data.rows(); r++) {
      if (r >= firstTest) {
        testRows.add(r);
      } else if (data.intervalEnd(r) < limit) {
        trainRows.add(r);
      }
    }
    if (trainRows.isEmpty()) {
      throw new IllegalArgumentException(
          "holding back %s leaves nothing to learn from among %d rows"
              .formatted(tail, data.rows()));
    }
    return Split.of(data, trainRows.toArray(), testRows.toArray());
  }
}
