package io.quantkit.backtest.sweep;

import io.quantkit.core.event.ProgressListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The same work for every point of a list, such as a backtest for every combination of parameters.
 *
 * <p>Immutable: each {@code with}-like method returns a changed sweep. It may be run several times.
 *
 * @param <P> what a point is: a record of parameters, say
 * @param <R> what is kept of it
 */
public final class Sweep<P, R> {

  /** What a sweep is called by default, for progress. */
  public static final String DEFAULT_NAME = "sweep";

  private final List<P> points;
  private final int batch;
  private final Function<? super List<P>, ? extends List<? extends R>> work;
  private final String name;
  private final ProgressListener progress;
  private final BooleanSupplier cancelled;

  private Sweep(
      List<P> points,
      int batch,
      Function<? super List<P>, ? extends List<? extends R>> work,
      String name,
      ProgressListener progress,
      BooleanSupplier cancelled) {
    this.points = points;
    this.batch = batch;
    this.work = work;
    this.name = name;
    this.progress = progress;
    this.cancelled = cancelled;
  }

  /**
   * Returns a sweep.
   *
   * @param points in the order of the results
   * @param work called once per point, by any thread and possibly by several at once; the same
   *     point must lead to the same result whatever happened before
   */
  public static <P, R> Sweep<P, R> of(List<P> points, Function<? super P, ? extends R> work) {
    Objects.requireNonNull(work, "work");
    return inBatches(points, 1, one -> Collections.singletonList(work.apply(one.get(0))));
  }

  /**
   * Returns a sweep that works on several points at once, as what can share a pass over the same
   * data does. Progress is told and cancelling asked for by batch.
   *
   * @param points in the order of the results
   * @param batch how many points to work on at most at once, at least 1
   * @param work called once per batch like the work of {@link #of}; returns as many results as it
   *     gets points, in their order. If it throws, it is called again for each point alone, so that
   *     a point that fails does not take others with it
   */
  public static <P, R> Sweep<P, R> inBatches(
      List<P> points, int batch, Function<? super List<P>, ? extends List<? extends R>> work) {
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be at least 1, was " + batch);
    }
    Objects.requireNonNull(work, "work");
    return new Sweep<>(
        List.copyOf(points), batch, work, DEFAULT_NAME, ProgressListener.NONE, () -> false);
  }

  /** Sets what progress calls this sweep. */
  public Sweep<P, R> name(String newName) {
    return new Sweep<>(points, batch, work, Objects.requireNonNull(newName), progress, cancelled);
  }

  /** Sets who is told after every point; told by any thread, but one at a time. */
  public Sweep<P, R> progress(ProgressListener newProgress) {
    return new Sweep<>(points, batch, work, name, Objects.requireNonNull(newProgress), cancelled);
  }

  /**
   * Sets who can end this sweep early: asked before every point by any thread. Once it says so, the
   * points that have not begun are skipped.
   */
  public Sweep<P, R> cancelWhen(BooleanSupplier newCancelled) {
    return new Sweep<>(points, batch, work, name, progress, Objects.requireNonNull(newCancelled));
  }

  /** Works on the calling thread alone. */
  public SweepResult<P, R> run() {
    return run(Runnable::run);
  }

  /**
   * Works on an executor's threads and the calling one, one for each processor at most, and returns
   * when all is done. Interrupting the calling thread skips the points that have not begun; the
   * thread is still interrupted afterwards.
   *
   * @throws RuntimeException if the executor refuses work or a listener throws; and an {@link
   *     Error} of the work, such as a lack of memory, ends the sweep and is thrown on
   */
  public SweepResult<P, R> run(Executor executor) {
    return run(executor, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Works on at most so many threads, of which one is the calling one; see {@link #run(Executor)}.
   *
   * @param threads at least 1; results do not depend on it
   */
  public SweepResult<P, R> run(Executor executor, int threads) {
    List<PointOutcome<P, R>> outcomes = new ArrayList<>(points.size());
    forEach(executor, threads, outcomes::add);
    return new SweepResult<>(outcomes);
  }

  /**
   * Works like {@link #run(Executor, int)}, but hands every outcome over as soon as those before it
   * are handed over, and keeps none: memory does not grow with the number of points.
   *
   * @param sink receives the outcomes in the order of the points, from any thread, one at a time
   */
  public void forEach(Executor executor, int threads, Consumer<? super PointOutcome<P, R>> sink) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
    int share = (points.size() + threads - 1) / threads;
    new SweepRun<P, R>(
            points, Math.max(1, Math.min(batch, share)), work, name, progress, cancelled, sink)
        .run(executor, threads);
  }
}
