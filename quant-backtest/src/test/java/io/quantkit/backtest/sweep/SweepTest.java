package io.quantkit.backtest.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.math.Decimal;
import java.lang.ref.WeakReference;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final List<Integer> POINTS = IntStream.range(0, 200).boxed().toList();

  @Test
  void resultsComeInOrderWhateverTheThreads() {
    Sweep<Integer, Long> sweep = Sweep.of(POINTS, SweepTest::slowSquare);
    List<Long> alone = sweep.run().results();
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      for (int threads = 1; threads <= 5; threads++) {
        assertThat(sweep.run(executor, threads).results()).isEqualTo(alone);
      }
    } finally {
      executor.shutdown();
    }
    assertThat(alone.get(199)).isEqualTo(199L * 199);
  }

  private static long slowSquare(int point) {
    long spent = 0;
    for (int i = 0; i < 1_000 * (point % 7); i++) {
      spent += i & 1;
    }
    return spent < 0 ? -1 : (long) point * point;
  }

  @Test
  void aFailureIsNamedAndKeptApart() {
    SweepResult<Integer, Decimal> result =
        Sweep.of(
                POINTS,
                point ->
                    Decimal.ONE.dividedBy(Decimal.of(point % 100 - 7), 2, RoundingMode.HALF_UP))
            .run();

    assertThat(result.complete()).isTrue();
    assertThat(result.done()).hasSize(198);
    assertThat(result.failed()).extracting(PointOutcome.Failed::point).containsExactly(7, 107);
    PointOutcome.Failed<Integer, Decimal> first = result.failed().get(0);
    assertThat(first.type()).isEqualTo("java.lang.ArithmeticException");
    assertThat(first.message()).contains("division by zero");
    assertThat(first.place()).contains("Decimal");
    assertThatThrownBy(result::results)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("point 7");
  }

  @Test
  void progressNeverGoesBackAndReachesTheEnd() {
    List<Long> told = Collections.synchronizedList(new ArrayList<>());
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      Sweep.of(POINTS, point -> point)
          .name("grid")
          .progress(
              (task, done, total) -> {
                assertThat(task).isEqualTo("grid");
                assertThat(total).isEqualTo(200);
                told.add(done);
              })
          .run(executor, 4);
    } finally {
      executor.shutdown();
    }
    assertThat(told).isSorted().hasSize(200).endsWith(200L);
  }

  @Test
  void cancellingSkipsWhatHasNotBegun() {
    AtomicInteger begun = new AtomicInteger();
    SweepResult<Integer, Integer> result =
        Sweep.of(
                POINTS,
                point -> {
                  begun.incrementAndGet();
                  return point;
                })
            .cancelWhen(() -> begun.get() >= 10)
            .run();

    assertThat(begun).hasValue(10);
    assertThat(result.complete()).isFalse();
    assertThat(result.done()).hasSize(10);
    assertThat(result.outcomes().get(10)).isEqualTo(new PointOutcome.Skipped<>(10, 10));
  }

  @Test
  void interruptingSkipsWhatHasNotBegunAndStaysInterrupted() {
    SweepResult<Integer, Integer> result =
        Sweep.of(
                POINTS,
                point -> {
                  if (point == 4) {
                    Thread.currentThread().interrupt();
                  }
                  return point;
                })
            .run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.done()).hasSize(5);
  }

  @Test
  void anErrorEndsTheSweep() {
    Sweep<Integer, Integer> sweep =
        Sweep.of(
            POINTS,
            point -> {
              throw new AssertionError("point " + point);
            });
    assertThatThrownBy(sweep::run).isInstanceOf(AssertionError.class).hasMessage("point 0");
  }

  @Test
  void keepsNothingButWhatTheWorkReturns() {
    List<WeakReference<Object>> made = new ArrayList<>();
    SweepResult<Integer, Integer> result =
        Sweep.of(
                POINTS,
                point -> {
                  byte[] large = new byte[100_000];
                  made.add(new WeakReference<>(large));
                  return large.length + point;
                })
            .run();

    for (int i = 0; i < 50 && made.stream().anyMatch(ref -> ref.get() != null); i++) {
      System.gc();
    }
    assertThat(made).allMatch(ref -> ref.get() == null);
    assertThat(result.results()).hasSize(200);
  }

  @Test
  void handsOutcomesOverInOrderAndKeepsNone() {
    List<Integer> order = new ArrayList<>();
    List<WeakReference<Object>> made = Collections.synchronizedList(new ArrayList<>());
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      Sweep.of(
              POINTS,
              point -> {
                byte[] large = new byte[10_000 + (int) (slowSquare(point) & 1)];
                made.add(new WeakReference<>(large));
                return large;
              })
          .forEach(executor, 4, outcome -> order.add(outcome.index()));
    } finally {
      executor.shutdown();
    }
    for (int i = 0; i < 50 && made.stream().anyMatch(ref -> ref.get() != null); i++) {
      System.gc();
    }
    assertThat(order).isEqualTo(POINTS);
    assertThat(made).hasSize(200).allMatch(ref -> ref.get() == null);
  }

  @Test
  void batchesLeadToTheSameResultsWhateverTheThreads() {
    List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    Sweep<Integer, Integer> sweep =
        Sweep.inBatches(
            POINTS,
            16,
            batch -> {
              sizes.add(batch.size());
              return batch.stream().map(point -> 3 * point).toList();
            });
    List<Integer> tripled = POINTS.stream().map(point -> 3 * point).toList();
    assertThat(sweep.run().results()).isEqualTo(tripled);
    assertThat(sizes).hasSize(13).endsWith(8);
    sizes.clear();
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      assertThat(sweep.run(executor, 4).results()).isEqualTo(tripled);
      assertThat(sweep.run(executor, 50).results()).isEqualTo(tripled);
    } finally {
      executor.shutdown();
    }
    assertThat(sizes).as("every thread has its share").contains(4);
  }

  @Test
  void aPointThatFailsDoesNotTakeItsBatchWithIt() {
    SweepResult<Integer, Integer> result =
        Sweep.inBatches(
                POINTS, 7, batch -> batch.stream().map(point -> 100 / (point - 50)).toList())
            .run();
    assertThat(result.failed()).extracting(PointOutcome.Failed::point).containsExactly(50);
    assertThat(result.done()).hasSize(199);
    assertThat(result.outcomes().get(51)).isEqualTo(new PointOutcome.Done<>(51, 51, 100));
  }

  @Test
  void aBatchMustHaveAResultForEachPoint() {
    SweepResult<Integer, Integer> result =
        Sweep.<Integer, Integer>inBatches(POINTS, 7, batch -> List.of()).run();
    assertThat(result.failed()).hasSize(200);
    assertThat(result.failed().get(0).message())
        .isEqualTo("work must return a result for each of 1 points, returned 0");
    assertThatThrownBy(() -> Sweep.inBatches(POINTS, 0, batch -> batch))
        .hasMessageContaining("batch must be at least 1, was 0");
  }

  @Test
  void runsInsideItsOwnExecutor() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(1);
    try {
      Sweep<Integer, Integer> sweep = Sweep.of(POINTS, point -> point);
      assertThat(executor.submit(() -> sweep.run(executor, 4).results()).get()).isEqualTo(POINTS);
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void rejectsNoThreads() {
    assertThatThrownBy(() -> Sweep.of(POINTS, point -> point).run(Runnable::run, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threads must be at least 1, was 0");
  }
}
