package io.quantkit.models.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantkit.core.error.TrainingException;
import io.quantkit.core.series.Dataset;
import io.quantkit.models.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RidgeTest {

  @Test
  void equalsScikitLearn() throws IOException {
    JsonNode expected;
    try (InputStream in = resource("spx_ridge.json")) {
      expected = new ObjectMapper().readTree(in);
    }
    Dataset train = spx();

    RidgeModel plain = new Ridge(0, true, false, MissingValues.REJECT).fit(train, 0);
    RidgeModel ridge = Ridge.of(10).fit(train, 0);

    JsonNode mean = expected.get("scaler_mean");
    JsonNode scale = expected.get("scaler_scale");
    requireEqual(plain, expected.get("linear"), mean, scale);
    requireEqual(ridge, expected.get("ridge_a10"), mean, scale);
  }

  private static void requireEqual(
      RidgeModel model, JsonNode expected, JsonNode mean, JsonNode scale) {
    double atMean = model.intercept();
    for (int c = 0; c < 5; c++) {
      double coefficient = expected.get("coef").get(c).asDouble();
      assertThat(model.coefficients()[c] * scale.get(c).asDouble() / coefficient)
          .isCloseTo(1, within(1e-12));
      atMean += model.coefficients()[c] * mean.get(c).asDouble();
    }
    assertThat(atMean / expected.get("intercept").asDouble()).isCloseTo(1, within(1e-11));
  }

  private static Dataset spx() throws IOException {
    List<String> lines;
    try (InputStream in = new GZIPInputStream(resource("spx_close.csv.gz"))) {
      lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().skip(1).toList();
    }
    double[] closes =
        lines.stream().mapToDouble(line -> Double.parseDouble(line.split(",")[1])).toArray();
    double[] returns = new double[closes.length - 1];
    for (int t = 0; t < returns.length; t++) {
      returns[t] = 100 * (StrictMath.log(closes[t + 1]) - StrictMath.log(closes[t]));
    }
    int rows = (int) (0.7 * (returns.length - 5));
    double[][] features = new double[rows][5];
    double[] labels = new double[rows];
    for (int r = 0; r < rows; r++) {
      for (int lag = 0; lag < 5; lag++) {
        features[r][lag] = returns[r + 4 - lag];
      }
      labels[r] = returns[r + 5];
    }
    return Samples.series(features, labels);
  }

  private static InputStream resource(String name) {
    InputStream in = RidgeTest.class.getResourceAsStream("/golden/linear/" + name);
    if (in == null) {
      throw new UncheckedIOException(new IOException(name + " is missing"));
    }
    return in;
  }

  @Test
  void decompositionsAgreeUnderEveryPenalty() {
    Dataset data = weighted(Samples.panel(60, 3, 8, 1, 2));
    for (double lambda : new double[] {1e-6, 0.1, 10, 1e6}) {
      for (boolean standardize : new boolean[] {true, false}) {
        Design design = Design.of(data, true, MissingValues.REJECT);
        int[] used = {0, 1, 2, 3, 4, 5, 6, 7};
        double[] penalties = new double[8];
        Arrays.setAll(
            penalties, c -> standardize ? lambda : lambda / (design.scales[c] * design.scales[c]));
        double[] cholesky = LeastSquares.byCholesky(design, used, penalties).orElseThrow();
        double[] rows = LeastSquares.byQr(design, used, penalties);
        for (int c = 0; c < 8; c++) {
          assertThat(cholesky[c]).isCloseTo(rows[c], within(1e-13));
        }
      }
    }
  }

  @Test
  void gradientOfThePenalisedErrorVanishes() {
    Dataset data = weighted(Samples.panel(40, 3, 5, 1, 3));
    for (Ridge recipe :
        List.of(
            Ridge.of(3),
            new Ridge(3, true, false, MissingValues.REJECT),
            new Ridge(3, false, false, MissingValues.REJECT))) {
      RidgeModel model = recipe.fit(data, 0);
      double[] predictions = Samples.predict(model, data.features());
      Design design = Design.of(data, true, MissingValues.REJECT);
      double residuals = 0;
      for (int c = 0; c < 5; c++) {
        double scale = recipe.standardize() ? design.scales[c] : 1;
        double gradient = -recipe.lambda() * scale * scale * model.coefficients()[c];
        residuals = 0;
        for (int r = 0; r < data.rows(); r++) {
          double residual = data.weight(r) * (data.label(r) - predictions[r]);
          gradient += residual * data.features().value(r, c);
          residuals += residual;
        }
        assertThat(gradient).isCloseTo(0, within(1e-10));
      }
      assertThat(recipe.intercept() ? residuals : 0).isCloseTo(0, within(1e-10));
    }
  }

  @Test
  void weightTwoEqualsTwoRows() {
    SplittableRandom random = new SplittableRandom(4);
    double[][] features = new double[80][3];
    double[] labels = new double[80];
    for (int r = 0; r < 80; r++) {
      Arrays.setAll(features[r], c -> Samples.normal(random));
      labels[r] = Samples.normal(random);
      if (r % 2 == 1) {
        features[r] = features[r - 1];
        labels[r] = labels[r - 1];
      }
    }
    Dataset all = Samples.series(features, labels);
    int[] even = java.util.stream.IntStream.range(0, 40).map(r -> 2 * r).toArray();
    double[] two = new double[40];
    Arrays.fill(two, 2);

    double[] doubled = Ridge.of(5).fit(all, 0).coefficients();
    double[] weighted = Ridge.of(5).fit(all.pick(even).withWeights(two), 0).coefficients();

    for (int c = 0; c < 3; c++) {
      assertThat(weighted[c]).isCloseTo(doubled[c], within(1e-15));
    }
  }

  @Test
  void nearlyCollinearFeaturesKeepTheirDigits() {
    SplittableRandom random = new SplittableRandom(8);
    double[][] features = new double[200][2];
    double[] labels = new double[200];
    for (int r = 0; r < 200; r++) {
      double common = Samples.normal(random);
      double apart = Math.scalb((double) (random.nextInt(17) - 8), -20);
      features[r][0] = common;
      features[r][1] = common + apart;
      labels[r] = 2 * common - 1024 * (features[r][1] - common);
    }

    double[] coefficients =
        new Ridge(0, true, true, MissingValues.REJECT)
            .fit(Samples.series(features, labels), 0)
            .coefficients();

    assertThat(coefficients[0]).isCloseTo(1026, within(1e-5));
    assertThat(coefficients[1]).isCloseTo(-1024, within(1e-5));
  }

  @Test
  void collinearFeaturesWithoutPenaltyAreAnError() {
    SplittableRandom random = new SplittableRandom(8);
    double[][] features = new double[50][3];
    double[] labels = new double[50];
    for (int r = 0; r < 50; r++) {
      features[r][0] = Samples.normal(random);
      features[r][1] = Samples.normal(random);
      features[r][2] = features[r][0] - 2 * features[r][1];
      labels[r] = features[r][0];
    }
    Dataset data = Samples.series(features, labels);

    assertThatExceptionOfType(TrainingException.class)
        .isThrownBy(() -> new Ridge(0, true, true, MissingValues.REJECT).fit(data, 0))
        .withMessageContaining("f2")
        .withMessageContaining("lambda");
    assertThat(Ridge.of(1).fit(data, 0).coefficients()).doesNotContain(Double.NaN);
  }

  @Test
  void constantFeatureHasNoCoefficient() {
    Dataset data = Samples.panel(30, 2, 3, 1, 5);
    for (int r = 0; r < data.rows(); r++) {
      data = Samples.with(data, r, 1, 0.1);
    }
    Dataset constant = data;

    assertThat(Ridge.of(1).fit(constant, 0).coefficient("f1")).isZero();
    assertThatExceptionOfType(TrainingException.class)
        .isThrownBy(() -> Ridge.of(0).fit(constant, 0))
        .withMessageContaining("[f1]");
  }

  @Test
  void rejectsMissingValuesByRowAndColumn() {
    Dataset data = Samples.with(Samples.panel(30, 2, 3, 1, 5), 7, 2, Double.NaN);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ridge.of(1).fit(data, 0))
        .withMessageContaining("feature f2 of row 7 (S1 at");
  }

  @Test
  void rowThatMissesAValueHasNoPrediction() {
    Dataset data = Samples.panel(30, 2, 3, 1, 5);
    RidgeModel model = Ridge.of(1).fit(data, 0);

    double[] predictions = Samples.predict(model, Samples.with(data.features(), 7, 2, Double.NaN));

    assertThat(predictions[7]).isNaN();
    assertThat(predictions[6]).isFinite();
  }

  @Test
  void missingValuesCanCountAsTheTrainingMean() {
    Dataset full = Samples.panel(30, 2, 3, 1, 5);
    Dataset data = Samples.with(full, 7, 2, Double.NaN);
    double mean = 0;
    for (int r = 0; r < data.rows(); r++) {
      mean += r == 7 ? 0 : data.features().value(r, 2) / (data.rows() - 1);
    }
    Ridge recipe = Ridge.of(1).withMissingValues(MissingValues.TRAINING_MEAN);

    RidgeModel model = recipe.fit(data, 0);
    RidgeModel filled = Ridge.of(1).fit(Samples.with(full, 7, 2, mean), 0);

    for (int c = 0; c < 3; c++) {
      assertThat(model.coefficients()[c]).isCloseTo(filled.coefficients()[c], within(1e-14));
    }
    assertThat(Samples.predict(model, data.features())[7])
        .isCloseTo(
            Samples.predict(filled, Samples.with(full.features(), 7, 2, mean))[7], within(1e-14));
  }

  @Test
  void featureThatIsAlwaysMissingIsAnError() {
    Dataset data = Samples.panel(10, 1, 3, 1, 5);
    for (int r = 0; r < data.rows(); r++) {
      data = Samples.with(data, r, 1, Double.NaN);
    }
    Dataset missing = data;

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Ridge.of(1).withMissingValues(MissingValues.TRAINING_MEAN).fit(missing, 0))
        .withMessageContaining("f1");
  }

  @Test
  void rejectsBadParameters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ridge.of(-1))
        .withMessage("lambda must be finite and at least 0, was -1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Ridge.of(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ridge(1, false, true, MissingValues.REJECT));
  }

  private static Dataset weighted(Dataset data) {
    double[] weights = new double[data.rows()];
    Arrays.setAll(weights, r -> 0.5 + r % 4);
    return data.withWeights(weights);
  }
}
