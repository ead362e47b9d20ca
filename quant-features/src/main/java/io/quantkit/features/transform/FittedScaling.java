package io.quantkit.features.transform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantkit.core.math.Normal;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.time.EpochNanos;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Scaling} with the numbers that it learnt, and the span that it learnt them from.
 *
 * <p>It is meant for rows later than that span; {@link #apply} refuses others, and {@link
 * #applyToTraining} says what it does by its name.
 */
public final class FittedScaling {
  /** Where scikit-learn cuts shares off before it takes their normal quantile. */
  private static final double CUT = 1e-7;

  private final Scaling scaling;
  private final List<String> names;
  private final List<double[]> parameters;
  private final long fittedFrom;
  private final long fittedTo;

  FittedScaling(
      Scaling scaling,
      List<String> names,
      List<double[]> parameters,
      long fittedFrom,
      long fittedTo) {
    this.scaling = scaling;
    this.names = List.copyOf(names);
    this.parameters = List.copyOf(parameters);
    this.fittedFrom = fittedFrom;
    this.fittedTo = fittedTo;
  }

  /** Returns how the columns are scaled. */
  public Scaling scaling() {
    return scaling;
  }

  /** Returns the columns, in order. */
  public List<String> names() {
    return names;
  }

  /** Returns the time of the first row it was fitted to, in epoch nanoseconds UTC. */
  public long fittedFrom() {
    return fittedFrom;
  }

  /** Returns the time of the last row it was fitted to, in epoch nanoseconds UTC. */
  public long fittedTo() {
    return fittedTo;
  }

  /**
   * Scales rows that are later than all rows it was fitted to.
   *
   * @throws IllegalArgumentException if the columns differ or a row is not later
   */
  public FeatureMatrix apply(FeatureMatrix later) {
    for (int row = 0; row < later.rows(); row++) {
      if (later.time(row) <= fittedTo) {
        throw new IllegalArgumentException(
            ("row %d at %s is not after the rows that the scaling was fitted to, until %s; for those"
                    + " use applyToTraining")
                .formatted(
                    row, EpochNanos.toInstant(later.time(row)), EpochNanos.toInstant(fittedTo)));
      }
    }
    return scale(later);
  }

  /**
   * Scales the rows it was fitted to: each result depends on all of them, later ones included, as
   * everything does that a model learns.
   *
   * @throws IllegalArgumentException if the columns differ or a row is later than the fit
   */
  public FeatureMatrix applyToTraining(FeatureMatrix training) {
    if (training.rows() > 0 && training.time(training.rows() - 1) > fittedTo) {
      throw new IllegalArgumentException(
          "rows must be among those of the fit, the last one is at %s, after %s"
              .formatted(
                  EpochNanos.toInstant(training.time(training.rows() - 1)),
                  EpochNanos.toInstant(fittedTo)));
    }
    return scale(training);
  }

  private FeatureMatrix scale(FeatureMatrix matrix) {
    if (!matrix.names().equals(names)) {
      throw new IllegalArgumentException(
          "columns must be %s, were %s".formatted(names, matrix.names()));
    }
    FeatureMatrix.Builder builder = FeatureMatrix.builder(names, matrix.symbols());
    double[] row = new double[names.size()];
    for (int r = 0; r < matrix.rows(); r++) {
      matrix.copyRow(r, row);
      for (int c = 0; c < row.length; c++) {
        row[c] = scale(c, row[c]);
      }
      builder.add(matrix.time(r), matrix.symbolIndex(r), row);
    }
    return builder.build();
  }

  /** Scales one number of a column; {@code NaN} stays {@code NaN}. */
  public double scale(int column, double value) {
    double[] learnt = parameters.get(column);
    return switch (scaling) {
      case Z_SCORE, MIN_MAX, ROBUST -> (value - learnt[0]) / learnt[1];
      case UNIFORM -> share(learnt, value);
      case NORMAL -> {
        double share = share(learnt, value);
        yield Double.isNaN(share)
            ? Double.NaN
            : Normal.quantile(Math.max(CUT, Math.min(1 - CUT, share)));
      }
    };
  }

  /** Returns the mean of the shares below and not above a number, interpolated. */
  private static double share(double[] quantiles, double value) {
    int last = quantiles.length - 1;
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    if (value <= quantiles[0]) {
      return 0;
    }
    if (value >= quantiles[last]) {
      return 1;
    }
    int above = firstAtLeast(quantiles, Math.nextUp(value));
    int atLeast = firstAtLeast(quantiles, value);
    return (between(quantiles, above - 1, value) + between(quantiles, atLeast - 1, value))
        / (2.0 * last);
  }

  /** Returns where a number lies between a quantile and the next one, in positions. */
  private static double between(double[] quantiles, int below, double value) {
    double low = quantiles[below];
    double step = quantiles[below + 1] - low;
    return step == 0 ? below : below + (value - low) / step;
  }

  private static int firstAtLeast(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns everything as JSON, from which {@link #parse} makes an equal one. */
  public String json() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("scaling", scaling.name()).put("fittedFrom", fittedFrom).put("fittedTo", fittedTo);
    ArrayNode columns = root.putArray("columns");
    for (int c = 0; c < names.size(); c++) {
      ObjectNode column = columns.addObject().put("name", names.get(c));
      ArrayNode numbers = column.putArray("parameters");
      for (double number : parameters.get(c)) {
        numbers.add(number);
      }
    }
    return root.toString();
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static FittedScaling parse(String json) {
    try {
      JsonNode root = new ObjectMapper().readTree(json);
      List<String> names = new ArrayList<>();
      List<double[]> parameters = new ArrayList<>();
      Scaling scaling = Scaling.valueOf(root.required("scaling").asText());
      for (JsonNode column : root.required("columns")) {
        names.add(column.required("name").asText());
        parameters.add(learnt(scaling, column.required("parameters")));
      }
      JsonNode from = root.required("fittedFrom");
      JsonNode to = root.required("fittedTo");
      if (!from.isIntegralNumber() || !to.isIntegralNumber() || from.longValue() > to.longValue()) {
        throw new IllegalArgumentException("fittedFrom and fittedTo must be times in order");
      }
      return new FittedScaling(scaling, names, parameters, from.longValue(), to.longValue());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalArgumentException("text must be a fitted scaling: " + e.getMessage(), e);
    }
  }

  private static double[] learnt(Scaling scaling, JsonNode numbers) {
    double[] learnt = new double[numbers.size()];
    boolean quantiles = scaling == Scaling.UNIFORM || scaling == Scaling.NORMAL;
    boolean valid = quantiles ? learnt.length > 0 : learnt.length == 2;
    for (int i = 0; i < learnt.length; i++) {
      learnt[i] = numbers.get(i).doubleValue();
      valid &= numbers.get(i).isNumber() && Double.isFinite(learnt[i]);
      valid &= !quantiles || i == 0 || learnt[i] >= learnt[i - 1];
    }
    if (!valid || (!quantiles && !(learnt[1] > 0))) {
      throw new IllegalArgumentException("parameters of " + scaling + " cannot be " + numbers);
    }
    return learnt;
  }

  @Override
  public String toString() {
    return "%s of %d columns fitted from %s to %s"
        .formatted(
            scaling,
            names.size(),
            EpochNanos.toInstant(fittedFrom),
            EpochNanos.toInstant(fittedTo));
  }
}
