package io.quantkit.features.matrix;

import io.quantkit.features.kernel.Finite;
import java.util.Arrays;

/** Gathers the numbers of a row or group, has them rewritten and puts them back. */
final class DenseKernel implements RowOperator.Kernel {
  private static final double[] UNWEIGHTED = new double[0];

  private final DenseOperator operator;
  private final DenseOperator.Rewrite rewrite;
  private final double[] row;
  private final double[] weightRow;
  private final double[] values;
  private final double[] weights;
  private final int[] groups;
  private final int[] order;
  private int[] ends = new int[0];

  DenseKernel(DenseOperator operator, int symbols) {
    this.operator = operator;
    this.rewrite = operator.rewrite();
    this.row = new double[symbols];
    this.weightRow = new double[symbols];
    this.values = new double[symbols];
    this.weights = new double[symbols];
    this.groups = new int[symbols];
    this.order = new int[symbols];
  }

  @Override
  public void apply(RowMatrix in, int t, double[] out) {
    if (in.weighted() && !operator.usesWeights()) {
      throw new IllegalArgumentException(operator.name() + " must have no weights, had some");
    }
    in.copyRow(t, row);
    int symbols = row.length;
    if (!in.weighted() && !in.grouped()) {
      rewriteWhole(out, t * symbols);
      return;
    }
    in.copyGroups(t, groups);
    in.copyWeights(t, weightRow);
    Arrays.fill(out, t * symbols, (t + 1) * symbols, Double.NaN);
    int highest = mask(in.weighted());
    sort(highest);
    for (int group = 0, from = 0; group <= highest; group++) {
      int to = ends[group];
      if (from < to) {
        rewrite(in.weighted(), from, to, out, t * symbols);
      }
      from = to;
    }
  }

  /** Takes a row without groups and weights as one. */
  private void rewriteWhole(double[] out, int base) {
    int symbols = row.length;
    if (Finite.all(row, 0, symbols)) {
      rewrite.apply(row, UNWEIGHTED, symbols);
      System.arraycopy(row, 0, out, base, symbols);
      return;
    }
    int size = 0;
    for (int s = 0; s < symbols; s++) {
      values[size] = row[s];
      order[size] = s;
      size += Math.abs(row[s]) <= Double.MAX_VALUE ? 1 : 0;
    }
    Arrays.fill(out, base, base + symbols, Double.NaN);
    if (size > 0) {
      rewrite.apply(values, UNWEIGHTED, size);
      for (int i = 0; i < size; i++) {
        out[base + order[i]] = values[i];
      }
    }
  }

  /** Takes what counts nothing out of its group; returns the highest group. */
  private int mask(boolean weighted) {
    int highest = -1;
    for (int s = 0; s < row.length; s++) {
      boolean counts =
          Double.isFinite(row[s])
              && (!weighted || (weightRow[s] >= 0 && weightRow[s] < Double.POSITIVE_INFINITY));
      groups[s] = counts ? groups[s] : -1;
      highest = Math.max(highest, groups[s]);
    }
    return highest;
  }

  /** Puts the symbols of each group beside each other, groups and symbols ascending. */
  private void sort(int highest) {
    if (ends.length < highest + 2) {
      ends = new int[highest + 2];
    }
    Arrays.fill(ends, 0, highest + 2, 0);
    for (int group : groups) {
      ends[group + 1]++;
    }
    int members = 0;
    for (int g = 1; g <= highest + 1; g++) {
      int size = ends[g];
      ends[g - 1] = members;
      members += size;
    }
    for (int s = 0; s < groups.length; s++) {
      if (groups[s] >= 0) {
        order[ends[groups[s]]++] = s;
      }
    }
  }

  private void rewrite(boolean weighted, int from, int to, double[] out, int base) {
    for (int i = from; i < to; i++) {
      values[i - from] = row[order[i]];
      weights[i - from] = weightRow[order[i]];
    }
    rewrite.apply(values, weighted ? weights : UNWEIGHTED, to - from);
    for (int i = from; i < to; i++) {
      out[base + order[i]] = values[i - from];
    }
  }
}
