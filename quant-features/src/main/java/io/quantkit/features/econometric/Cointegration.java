package io.quantkit.features.econometric;

/**
 * The test of Engle and Granger. Null hypothesis: two or more series with unit roots are not
 * cointegrated.
 *
 * <p>Regresses the first on a constant and the others and tests the residuals by {@link
 * DickeyFuller} without deterministic terms. The numbers of {@code
 * statsmodels.tsa.stattools.coint}. Source: R. Engle and C. Granger, Econometrica 55, 1987.
 */
public final class Cointegration {
  private Cointegration() {}

  /**
   * What the test says.
   *
   * @param intercept of the cointegrating regression
   * @param slopes of the other series, in their order: hedge ratios
   * @param unitRoot the test of the residuals; small p-values speak for cointegration
   */
  public record Result(double intercept, java.util.List<Double> slopes, UnitRootResult unitRoot) {}

  /**
   * Tests with the number of lags that a criterion prefers; statsmodels' default is {@code AIC}.
   *
   * @param y the series to explain, oldest first; not modified
   * @param others from one to five series of the same length; not modified
   * @param maxLags the most lagged differences of the residuals
   * @throws IllegalArgumentException if a number is not finite, lengths differ, or there are too
   *     few numbers
   */
  public static Result engleGranger(
      double[] y, double[][] others, int maxLags, DickeyFuller.Criterion criterion) {
    return test(
        y,
        others,
        maxLags,
        residuals -> DickeyFuller.bestLags(residuals, Deterministic.NONE, maxLags, criterion));
  }

  /**
   * Tests like {@link #engleGranger(double[], double[][], int, DickeyFuller.Criterion)} with given
   * lags.
   */
  public static Result engleGranger(double[] y, double[][] others, int lags) {
    return test(y, others, lags, residuals -> lags);
  }

  private static Result test(
      double[] y,
      double[][] others,
      int maxLags,
      java.util.function.ToIntFunction<double[]> choice) {
    Samples.checkAtLeast("lags", maxLags, 0);
    if (others.length < 1 || others.length >= MacKinnon.SERIES) {
      throw new IllegalArgumentException(
          "others must be from 1 to %d series, were %d"
              .formatted(MacKinnon.SERIES - 1, others.length));
    }
    Samples.check(y, 2 * maxLags + others.length + 5, "y");
    int n = y.length;
    LeastSquares fit = new LeastSquares(n, others.length + 1);
    java.util.Arrays.fill(fit.column(0), 1);
    for (int s = 0; s < others.length; s++) {
      Samples.checkPair(y, others[s], 4);
      System.arraycopy(others[s], 0, fit.column(s + 1), 0, n);
    }
    System.arraycopy(y, 0, fit.target(), 0, n);
    fit.solve(n, others.length + 1);
    double[] beta = fit.coefficients().clone();
    java.util.List<Double> slopes = new java.util.ArrayList<>();
    for (int s = 0; s < others.length; s++) {
      slopes.add(beta[s + 1]);
    }
    double[] residuals = new double[n];
    for (int t = 0; t < n; t++) {
      double fitted = beta[0];
      for (int s = 0; s < others.length; s++) {
        fitted += beta[s + 1] * others[s][t];
      }
      residuals[t] = y[t] - fitted;
    }
    int lags = choice.applyAsInt(residuals);
    UnitRootResult raw =
        DickeyFuller.result(
            residuals, Deterministic.NONE, lags, others.length + 1, Deterministic.CONSTANT);
    UnitRootResult told =
        new UnitRootResult(
            raw.statistic(),
            raw.pValue(),
            raw.lags(),
            raw.observations(),
            MacKinnon.criticalValues(Deterministic.CONSTANT, others.length + 1, n - 1));
    return new Result(beta[0], java.util.List.copyOf(slopes), told);
  }
}
