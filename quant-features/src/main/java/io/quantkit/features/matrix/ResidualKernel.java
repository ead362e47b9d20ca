package io.quantkit.features.matrix;

import java.util.Arrays;

/** One regression after the other. */
final class ResidualKernel implements RowOperator.Kernel {
  /** A regressor of which less than this share is new adds nothing. */
  private static final double EXPLAINED = 1e-10;

  private final double[] row;
  private final double[] weights;
  private final int[] groups;
  private final double[] exposure;

  /** The symbols that take part. */
  private final int[] members;

  /** By member: the root of the weight. */
  private final double[] root;

  private double[] sums = new double[0];
  private double[] totals = new double[0];

  ResidualKernel(int symbols) {
    this.row = new double[symbols];
    this.weights = new double[symbols];
    this.groups = new int[symbols];
    this.exposure = new double[symbols];
    this.members = new int[symbols];
    this.root = new double[symbols];
  }

  @Override
  public void apply(RowMatrix in, int t, double[] out) {
    in.copyRow(t, row);
    in.copyGroups(t, groups);
    in.copyWeights(t, weights);
    int symbols = row.length;
    Arrays.fill(out, t * symbols, (t + 1) * symbols, Double.NaN);
    int n = choose(in, t);
    int regressors = groups(n);
    if (n <= regressors) {
      return;
    }
    double[] y = centred(row, n);
    double[][] basis = new double[in.exposures()][];
    int used = 0;
    for (int k = 0; k < in.exposures(); k++) {
      in.copyExposure(k, t, exposure);
      double[] x = centred(exposure, n);
      clean(x, basis, used, n);
      double norm = Math.sqrt(dot(x, x, n));
      if (norm > EXPLAINED * size(exposure, n)) {
        for (int i = 0; i < n; i++) {
          x[i] /= norm;
        }
        basis[used++] = x;
      }
    }
    clean(y, basis, used, n);
    if (n > regressors + used) {
      for (int i = 0; i < n; i++) {
        out[t * symbols + members[i]] = y[i] / root[i];
      }
    }
  }

  /** Lists the symbols that have all they need; returns how many there are. */
  private int choose(RowMatrix in, int t) {
    for (int k = 0; k < in.exposures(); k++) {
      in.copyExposure(k, t, exposure);
      for (int s = 0; s < row.length; s++) {
        row[s] += 0 * exposure[s];
      }
    }
    int n = 0;
    for (int s = 0; s < row.length; s++) {
      boolean usable = weights[s] > 0 && weights[s] < Double.POSITIVE_INFINITY;
      if (usable && groups[s] >= 0 && Double.isFinite(row[s])) {
        root[n] = Math.sqrt(weights[s]);
        members[n++] = s;
      }
    }
    return n;
  }

  /** Adds up the groups' weights; returns how many groups there are. */
  private int groups(int n) {
    int highest = -1;
    for (int i = 0; i < n; i++) {
      highest = Math.max(highest, groups[members[i]]);
    }
    if (totals.length <= highest) {
      sums = new double[highest + 1];
      totals = new double[highest + 1];
    }
    Arrays.fill(totals, 0);
    int present = 0;
    for (int i = 0; i < n; i++) {
      int g = groups[members[i]];
      present += totals[g] > 0 ? 0 : 1;
      totals[g] += root[i] * root[i];
    }
    return present;
  }

  /** Returns the members' distances from the means of their groups, times the weights' roots. */
  private double[] centred(double[] from, int n) {
    double base = from[members[0]];
    Arrays.fill(sums, 0);
    for (int i = 0; i < n; i++) {
      int g = groups[members[i]];
      sums[g] = Math.fma(root[i] * root[i], from[members[i]] - base, sums[g]);
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      int g = groups[members[i]];
      x[i] = root[i] * (from[members[i]] - base - sums[g] / totals[g]);
    }
    return x;
  }

  private double size(double[] from, int n) {
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double x = root[i] * from[members[i]];
      squares = Math.fma(x, x, squares);
    }
    return Math.sqrt(squares);
  }

  /** Takes what lies along the basis out of x, and once more what rounding left. */
  private static void clean(double[] x, double[][] basis, int used, int n) {
    for (int again = 0; again < 2; again++) {
      for (int j = 0; j < used; j++) {
        project(basis[j], x, n);
      }
    }
  }

  private static double dot(double[] a, double[] b, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum = Math.fma(a[i], b[i], sum);
    }
    return sum;
  }

  /** Takes the part of x that lies along a unit vector out of it. */
  private static void project(double[] unit, double[] x, int n) {
    double part = dot(unit, x, n);
    for (int i = 0; i < n; i++) {
      x[i] = Math.fma(-part, unit[i], x[i]);
    }
  }
}
