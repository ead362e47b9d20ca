package io.quantkit.features.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Splits work into parts that do not depend on each other. */
final class Parts {
  private Parts() {}

  /** Does one part. */
  @FunctionalInterface
  interface Part {
    void run(int fromInclusive, int toExclusive);
  }

  static void checkRange(int fromInclusive, int toExclusive, int size) {
    if (fromInclusive < 0 || toExclusive < fromInclusive || toExclusive > size) {
      throw new IndexOutOfBoundsException(
          "range must be within [0, %d], was [%d, %d)".formatted(size, fromInclusive, toExclusive));
    }
  }

  static void checkOutput(int size, double[] out) {
    if (out.length < size) {
      throw new IllegalArgumentException("out must hold " + size + " numbers, held " + out.length);
    }
  }

  /**
   * Runs {@code part} over [0, size) in blocks. The calling thread runs the blocks that nobody has
   * begun, so it also ends if the executor's threads are all waiting here.
   */
  static void run(Executor executor, int size, int block, Part part) {
    List<FutureTask<Boolean>> tasks = new ArrayList<>();
    for (int from = 0; from < size; from += block) {
      int begin = from;
      int end = Math.min(size, from + block);
      tasks.add(new FutureTask<>(() -> part.run(begin, end), true));
    }
    try {
      tasks.forEach(executor::execute);
      tasks.forEach(FutureTask::run);
      tasks.forEach(Parts::join);
    } finally {
      tasks.forEach(task -> task.cancel(false));
    }
  }

  private static void join(FutureTask<Boolean> task) {
    boolean interrupted = false;
    while (true) {
      try {
        task.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        if (e.getCause() instanceof Error cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
