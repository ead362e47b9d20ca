package io.quantkit.models.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;
import org.ejml.dense.row.linsol.qr.LinearSolverQrHouseCol_DDRM;

/*
 * Solves min |sqrt(W)(A u - y)|^2 + sum_j d_j u_j^2 where A has the centred columns divided by their
 * scales and u_j = scale_j * b_j. So the Gram matrix has the same number, the total weight, all along
 * its diagonal, and its condition is close to the best that scaling can give (A. van der Sluis,
 * "Condition numbers and equilibration of matrices", Numerische Mathematik 14, 1969).
 *
 * Normal equations square the condition number. The squares of the Cholesky factor's diagonal are
 * what is left of each column after the columns before it; where less than LOSS of one is left, more
 * than half of the digits are gone and QR of the rows, which loses half as many, takes over.
 */
final class LeastSquares {
  private static final double LOSS = 1e-6;

  private LeastSquares() {}

  /** Returns the coefficients of the standardized columns. */
  static double[] solve(Design design, double lambda, boolean standardize) {
    int[] used = usable(design, lambda);
    double[] coefficients = new double[design.columns];
    if (used.length == 0) {
      return coefficients;
    }
    double[] penalties = new double[used.length];
    for (int j = 0; j < used.length; j++) {
      double scale = design.scales[used[j]];
      penalties[j] = standardize ? lambda : lambda / (scale * scale);
    }
    double[] solution =
        byCholesky(design, used, penalties).orElseGet(() -> byQr(design, used, penalties));
    for (int j = 0; j < used.length; j++) {
      coefficients[used[j]] = solution[j];
    }
    return coefficients;
  }

  private static int[] usable(Design design, double lambda) {
    int[] used = new int[design.columns];
    int size = 0;
    List<String> constant = new ArrayList<>();
    for (int c = 0; c < design.columns; c++) {
      if (design.scales[c] > 0) {
        used[size++] = c;
      } else {
        constant.add(design.names.get(c));
      }
    }
    if (lambda == 0 && !constant.isEmpty()) {
      throw Ridge.singular(constant);
    }
    return Arrays.copyOf(used, size);
  }

  /** Returns the solution, or nothing if the normal equations are too ill-conditioned. */
  static Optional<double[]> byCholesky(Design design, int[] used, double[] penalties) {
    int n = used.length;
    DMatrixRMaj gram = new DMatrixRMaj(n, n);
    DMatrixRMaj right = new DMatrixRMaj(n, 1);
    double[] weighted = new double[design.rows];
    double[] labels = new double[design.rows];
    for (int r = 0; r < labels.length; r++) {
      labels[r] = design.labels[r] - design.labelMean;
    }
    for (int j = 0; j < n; j++) {
      double[] column = design.standardized[used[j]];
      for (int r = 0; r < weighted.length; r++) {
        weighted[r] = design.weights[r] * column[r];
      }
      for (int k = 0; k <= j; k++) {
        double sum = dot(weighted, design.standardized[used[k]]);
        gram.set(j, k, sum);
        gram.set(k, j, sum);
      }
      gram.add(j, j, penalties[j]);
      right.set(j, 0, dot(weighted, labels));
    }
    double[] diagonal = new double[n];
    for (int j = 0; j < n; j++) {
      diagonal[j] = gram.get(j, j);
    }
    LinearSolverChol_DDRM solver =
        new LinearSolverChol_DDRM(new CholeskyDecompositionInner_DDRM(true));
    if (!solver.setA(gram)) {
      return Optional.empty();
    }
    DMatrixRMaj factor = solver.getDecomposition().getT(null);
    for (int j = 0; j < n; j++) {
      double left = factor.get(j, j);
      if (!(left * left > LOSS * diagonal[j])) {
        return Optional.empty();
      }
    }
    DMatrixRMaj solution = new DMatrixRMaj(n, 1);
    solver.solve(right, solution);
    return Optional.of(solution.data);
  }

  static double[] byQr(Design design, int[] used, double[] penalties) {
    int n = used.length;
    boolean penalised = Arrays.stream(penalties).allMatch(penalty -> penalty > 0);
    int rows = design.rows + (penalised ? n : 0);
    if (rows < n) {
      throw Ridge.singular(names(design, used));
    }
    DMatrixRMaj matrix = new DMatrixRMaj(rows, n);
    DMatrixRMaj right = new DMatrixRMaj(rows, 1);
    double[] lengths = new double[n];
    for (int r = 0; r < design.rows; r++) {
      double root = Math.sqrt(design.weights[r]);
      for (int j = 0; j < n; j++) {
        double value = root * design.standardized[used[j]][r];
        matrix.set(r, j, value);
        lengths[j] += value * value;
      }
      right.set(r, 0, root * (design.labels[r] - design.labelMean));
    }
    if (penalised) {
      for (int j = 0; j < n; j++) {
        matrix.set(design.rows + j, j, Math.sqrt(penalties[j]));
        lengths[j] += penalties[j];
      }
    }
    LinearSolverQrHouseCol_DDRM solver = new LinearSolverQrHouseCol_DDRM();
    solver.setA(matrix);
    DMatrixRMaj factor = solver.getDecomposition().getR(null, true);
    List<String> dependent = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      double limit = Math.sqrt(lengths[j]) * Math.max(rows, n) * Math.ulp(1.0);
      if (!(Math.abs(factor.get(j, j)) > limit)) {
        dependent.add(design.names.get(used[j]));
      }
    }
    if (!dependent.isEmpty()) {
      throw Ridge.singular(dependent);
    }
    DMatrixRMaj solution = new DMatrixRMaj(n, 1);
    solver.solve(right, solution);
    return solution.data;
  }

  /** Returns the sum of products, in four interleaved partial sums. */
  private static double dot(double[] x, double[] y) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < x.length; i += 4) {
      a += x[i] * y[i];
      b += x[i + 1] * y[i + 1];
      c += x[i + 2] * y[i + 2];
      d += x[i + 3] * y[i + 3];
    }
    for (; i < x.length; i++) {
      a += x[i] * y[i];
    }
    return (a + b) + (c + d);
  }

  private static List<String> names(Design design, int[] used) {
    return Arrays.stream(used).mapToObj(design.names::get).toList();
  }
}
