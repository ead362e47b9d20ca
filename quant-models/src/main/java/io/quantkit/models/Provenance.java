package io.quantkit.models;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.quantkit.core.series.Dataset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a model comes from: enough to fit it again and to know what it may be asked.
 *
 * @param trainer the name of the recipe
 * @param parameters the recipe's parameters by name, in the recipe's order
 * @param seed the seed given to {@link Trainer#fit}
 * @param featureNames the features in the order in which the model was fitted to them
 * @param rows how many rows the dataset had
 * @param firstTime the time of the first row, epoch nanoseconds
 * @param lastTime the time of the last row, epoch nanoseconds
 * @param lastLabelEnd when the last of the labels was known, epoch nanoseconds: the earliest moment
 *     at which this model could have existed
 * @param dataDigest the SHA-256 of the dataset in hexadecimal: names, symbols, times, feature
 *     values, labels with their intervals, and weights
 * @param libraries the versions of the code that fitted the model, by artifact
 * @param metrics what was measured during training, by name
 */
public record Provenance(
    String trainer,
    Map<String, String> parameters,
    long seed,
    List<String> featureNames,
    int rows,
    long firstTime,
    long lastTime,
    long lastLabelEnd,
    String dataDigest,
    Map<String, String> libraries,
    Map<String, Double> metrics) {

  public Provenance {
    if (trainer.isBlank()) {
      throw new IllegalArgumentException("trainer must have a name");
    }
    if (rows < 1) {
      throw new IllegalArgumentException("rows must be at least 1, was " + rows);
    }
    if (lastTime < firstTime || lastLabelEnd < lastTime) {
      throw new IllegalArgumentException(
          "times must be ordered, were first %d, last %d, last label end %d"
              .formatted(firstTime, lastTime, lastLabelEnd));
    }
    featureNames = List.copyOf(featureNames);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /**
   * Describes a fit to the given data.
   *
   * @param libraries the versions of third-party code; QuantKit's own is added
   * @throws IllegalArgumentException if the data have no rows
   */
  public static Provenance of(
      String trainer,
      Map<String, String> parameters,
      long seed,
      Dataset data,
      Map<String, String> libraries,
      Map<String, Double> metrics) {
    int rows = data.rows();
    if (rows == 0) {
      throw new IllegalArgumentException("the dataset must have rows, had none");
    }
    long lastLabelEnd = data.intervalEnd(0);
    for (int r = 1; r < rows; r++) {
      lastLabelEnd = Math.max(lastLabelEnd, data.intervalEnd(r));
    }
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("io.quantkit:quant-models", Version.OWN);
    versions.putAll(libraries);
    return new Provenance(
        trainer,
        parameters,
        seed,
        data.features().names(),
        rows,
        data.time(0),
        data.time(rows - 1),
        lastLabelEnd,
        Digests.of(data),
        versions,
        metrics);
  }

  /** Returns the shortest decimal text that reads back as {@code value}, the same on every JDK. */
  public static String text(double value) {
    return NumberOutput.toString(value, true);
  }
}
