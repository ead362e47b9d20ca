package io.quantkit.examples;

import io.quantkit.backtest.Backtest;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.backtest.sweep.PointOutcome;
import io.quantkit.backtest.sweep.Sweep;
import io.quantkit.backtest.vector.SignalPlan;
import io.quantkit.backtest.vector.Sizing;
import io.quantkit.backtest.vector.VectorBacktest;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;

/**
 * Ten thousand crossings of averages on two years of the S&amp;P 500, by the engine and by the
 * vectorised mode: what they leave on the heap, after every thousand, and whether their results are
 * the same on any number of threads and between the two.
 */
final class SweepHeap {
  private static final int ROWS = 500;
  private static final int LONGEST = 200;
  private static final int POINTS = LONGEST / 2 * (LONGEST / 2);
  private static final int STEP = 1_000;

  private final Panel panel = ExampleData.spxDaily().slice(0, ROWS);
  private final Universe universe = ExampleData.spxUniverse();
  private final TradingCosts costs = new TradingCosts(1, 2, 1);

  private final Backtest engine =
      Backtest.of(panel, universe, TradingCalendar.alwaysOpen()).costs(costs);

  private final VectorBacktest vector = VectorBacktest.of(panel, universe).costs(costs);

  /** The sum of the closes before each row. */
  private final double[] sums = new double[ROWS + 1];

  private SweepHeap() {
    for (int t = 0; t < ROWS; t++) {
      sums[t + 1] = sums[t] + panel.close(t, 0);
    }
  }

  /** The lengths of a fast and a slow average. */
  private record Spans(int fast, int slow) {}

  public static void main(String[] args) {
    List<Spans> grid = new ArrayList<>();
    for (int fast = 1; fast <= LONGEST / 2; fast++) {
      for (int slow = LONGEST / 2 + 1; slow <= LONGEST; slow++) {
        grid.add(new Spans(fast, slow));
      }
    }
    SweepHeap study = new SweepHeap();
    System.out.println("implementation,workload,value,unit");
    double[] events =
        study.measure("engine", Sweep.of(grid, study::byEngine), Decimal::doubleValue);
    double[] vectors =
        study.measure(
            "vectorised",
            study.vector.grid(grid, study::plan),
            summary -> summary.equity().doubleValue());
    print("both", "points that differ", differing(events, vectors), "points");
  }

  private SignalPlan plan(Spans spans) {
    byte[] signals = new byte[ROWS];
    for (int t = spans.slow(); t < ROWS; t++) {
      signals[t] = (byte) (mean(t, spans.fast()) > mean(t, spans.slow()) ? 1 : 0);
    }
    return SignalPlan.of(1, signals, Sizing.EQUITY, 0.9);
  }

  private double mean(int row, int span) {
    return (sums[row + 1] - sums[row + 1 - span]) / span;
  }

  private Decimal byEngine(Spans spans) {
    return engine.run("crossing", plan(spans).strategy()).finalEquity();
  }

  private <R> double[] measure(String name, Sweep<Spans, R> sweep, ToDoubleFunction<R> equity) {
    double[] alone = new double[POINTS];
    sweep.forEach(
        Runnable::run,
        1,
        outcome -> {
          alone[outcome.index()] = equity.applyAsDouble(result(outcome));
          int runs = outcome.index() + 1;
          if (runs % STEP == 0) {
            print(name, "heap after %d runs".formatted(runs), usedMegabytes(), "MB");
          }
        });
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      for (int threads : new int[] {2, 4}) {
        double[] together = new double[POINTS];
        sweep.forEach(
            executor,
            threads,
            outcome -> together[outcome.index()] = equity.applyAsDouble(result(outcome)));
        String workload = "points that differ on %d threads".formatted(threads);
        print(name, workload, differing(alone, together), "points");
      }
    } finally {
      executor.shutdown();
    }
    return alone;
  }

  private static <R> R result(PointOutcome<Spans, R> outcome) {
    if (outcome instanceof PointOutcome.Done<Spans, R> done) {
      return done.result();
    }
    throw new IllegalStateException("no result: " + outcome);
  }

  private static int differing(double[] some, double[] others) {
    int differing = 0;
    for (int i = 0; i < some.length; i++) {
      differing += some[i] == others[i] ? 0 : 1;
    }
    return differing;
  }

  /** Returns what is still in use once nothing else can be given back. */
  private static double usedMegabytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  private static void print(String name, String workload, double value, String unit) {
    System.out.printf(Locale.ROOT, "%s,%s,%.3f,%s%n", name, workload, value, unit);
  }
}
