package io.quantkit.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every trainer and its models promise. */
public interface TrainerContract {

  Trainer trainer();

  /** Returns at least 100 rows that the trainer can learn from. */
  Dataset data();

  @Test
  default void sameSeedGivesTheSameModelToTheBit() {
    Model first = trainer().fit(data(), 7);
    Model second = trainer().fit(data(), 7);

    assertThat(second.payload()).isEqualTo(first.payload());
    assertThat(second.provenance()).isEqualTo(first.provenance());
    assertThat(bits(second, data().features())).isEqualTo(bits(first, data().features()));
  }

  @Test
  default void storedModelPredictsTheSameBits(@TempDir Path directory) {
    Model model = trainer().fit(data(), 7);
    model.save(directory.resolve("model"));

    Model loaded = Models.load(directory.resolve("model"));

    assertThat(bits(loaded, data().features())).isEqualTo(bits(model, data().features()));
    assertThat(loaded.provenance()).isEqualTo(model.provenance());
    assertThat(loaded.featureImportance()).isEqualTo(model.featureImportance());
    assertThat(loaded.payload()).isEqualTo(model.payload());
  }

  @Test
  default void storesTheSameBytesEachTime(@TempDir Path directory) throws IOException {
    Model model = trainer().fit(data(), 7);
    model.save(directory.resolve("first"));
    Models.load(directory.resolve("first")).save(directory.resolve("second"));

    try (var files = Files.list(directory.resolve("first"))) {
      for (Path file : files.toList()) {
        assertThat(directory.resolve("second").resolve(file.getFileName()))
            .hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  default void findsFeaturesByName() {
    Model model = trainer().fit(data(), 7);
    List<String> reversed = new ArrayList<>(data().features().names());
    Collections.reverse(reversed);

    assertThat(bits(model, data().features().select(reversed)))
        .isEqualTo(bits(model, data().features()));
  }

  @Test
  default void ignoresFurtherColumns() {
    Model model = trainer().fit(data(), 7);
    FeatureMatrix features = data().features();
    List<String> names = new ArrayList<>(features.names());
    names.add(0, "unknown");
    FeatureMatrix.Builder wider = FeatureMatrix.builder(names, features.symbols());
    double[] row = new double[features.columns()];
    double[] more = new double[names.size()];
    more[0] = Double.NaN;
    for (int r = 0; r < features.rows(); r++) {
      features.copyRow(r, row);
      System.arraycopy(row, 0, more, 1, row.length);
      wider.add(features.time(r), features.symbolIndex(r), more);
    }

    assertThat(bits(model, wider.build())).isEqualTo(bits(model, features));
  }

  @Test
  default void namesAllMissingFeatures() {
    Model model = trainer().fit(data(), 7);
    List<String> names = data().features().names();
    FeatureMatrix narrow = data().features().select(names.subList(1, names.size() - 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.predict(narrow, new double[narrow.rows()]))
        .withMessageContaining(names.get(0))
        .withMessageContaining(names.get(names.size() - 1));
  }

  @Test
  default void rowsOfWeightZeroCountAsAbsent() {
    Dataset data = data();
    SplittableRandom random = new SplittableRandom(3);
    double[] weights = new double[data.rows()];
    for (int r = 0; r < weights.length; r++) {
      weights[r] = random.nextInt(4) == 0 ? 0 : 0.5 + random.nextInt(4);
    }
    int[] kept = IntStream.range(0, weights.length).filter(r -> weights[r] > 0).toArray();

    Model weighted = trainer().fit(data.withWeights(weights), 7);
    Model absent = trainer().fit(data.withWeights(weights).pick(kept), 7);

    assertThat(bits(weighted, data.features())).isEqualTo(bits(absent, data.features()));
  }

  @Test
  default void weightsChangeTheModel() {
    double[] weights = new double[data().rows()];
    for (int r = 0; r < weights.length; r++) {
      weights[r] = 1 + r % 5;
    }

    Model weighted = trainer().fit(data().withWeights(weights), 7);

    assertThat(weighted.payload()).isNotEqualTo(trainer().fit(data(), 7).payload());
  }

  @Test
  default void canBeUsedByManyThreads() throws Exception {
    Model model = trainer().fit(data(), 7);
    long[] expected = bits(model, data().features());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<long[]> task = () -> bits(model, data().features());
      for (Future<long[]> result : threads.invokeAll(Collections.nCopies(40, task))) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  default void canFitInManyThreads() throws Exception {
    byte[] expected = trainer().fit(data(), 7).payload();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Callable<byte[]> task = () -> trainer().fit(data(), 7).payload();
      for (Future<byte[]> result : threads.invokeAll(Collections.nCopies(6, task))) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  default void predictionOfARowDependsOnThatRowOnly() {
    Model model = trainer().fit(data(), 7);
    long[] all = bits(model, data().features());

    for (int r = 0; r < 50; r++) {
      assertThat(bits(model, data().features().slice(r, r + 1))[0]).isEqualTo(all[r]);
    }
  }

  @Test
  default void writesNothingBeyondTheRows() {
    Model model = trainer().fit(data(), 7);
    double[] out = {0, 0, 0, 42};

    model.predict(data().features().slice(0, 3), out);

    assertThat(out[3]).isEqualTo(42);
  }

  @Test
  default void tellsWhereItComesFrom() {
    Dataset data = data();
    Provenance provenance = trainer().fit(data, 7).provenance();

    assertThat(provenance.trainer()).isNotBlank();
    assertThat(provenance.parameters()).isNotEmpty();
    assertThat(provenance.seed()).isEqualTo(7);
    assertThat(provenance.featureNames()).isEqualTo(data.features().names());
    assertThat(provenance.rows()).isEqualTo(data.rows());
    assertThat(provenance.firstTime()).isEqualTo(data.time(0));
    assertThat(provenance.lastTime()).isEqualTo(data.time(data.rows() - 1));
    assertThat(provenance.lastLabelEnd())
        .isEqualTo(IntStream.range(0, data.rows()).mapToLong(data::intervalEnd).max().getAsLong());
    assertThat(provenance.dataDigest()).matches("[0-9a-f]{64}");
    assertThat(provenance.libraries())
        .containsKey("io.quantkit:quant-models")
        .hasSizeGreaterThan(1);
    assertThat(provenance.libraries().values()).allMatch(version -> !version.isBlank());
    assertThat(provenance.metrics()).isNotEmpty();
  }

  @Test
  default void digestKnowsEveryNumber() {
    Dataset data = data();
    double[] weights = data.weights();
    weights[3] = 2;

    assertThat(Digests.of(Samples.with(data, 5, 1, 0.125))).isNotEqualTo(Digests.of(data));
    assertThat(Digests.of(data.withWeights(weights))).isNotEqualTo(Digests.of(data));
    assertThat(Digests.of(data.withWeights(data.weights()))).isEqualTo(Digests.of(data));
  }

  @Test
  default void importanceNamesEveryFeature() {
    FeatureImportance importance = trainer().fit(data(), 7).featureImportance();

    assertThat(importance.kind()).isNotBlank();
    assertThat(importance.values().keySet()).containsExactlyElementsOf(data().features().names());
    assertThat(importance.of(importance.ranked().get(0))).isPositive();
  }

  @Test
  default void rejectsNoRows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer().fit(data().pick(new int[0]), 7))
        .withMessageContaining("rows");
  }

  @Test
  default void rejectsInfiniteFeatures() {
    Dataset data = Samples.with(data(), 4, 1, Double.POSITIVE_INFINITY);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer().fit(data, 7))
        .withMessageContaining(data.features().names().get(1))
        .withMessageContaining("Infinity");
  }

  private static long[] bits(Model model, FeatureMatrix features) {
    return Samples.bits(Samples.predict(model, features));
  }
}
