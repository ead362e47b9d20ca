package io.quantkit.models.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.series.Dataset;
import io.quantkit.models.Samples;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.LARSTrainer;

/** Compares with Tribuo, which minimises the mean squared error and so divides by the rows. */
class TribuoTest {
  private static final Dataset DATA = Samples.panel(80, 3, 7, 1, 21);

  @Test
  void leastSquaresEqualTheEndOfLeastAngleRegression() {
    requireEqual(
        new Ridge(0, true, true, MissingValues.REJECT).fit(DATA, 0),
        new LARSTrainer(7).train(tribuo()),
        1e-11);
  }

  @Test
  void ridgeEqualsCoordinateDescent() {
    double alpha = 0.3;
    requireEqual(
        new Ridge(alpha * DATA.rows(), true, false, MissingValues.REJECT).fit(DATA, 0),
        new ElasticNetCDTrainer(alpha, 1e-9, 1e-12, 10_000, false, 1).train(tribuo()),
        1e-7);
  }

  private static void requireEqual(RidgeModel ours, Model<Regressor> theirs, double tolerance) {
    double[] predictions = Samples.predict(ours, DATA.features());
    for (int r = 0; r < DATA.rows(); r++) {
      double expected = theirs.predict(example(r)).getOutput().getValues()[0];
      assertThat(predictions[r]).isCloseTo(expected, within(tolerance));
    }
  }

  private static MutableDataset<Regressor> tribuo() {
    RegressionFactory factory = new RegressionFactory();
    MutableDataset<Regressor> rows =
        new MutableDataset<>(new SimpleDataSourceProvenance("panel", factory), factory);
    for (int r = 0; r < DATA.rows(); r++) {
      rows.add(example(r));
    }
    return rows;
  }

  private static ArrayExample<Regressor> example(int row) {
    double[] values = new double[DATA.features().columns()];
    DATA.features().copyRow(row, values);
    return new ArrayExample<>(
        new Regressor("y", DATA.label(row)),
        DATA.features().names().toArray(String[]::new),
        values);
  }
}
