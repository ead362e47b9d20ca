package io.quantkit.features.econometric;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Johansen's test of how many independent combinations of several series are stationary.
 *
 * <p>The numbers of {@code statsmodels.tsa.vector_ar.vecm.coint_johansen}, critical values
 * included. Source: S. Johansen, Econometrica 59, 1991; J. MacKinnon, A. Haug and L. Michelis,
 * Journal of Applied Econometrics 14, 1999.
 */
public final class Johansen {
  private static final double[][] TRACE_NONE = {
    {2.9762, 4.1296, 6.9406}, {10.4741, 12.3212, 16.3640}, {21.7781, 24.2761, 29.5147},
    {37.0339, 40.1749, 46.5716}, {56.2839, 60.0627, 67.6367}, {79.5329, 83.9383, 92.7136},
    {106.7351, 111.7797, 121.7375}, {137.9954, 143.6691, 154.7977}, {173.2292, 179.5199, 191.8122},
    {212.4721, 219.4051, 232.8291}, {255.6732, 263.2603, 277.9962}, {302.9054, 311.1288, 326.9716}
  };
  private static final double[][] TRACE_CONSTANT = {
    {2.7055, 3.8415, 6.6349}, {13.4294, 15.4943, 19.9349}, {27.0669, 29.7961, 35.4628},
    {44.4929, 47.8545, 54.6815}, {65.8202, 69.8189, 77.8202}, {91.1090, 95.7542, 104.9637},
    {120.3673, 125.6185, 135.9825}, {153.6341, 159.5290, 171.0905}, {190.8714, 197.3772, 210.0366},
    {232.1030, 239.2468, 253.2526}, {277.3740, 285.1402, 300.2821}, {326.5354, 334.9795, 351.2150}
  };
  private static final double[][] LARGEST_NONE = {
    {2.9762, 4.1296, 6.9406}, {9.4748, 11.2246, 15.0923}, {15.7175, 17.7961, 22.2519},
    {21.8370, 24.1592, 29.0609}, {27.9160, 30.4428, 35.7359}, {33.9271, 36.6301, 42.2333},
    {39.9085, 42.7679, 48.6606}, {45.8930, 48.8795, 55.0335}, {51.8528, 54.9629, 61.3449},
    {57.7954, 61.0404, 67.6415}, {63.7248, 67.0756, 73.8856}, {69.6513, 73.0946, 80.0937}
  };
  private static final double[][] LARGEST_CONSTANT = {
    {2.7055, 3.8415, 6.6349}, {12.2971, 14.2639, 18.5200}, {18.8928, 21.1314, 25.8650},
    {25.1236, 27.5858, 32.7172}, {31.2379, 33.8777, 39.3693}, {37.2786, 40.0763, 45.8662},
    {43.2947, 46.2299, 52.3069}, {49.2855, 52.3622, 58.6634}, {55.2412, 58.4332, 64.9960},
    {61.2041, 64.5040, 71.2525}, {67.1307, 70.5392, 77.4877}, {73.0563, 76.5734, 83.7105}
  };

  private Johansen() {}

  /**
   * One null hypothesis: at most {@code rank} combinations are stationary.
   *
   * @param rank from 0
   * @param eigenvalue the squared canonical correlation of the combination, within [0, 1]
   * @param trace the statistic against any higher rank
   * @param traceCritical a larger statistic rejects
   * @param largest the statistic against {@code rank + 1}
   * @param largestCritical a larger statistic rejects
   * @param combination the weights of the series in the combination, scaled so that the first is 1
   */
  public record Hypothesis(
      int rank,
      double eigenvalue,
      double trace,
      CriticalValues traceCritical,
      double largest,
      CriticalValues largestCritical,
      List<Double> combination) {

    /** Keeps a copy of the weights. */
    public Hypothesis {
      combination = List.copyOf(combination);
    }
  }

  /**
   * Tests series.
   *
   * @param series from 2 to 12 of equal length, oldest number first; not modified
   * @param constant whether levels and differences have means
   * @param lags how many lagged differences, at least 1
   * @return one hypothesis per rank, from 0 upwards
   * @throws IllegalArgumentException if a number is not finite, lengths differ, there are too few
   *     numbers, or the series are linearly dependent
   */
  public static List<Hypothesis> test(double[][] series, boolean constant, int lags) {
    if (series.length < 2 || series.length > TRACE_NONE.length) {
      throw new IllegalArgumentException(
          "series must be from 2 to %d, were %d".formatted(TRACE_NONE.length, series.length));
    }
    Samples.checkAtLeast("lags", lags, 1);
    int m = series.length;
    int n = series[0].length;
    for (double[] one : series) {
      Samples.checkPair(series[0], one, m * lags + lags + m + 4);
    }
    int rows = n - 1 - lags;
    double[][] lagged = new double[m * lags][];
    double[][] changes = new double[m][];
    double[][] levels = new double[m][];
    for (int s = 0; s < m; s++) {
      double[] x = series[s];
      double base = constant ? Samples.mean(x, 0, n) : 0;
      changes[s] = column(rows, constant, t -> x[t + lags + 1] - x[t + lags]);
      levels[s] = column(rows, constant, t -> x[t + 1] - base);
      for (int lag = 1; lag <= lags; lag++) {
        int k = lag;
        lagged[(lag - 1) * m + s] =
            column(rows, constant, t -> x[t + lags + 1 - k] - x[t + lags - k]);
      }
    }
    for (int s = 0; s < m; s++) {
      changes[s] = residuals(changes[s], lagged);
      levels[s] = residuals(levels[s], lagged);
    }
    return hypotheses(levels, changes, rows, constant);
  }

  private static List<Hypothesis> hypotheses(
      double[][] levels, double[][] changes, int rows, boolean constant) {
    int m = levels.length;
    RealMatrix skk = products(levels, levels, rows);
    RealMatrix sk0 = products(levels, changes, rows);
    RealMatrix s00 = products(changes, changes, rows);
    double[][] root = cholesky(skk);
    RealMatrix inner;
    try {
      inner =
          sk0.multiply(new LUDecomposition(s00).getSolver().getInverse().multiply(sk0.transpose()));
    } catch (org.apache.commons.math3.linear.SingularMatrixException e) {
      throw new IllegalArgumentException("series must not be linearly dependent", e);
    }
    RealMatrix inverseRoot = new Array2DRowRealMatrix(inverseLower(root));
    RealMatrix symmetric = inverseRoot.multiply(inner).multiply(inverseRoot.transpose());
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < i; j++) {
        symmetric.setEntry(i, j, symmetric.getEntry(j, i));
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(symmetric);
    List<Hypothesis> all = new ArrayList<>();
    for (int r = 0; r < m; r++) {
      double trace = 0;
      for (int i = r; i < m; i++) {
        trace -= rows * StrictMath.log1p(-eigen.getRealEigenvalue(i));
      }
      double[] vector = inverseRoot.transpose().operate(eigen.getEigenvector(r).toArray());
      List<Double> combination = new ArrayList<>();
      for (double weight : vector) {
        combination.add(weight / vector[0]);
      }
      all.add(
          new Hypothesis(
              r,
              eigen.getRealEigenvalue(r),
              trace,
              critical((constant ? TRACE_CONSTANT : TRACE_NONE)[m - r - 1]),
              -rows * StrictMath.log1p(-eigen.getRealEigenvalue(r)),
              critical((constant ? LARGEST_CONSTANT : LARGEST_NONE)[m - r - 1]),
              combination));
    }
    return List.copyOf(all);
  }

  private static CriticalValues critical(double[] row) {
    return new CriticalValues(row[2], row[1], row[0]);
  }

  private static double[] column(
      int rows, boolean demean, java.util.function.IntToDoubleFunction cell) {
    double[] out = new double[rows];
    for (int t = 0; t < rows; t++) {
      out[t] = cell.applyAsDouble(t);
    }
    return demean ? Samples.demeaned(out) : out;
  }

  private static double[] residuals(double[] y, double[][] regressors) {
    LeastSquares fit = new LeastSquares(y.length, regressors.length);
    for (int j = 0; j < regressors.length; j++) {
      System.arraycopy(regressors[j], 0, fit.column(j), 0, y.length);
    }
    System.arraycopy(y, 0, fit.target(), 0, y.length);
    fit.solve(y.length, regressors.length);
    if (fit.singular()) {
      throw new IllegalArgumentException("series must not be linearly dependent");
    }
    double[] beta = fit.coefficients();
    double[] out = y.clone();
    for (int j = 0; j < regressors.length; j++) {
      for (int t = 0; t < out.length; t++) {
        out[t] = Math.fma(-beta[j], regressors[j][t], out[t]);
      }
    }
    return out;
  }

  private static RealMatrix products(double[][] a, double[][] b, int rows) {
    double[][] out = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        double sum = 0;
        for (int t = 0; t < rows; t++) {
          sum = Math.fma(a[i][t], b[j][t], sum);
        }
        out[i][j] = sum / rows;
      }
    }
    return new Array2DRowRealMatrix(out, false);
  }

  private static double[][] cholesky(RealMatrix matrix) {
    int m = matrix.getRowDimension();
    double[][] root = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix.getEntry(i, j);
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        if (i == j && !(sum > 1e-14 * matrix.getEntry(i, i))) {
          throw new IllegalArgumentException("series must not be linearly dependent");
        }
        root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
      }
    }
    return root;
  }

  private static double[][] inverseLower(double[][] root) {
    int m = root.length;
    double[][] inverse = new double[m][m];
    for (int j = 0; j < m; j++) {
      inverse[j][j] = 1 / root[j][j];
      for (int i = j + 1; i < m; i++) {
        double sum = 0;
        for (int k = j; k < i; k++) {
          sum -= root[i][k] * inverse[k][j];
        }
        inverse[i][j] = sum / root[i][i];
      }
    }
    return inverse;
  }
}
