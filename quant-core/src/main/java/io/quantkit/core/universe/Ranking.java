package io.quantkit.core.universe;

import io.quantkit.core.series.Panel;
import java.util.Arrays;

/** Keeps the largest of a cross-section. */
final class Ranking {

  private Ranking() {}

  static void keepLargest(Metric metric, Panel panel, int row, boolean[] members, int count) {
    double[] values = new double[members.length];
    double[] sorted = new double[members.length];
    int size = 0;
    for (int s = 0; s < members.length; s++) {
      values[s] = members[s] ? metric.value(panel, row, s) : Double.NaN;
      if (!Double.isNaN(values[s])) {
        sorted[size++] = values[s];
      }
    }
    if (size <= count) {
      for (int s = 0; s < members.length; s++) {
        members[s] = !Double.isNaN(values[s]);
      }
      return;
    }
    Arrays.sort(sorted, 0, size);
    double bound = sorted[size - count];
    int above = 0;
    for (int i = size - count; i < size; i++) {
      above += sorted[i] > bound ? 1 : 0;
    }
    int equals = count - above;
    for (int s = 0; s < members.length; s++) {
      members[s] = values[s] > bound || (values[s] == bound && equals-- > 0);
    }
  }
}
