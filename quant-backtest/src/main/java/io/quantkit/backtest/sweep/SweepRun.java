package io.quantkit.backtest.sweep;

import io.quantkit.core.event.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** A sweep under way. Each thread takes the next points until there are none. */
final class SweepRun<P, R> {
  private final List<P> points;
  private final int batch;
  private final Function<? super List<P>, ? extends List<? extends R>> work;
  private final String name;
  private final ProgressListener progress;
  private final BooleanSupplier cancelled;
  private final AtomicReferenceArray<PointOutcome<P, R>> outcomes;
  private final AtomicInteger next = new AtomicInteger();
  private final Consumer<? super PointOutcome<P, R>> sink;
  private final Object reporting = new Object();
  private long done;
  private int told;
  private volatile boolean ended;

  SweepRun(
      List<P> points,
      int batch,
      Function<? super List<P>, ? extends List<? extends R>> work,
      String name,
      ProgressListener progress,
      BooleanSupplier cancelled,
      Consumer<? super PointOutcome<P, R>> sink) {
    this.sink = sink;
    this.points = points;
    this.batch = batch;
    this.work = work;
    this.name = name;
    this.progress = progress;
    this.cancelled = cancelled;
    this.outcomes = new AtomicReferenceArray<>(points.size());
  }

  void run(Executor executor, int threads) {
    List<FutureTask<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, points.size()); i++) {
      tasks.add(new FutureTask<>(this::takePoints, true));
    }
    boolean interrupted = false;
    try {
      for (int i = 1; i < tasks.size(); i++) {
        executor.execute(tasks.get(i));
      }
      // What the executor has not begun is done here, so a busy executor delays and never blocks.
      for (FutureTask<Boolean> task : tasks) {
        task.run();
      }
      for (FutureTask<Boolean> task : tasks) {
        interrupted |= join(task);
      }
    } finally {
      ended = true;
      tasks.forEach(task -> task.cancel(false));
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    tellTheRest();
  }

  private void takePoints() {
    try {
      while (!ended && !Thread.currentThread().isInterrupted() && !cancelled.getAsBoolean()) {
        int from = next.getAndAdd(batch);
        if (from < 0 || from >= points.size()) {
          return;
        }
        int to = Math.min(points.size() - from, batch) + from;
        work(from, to);
        report(to - from);
      }
      ended = true;
    } catch (RuntimeException | Error failure) {
      ended = true;
      throw failure;
    }
  }

  private void work(int from, int to) {
    try {
      List<? extends R> results = work.apply(points.subList(from, to));
      if (results.size() != to - from) {
        throw new IllegalStateException(
            "work must return a result for each of %d points, returned %d"
                .formatted(to - from, results.size()));
      }
      for (int i = from; i < to; i++) {
        outcomes.set(i, new PointOutcome.Done<>(i, points.get(i), results.get(i - from)));
      }
    } catch (RuntimeException failure) {
      if (to - from == 1) {
        outcomes.set(from, PointOutcome.Failed.of(from, points.get(from), failure));
        return;
      }
      for (int i = from; i < to; i++) {
        work(i, i + 1);
      }
    }
  }

  /** Hands over what is complete from the front, and forgets it. */
  private void report(int worked) {
    synchronized (reporting) {
      done += worked;
      while (told < points.size() && outcomes.get(told) != null) {
        sink.accept(outcomes.getAndSet(told++, null));
      }
      progress.onProgress(name, done, points.size());
    }
  }

  private void tellTheRest() {
    for (; told < points.size(); told++) {
      PointOutcome<P, R> outcome = outcomes.getAndSet(told, null);
      sink.accept(outcome == null ? new PointOutcome.Skipped<>(told, points.get(told)) : outcome);
    }
  }

  /** Waits for a task; returns whether the calling thread was interrupted meanwhile. */
  private boolean join(FutureTask<Boolean> task) {
    boolean interrupted = false;
    while (true) {
      try {
        task.get();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
        ended = true;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
