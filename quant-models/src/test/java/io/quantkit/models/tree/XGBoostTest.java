package io.quantkit.models.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.error.ModelLoadException;
import io.quantkit.core.error.TrainingException;
import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.models.FeatureImportance;
import io.quantkit.models.Provenance;
import io.quantkit.models.Samples;
import io.quantkit.models.validation.Holdout;
import io.quantkit.models.validation.Span;
import io.quantkit.models.validation.Split;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class XGBoostTest {

  @Test
  void treesInJavaAddUpToTheLibrarysBits() throws Exception {
    Dataset data = withGaps(Samples.panel(150, 4, 6, 1, 11));
    XGBoostModel model = XGBoost.builder().rounds(60).minSplitLoss(0.5).build().fit(data, 1);

    float[][] expected = library(model, data.features(), false);
    double[] predictions = Samples.predict(model, data.features());

    for (int r = 0; r < predictions.length; r++) {
      assertThat(predictions[r]).isEqualTo((double) expected[r][0]);
    }
  }

  @Test
  void probabilitiesAreTheLibrarysToSinglePrecision() throws Exception {
    Dataset data = withGaps(Samples.signs(Samples.panel(150, 4, 6, 1, 12)));
    XGBoostModel model =
        XGBoost.builder().objective(Objective.LOGISTIC).rounds(60).build().fit(data, 1);

    float[][] expected = library(model, data.features(), false);
    double[] predictions = Samples.predict(model, data.features());

    for (int r = 0; r < predictions.length; r++) {
      assertThat(predictions[r]).isBetween(0.0, 1.0).isCloseTo(expected[r][0], within(3e-7));
    }
  }

  @ParameterizedTest
  @EnumSource(Importance.class)
  void importanceIsTheLibrarys(Importance kind) throws Exception {
    Dataset data = Samples.panel(150, 4, 6, 1, 13);
    XGBoostModel model = XGBoost.builder().rounds(30).build().fit(data, 1);

    FeatureImportance importance = model.featureImportance(kind);

    Booster booster = booster(model);
    Map<String, Double> expected =
        booster.getScore((String) null, kind.name().toLowerCase(Locale.ROOT));
    booster.dispose();
    assertThat(expected).isNotEmpty();
    expected.forEach(
        (name, value) ->
            assertThat(importance.of(name) / value).as(name).isCloseTo(1, within(1e-4)));
    assertThat(importance.kind()).isEqualToIgnoringCase(kind.name());
  }

  @Test
  void seedDrawsRowsAndFeatures() {
    Dataset data = Samples.panel(100, 3, 5, 1, 14);
    XGBoost recipe = XGBoost.builder().rounds(5).build();

    assertThat(recipe.fit(data, 1).payload()).isNotEqualTo(recipe.fit(data, 2).payload());
    assertThat(recipe.fit(data, -3).payload()).isEqualTo(recipe.fit(data, -3).payload());
    assertThat(recipe.fit(data, 1L << 40).payload()).isNotEqualTo(recipe.fit(data, 0).payload());
  }

  @Test
  void stopsWhereTheRowsHeldBackAreFittedBest() {
    Dataset data = Samples.panel(200, 4, 6, 2, 15);
    XGBoost recipe =
        XGBoost.builder()
            .rounds(400)
            .learningRate(0.3)
            .maxDepth(6)
            .earlyStopping(EarlyStopping.on(Span.ofBars(40)).withPatience(15))
            .build();

    XGBoostModel model = recipe.fit(data, 1);

    Map<String, Double> metrics = model.provenance().metrics();
    assertThat(model.rounds()).isBetween(2, 384);
    assertThat(metrics.get("rounds_run")).isEqualTo(model.rounds() + 15.0);
    assertThat(metrics.get("validation_rows")).isEqualTo(160);
    assertThat(metrics.get("train_rows")).isEqualTo((160 - 2) * 4);
    Split split = Holdout.of(Span.ofBars(40)).split(data);
    double best = validationLoss(recipe, split, model.rounds());
    assertThat(metrics.get("validation_loss")).isEqualTo(best);
    for (int other : new int[] {1, model.rounds() - 1, model.rounds() + 1, model.rounds() + 10}) {
      assertThat(validationLoss(recipe, split, other)).isGreaterThanOrEqualTo(best);
    }
  }

  private static double validationLoss(XGBoost recipe, Split split, int rounds) {
    XGBoostModel model =
        recipe.toBuilder().rounds(rounds).noEarlyStopping().build().fit(split.train(), 1);
    Dataset test = split.test();
    double[] predictions = Samples.predict(model, test.features());
    double sum = 0;
    for (int r = 0; r < predictions.length; r++) {
      sum += (test.label(r) - predictions[r]) * (test.label(r) - predictions[r]);
    }
    return sum / predictions.length;
  }

  @Test
  void earlyStoppingNeverLooksAtLabelsThatReachIntoTheTail() {
    Dataset data = Samples.panel(100, 1, 4, 5, 16);
    XGBoost recipe =
        XGBoost.builder().rounds(20).earlyStopping(EarlyStopping.on(Span.ofBars(20))).build();
    double[] noWeight = data.weights();
    Arrays.fill(noWeight, 75, 80, 0);

    XGBoostModel model = recipe.fit(data, 1);
    XGBoostModel without = recipe.fit(data.withWeights(noWeight), 1);

    assertThat(without.payload()).isEqualTo(model.payload());
  }

  @Test
  void learnsMoreThanTheMean() {
    Dataset data = Samples.panel(300, 4, 6, 1, 17);
    Split split = Holdout.of(Span.ofBars(60)).split(data);

    XGBoostModel model = XGBoost.builder().rounds(200).build().fit(split.train(), 1);

    double loss = validationLoss(XGBoost.builder().build(), split, 200);
    assertThat(loss).isLessThan(0.75);
    assertThat(model.featureImportance().ranked().subList(4, 6))
        .containsExactlyInAnyOrder("f1", "f4");
  }

  @Test
  void missingFeaturesArePredictedFrom() {
    Dataset data = withGaps(Samples.panel(100, 3, 5, 1, 18));

    double[] predictions =
        Samples.predict(XGBoost.builder().rounds(10).build().fit(data, 1), data.features());

    assertThat(Arrays.stream(predictions).allMatch(Double::isFinite)).isTrue();
  }

  @Test
  void rejectsLabelsThatAreNoClasses() {
    Dataset data = Samples.panel(50, 2, 3, 1, 19);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> XGBoost.builder().objective(Objective.LOGISTIC).build().fit(data, 1))
        .withMessageContaining("must be 0 or 1");
  }

  @Test
  void oneClassAloneCannotBeLearnt() {
    Dataset data = Samples.signs(Samples.panel(50, 2, 3, 1, 19));
    double[] weights = new double[data.rows()];
    Arrays.setAll(weights, r -> data.label(r));
    Dataset ones = data.withWeights(weights);

    assertThatExceptionOfType(TrainingException.class)
        .isThrownBy(() -> XGBoost.builder().objective(Objective.LOGISTIC).build().fit(ones, 1))
        .withMessageContaining("both labels");
  }

  @Test
  void tailThatLeavesNothingToLearnFromIsAnError() {
    Dataset data = Samples.panel(50, 2, 3, 10, 20);
    XGBoost recipe = XGBoost.builder().earlyStopping(EarlyStopping.on(Span.ofBars(45))).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> recipe.fit(data, 1))
        .withMessageContaining("45 bars");
  }

  @Test
  void rejectsBadParameters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XGBoost.builder().rounds(0).build())
        .withMessage("rounds must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XGBoost.builder().subsample(1.5).build())
        .withMessage("subsample must be within (0, 1], was 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XGBoost.builder().lambda(Double.NaN).build());
    assertThatIllegalArgumentException().isThrownBy(() -> XGBoost.builder().maxDepth(31).build());
  }

  @Test
  void foreignPayloadCannotBeRead() {
    XGBoostModel model = XGBoost.builder().rounds(2).build().fit(Samples.panel(50, 2, 3, 1, 1), 1);
    String json = new String(model.payload(), StandardCharsets.UTF_8);

    for (String broken :
        new String[] {
          "{}",
          "[",
          json.substring(0, json.length() / 2),
          json.replace("reg:squarederror", "rank:pairwise"),
          json.replace("\"num_feature\":\"3\"", "\"num_feature\":\"4\""),
          json.replaceFirst("\"left_children\":\\[1", "\"left_children\":[0")
        }) {
      assertThatExceptionOfType(ModelLoadException.class)
          .isThrownBy(
              () ->
                  new XGBoostFormat()
                      .read(model.provenance(), broken.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void missingLibraryIsNamed() throws Exception {
    try (URLClassLoader loader = withoutLibrary()) {
      assertThatExceptionOfType(InvocationTargetException.class)
          .isThrownBy(() -> call(loader, "fit"))
          .havingCause()
          .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo("TrainingException"))
          .withMessageContaining("add the artifact ml.dmlc:xgboost4j_2.12");
    }
  }

  @Test
  void predictsWithoutTheLibrary() throws Exception {
    try (URLClassLoader loader = withoutLibrary()) {
      assertThat(call(loader, "predict")).isEqualTo(WithoutLibrary.predict());
    }
  }

  /** Runs in a class loader that does not know XGBoost. */
  public static final class WithoutLibrary {

    private WithoutLibrary() {}

    public static double[] fit() {
      return Samples.predict(XGBoost.DEFAULT.fit(Samples.panel(50, 2, 3, 1, 1), 1), features());
    }

    public static double[] predict() {
      String json =
          """
          {"version":[3,0,4],"learner":{"attributes":{},"objective":{"name":"reg:squarederror"},
          "learner_model_param":{"base_score":"5E-1","num_class":"0","num_feature":"1"},
          "gradient_booster":{"name":"gbtree","model":{"trees":[{"left_children":[1,-1,-1],
          "right_children":[2,-1,-1],"split_indices":[0,0,0],"default_left":[1,0,0],
          "split_conditions":[0.25,-1E0,2E0],"loss_changes":[3,0,0],"sum_hessian":[9,4,5],
          "categories":[]}]}}}}
          """;
      Dataset data = Samples.panel(5, 1, 1, 1, 1);
      Provenance provenance = Provenance.of("test", Map.of(), 0, data, Map.of(), Map.of());
      return Samples.predict(
          new XGBoostFormat().read(provenance, json.getBytes(StandardCharsets.UTF_8)),
          data.features());
    }

    private static FeatureMatrix features() {
      return Samples.panel(50, 2, 3, 1, 1).features();
    }
  }

  private static Object call(ClassLoader loader, String method)
      throws ReflectiveOperationException {
    Method found = loader.loadClass(WithoutLibrary.class.getName()).getMethod(method);
    return found.invoke(null);
  }

  private static URLClassLoader withoutLibrary() throws MalformedURLException {
    String[] path = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    URL[] urls =
        Arrays.stream(path)
            .filter(entry -> !entry.contains("xgboost4j"))
            .map(XGBoostTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String entry) {
    try {
      return new File(entry).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Dataset withGaps(Dataset data) {
    SplittableRandom random = new SplittableRandom(9);
    Dataset some = data;
    for (int k = 0; k < 60; k++) {
      some =
          Samples.with(
              some,
              random.nextInt(data.rows()),
              random.nextInt(data.features().columns()),
              Double.NaN);
    }
    return some;
  }

  private static Booster booster(XGBoostModel model) throws Exception {
    return ml.dmlc.xgboost4j.java.XGBoost.loadModel(new ByteArrayInputStream(model.payload()));
  }

  private static float[][] library(XGBoostModel model, FeatureMatrix features, boolean margin)
      throws Exception {
    float[] values = new float[features.rows() * features.columns()];
    for (int r = 0; r < features.rows(); r++) {
      for (int c = 0; c < features.columns(); c++) {
        values[r * features.columns() + c] = (float) features.value(r, c);
      }
    }
    Booster booster = booster(model);
    DMatrix matrix = new DMatrix(values, features.rows(), features.columns(), Float.NaN);
    matrix.setFeatureNames(features.names().toArray(String[]::new));
    try {
      return booster.predict(matrix, margin);
    } finally {
      matrix.dispose();
      booster.dispose();
    }
  }
}
