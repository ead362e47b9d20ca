package io.quantkit.models.validation;

import io.quantkit.core.error.TrainingException;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.series.Dataset;
import io.quantkit.models.Model;
import io.quantkit.models.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;

/**
 * A recipe fitted along a schedule: a model per fold, its predictions of rows it has not seen, and
 * how good they were.
 *
 * <p>Every fold is fitted with the same seed, so {@code trainer.fit(fold.split().train(), seed)}
 * gives its model again. The result does not depend on the executor.
 */
public final class WalkForwardFit {
  private static final String TASK = "walk-forward fit";

  private final Dataset data;
  private final List<Fold> folds;
  private final double[] predictions;
  private final Scores scores;

  /**
   * One step of the walk.
   *
   * @param split what was learnt from and tested on
   * @param model what was learnt
   * @param scores how well it predicted the rows tested on
   */
  public record Fold(Split split, Model model, Scores scores) {}

  private WalkForwardFit(Dataset data, List<Fold> folds, double[] predictions) {
    this.data = data;
    this.folds = folds;
    this.predictions = predictions;
    this.scores = Scores.of(data, predictions);
  }

  /**
   * Fits on the calling thread.
   *
   * @throws IllegalArgumentException if the dataset is too short for a single fold
   */
  public static WalkForwardFit run(Trainer trainer, WalkForward schedule, Dataset data, long seed) {
    return run(trainer, schedule, data, seed, ProgressListener.NONE);
  }

  /**
   * Fits on the calling thread.
   *
   * @param progress is told of each fold that is done
   * @throws IllegalArgumentException if the dataset is too short for a single fold
   */
  public static WalkForwardFit run(
      Trainer trainer, WalkForward schedule, Dataset data, long seed, ProgressListener progress) {
    List<Split> splits = schedule.split(data);
    return collect(data, splits, k -> trainer.fit(splits.get(k).train(), seed), progress);
  }

  /**
   * Fits the folds as tasks of an executor and waits for all of them.
   *
   * @param progress is told, on the calling thread, of each fold that is done, in order of time
   * @param executor runs the folds; must not be occupied entirely by callers of this method, who
   *     wait
   * @throws IllegalArgumentException if the dataset is too short for a single fold
   * @throws TrainingException if the calling thread is interrupted
   */
  public static WalkForwardFit run(
      Trainer trainer,
      WalkForward schedule,
      Dataset data,
      long seed,
      ProgressListener progress,
      Executor executor) {
    List<Split> splits = schedule.split(data);
    List<FutureTask<Model>> tasks = new ArrayList<>();
    try {
      for (Split split : splits) {
        FutureTask<Model> task = new FutureTask<>(() -> trainer.fit(split.train(), seed));
        tasks.add(task);
        executor.execute(task);
      }
      return collect(data, splits, k -> await(tasks.get(k)), progress);
    } finally {
      tasks.forEach(task -> task.cancel(true));
    }
  }

  private static WalkForwardFit collect(
      Dataset data, List<Split> splits, IntFunction<Model> models, ProgressListener progress) {
    double[] predictions = new double[data.rows()];
    Arrays.fill(predictions, Double.NaN);
    List<Fold> folds = new ArrayList<>();
    for (int k = 0; k < splits.size(); k++) {
      folds.add(tested(splits.get(k), models.apply(k), predictions));
      progress.onProgress(TASK, k + 1L, splits.size());
    }
    return new WalkForwardFit(data, List.copyOf(folds), predictions);
  }

  private static Fold tested(Split split, Model model, double[] predictions) {
    Dataset test = split.test();
    double[] some = new double[test.rows()];
    model.predict(test.features(), some);
    int[] rows = split.testRows();
    for (int k = 0; k < rows.length; k++) {
      predictions[rows[k]] = some[k];
    }
    return new Fold(split, model, Scores.of(test, some));
  }

  private static Model await(FutureTask<Model> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingException(TASK, "interrupted while waiting for a fold", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new TrainingException(TASK, "a fold could not be fitted: " + e.getCause(), e);
    }
  }

  /** Returns the dataset that was walked through. */
  public Dataset data() {
    return data;
  }

  /** Returns the folds in order of time. */
  public List<Fold> folds() {
    return folds;
  }

  /**
   * Returns a prediction per row of the dataset by the newest model that tested it, {@code NaN}
   * where none did; a copy.
   */
  public double[] predictions() {
    return predictions.clone();
  }

  /** Returns how good {@link #predictions} are. */
  public Scores scores() {
    return scores;
  }

  /**
   * Returns a predictor in which each fold's model takes over with the first row it was tested on.
   * Its predictions of rows tested are those of {@link #predictions}.
   */
  public ScheduledPredictor predictor() {
    return ScheduledPredictor.of(
        folds.stream()
            .map(fold -> new ScheduledPredictor.Turn(fold.split().testStart(), fold.model()))
            .toList());
  }
}
