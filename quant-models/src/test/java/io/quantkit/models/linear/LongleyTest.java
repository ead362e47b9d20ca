package io.quantkit.models.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.series.Dataset;
import io.quantkit.models.Samples;
import org.junit.jupiter.api.Test;

class LongleyTest {
  private static final double[][] ROWS = {
    {60323, 83.0, 234289, 2356, 1590, 107608, 1947},
    {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
    {60171, 88.2, 258054, 3682, 1616, 109773, 1949},
    {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
    {63221, 96.2, 328975, 2099, 3099, 112075, 1951},
    {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
    {64989, 99.0, 365385, 1870, 3547, 115094, 1953},
    {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
    {66019, 101.2, 397469, 2904, 3048, 117388, 1955},
    {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
    {68169, 108.4, 442769, 2936, 2798, 120445, 1957},
    {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
    {68655, 112.6, 482704, 3813, 2552, 123366, 1959},
    {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
    {69331, 115.7, 518173, 4806, 2572, 127852, 1961},
    {70551, 116.9, 554894, 4007, 2827, 130081, 1962},
  };
  private static final double INTERCEPT = -3482258.63459582;
  private static final double[] CERTIFIED = {
    15.0618722713733,
    -0.358191792925910E-01,
    -2.02022980381683,
    -1.03322686717359,
    -0.511041056535807E-01,
    1829.15146461355
  };

  @Test
  void leastSquaresHasTheCertifiedCoefficients() {
    RidgeModel model = new Ridge(0, true, false, MissingValues.REJECT).fit(longley(), 0);

    assertThat(model.intercept() / INTERCEPT).isCloseTo(1, within(1e-11));
    double[] coefficients = model.coefficients();
    for (int c = 0; c < CERTIFIED.length; c++) {
      assertThat(coefficients[c] / CERTIFIED[c]).isCloseTo(1, within(1e-10));
    }
    assertThat(model.provenance().metrics().get("train_r2"))
        .isCloseTo(0.995479004577296, within(1e-14));
  }

  @Test
  void vanishingPenaltyApproachesLeastSquares() {
    RidgeModel model = Ridge.of(1e-13).fit(longley(), 0);

    for (int c = 0; c < CERTIFIED.length; c++) {
      assertThat(model.coefficients()[c] / CERTIFIED[c]).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void orthogonalDecompositionHasThemToo() {
    Design design = Design.of(longley(), true, MissingValues.REJECT);
    double[] byRows = LeastSquares.byQr(design, new int[] {0, 1, 2, 3, 4, 5}, new double[6]);

    for (int c = 0; c < CERTIFIED.length; c++) {
      assertThat(byRows[c] / design.scales[c] / CERTIFIED[c]).isCloseTo(1, within(1e-11));
    }
  }

  private static Dataset longley() {
    double[][] features = new double[ROWS.length][6];
    double[] labels = new double[ROWS.length];
    for (int r = 0; r < ROWS.length; r++) {
      labels[r] = ROWS[r][0];
      System.arraycopy(ROWS[r], 1, features[r], 0, 6);
    }
    return Samples.series(features, labels);
  }
}
