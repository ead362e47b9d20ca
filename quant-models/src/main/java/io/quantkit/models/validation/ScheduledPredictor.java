package io.quantkit.models.validation;

import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.strategy.Predictor;
import io.quantkit.models.Model;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Models that take turns: each row is predicted by the newest model that could have existed by
 * then.
 *
 * <p>A model takes over at a stated time, never before all its data, the ends of its labels
 * included, were known. So a history can be traded with it without knowing the future. Rows before
 * the first model have no prediction: {@code NaN}. The last model stays.
 */
public final class ScheduledPredictor implements Predictor {
  private final List<Turn> turns;
  private final List<String> featureNames;

  /**
   * When a model takes over.
   *
   * @param from the time of the first row it predicts, epoch nanoseconds
   * @param model what predicts
   */
  public record Turn(long from, Model model) {

    public Turn {
      if (from < model.provenance().lastLabelEnd()) {
        throw new IllegalArgumentException(
            "a model whose data are known at %d must not predict from %d on"
                .formatted(model.provenance().lastLabelEnd(), from));
      }
    }

    /** Returns the turn of a model that takes over as soon as all its data are known. */
    public static Turn of(Model model) {
      return new Turn(model.provenance().lastLabelEnd(), model);
    }
  }

  private ScheduledPredictor(List<Turn> turns) {
    this.turns = turns;
    Set<String> names = new LinkedHashSet<>();
    turns.forEach(turn -> names.addAll(turn.model().featureNames()));
    this.featureNames = List.copyOf(names);
  }

  /**
   * Returns the predictor of the given turns.
   *
   * @param turns at least one, in any order
   * @throws IllegalArgumentException if there is none or two begin at the same time
   */
  public static ScheduledPredictor of(List<Turn> turns) {
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("turns must be at least one, were none");
    }
    List<Turn> sorted = turns.stream().sorted(Comparator.comparingLong(Turn::from)).toList();
    for (int t = 1; t < sorted.size(); t++) {
      if (sorted.get(t).from() == sorted.get(t - 1).from()) {
        throw new IllegalArgumentException(
            "two models must not take over at the same time, did at " + sorted.get(t).from());
      }
    }
    return new ScheduledPredictor(sorted);
  }

  /** Returns the turns in order of time. */
  public List<Turn> turns() {
    return turns;
  }

  /** Returns every feature that any of the models needs. */
  @Override
  public List<String> featureNames() {
    return featureNames;
  }

  @Override
  public void predict(FeatureMatrix features, double[] out) {
    int rows = features.rows();
    int row = Math.min(rows, features.firstRowAt(turns.get(0).from()));
    Arrays.fill(out, 0, row, Double.NaN);
    for (int t = 0; t < turns.size() && row < rows; t++) {
      int end = t + 1 < turns.size() ? features.firstRowAt(turns.get(t + 1).from()) : rows;
      if (end > row) {
        double[] part = new double[end - row];
        turns.get(t).model().predict(features.slice(row, end), part);
        System.arraycopy(part, 0, out, row, part.length);
        row = end;
      }
    }
  }

  @Override
  public String toString() {
    return "ScheduledPredictor of %d models".formatted(turns.size());
  }
}
