package io.quantkit.examples.benchmark;

import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.backtest.vector.OrderPlan;
import io.quantkit.backtest.vector.Plan;
import io.quantkit.backtest.vector.SignalPlan;
import io.quantkit.backtest.vector.Sizing;
import io.quantkit.backtest.vector.VectorBacktest;
import io.quantkit.backtest.vector.VectorSummary;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.indicator.average.Sma;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The vectorised mode on prepared decisions, one thread: signals of crossing averages (64,000
 * trades) and 2,275 listed orders on 50 symbols of 32,760 bars, an order in every cell of 1,000
 * symbols by 1,000 bars, and 64 sets of signals one by one and in one pass.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class VectorBenchmark {
  private static final TradingCosts COSTS = new TradingCosts(1, 2, 1);
  private static final int WIDE = 1_000;
  private static final int GRID = 64;

  @Param({"signals", "sparse", "dense", "onebyone", "onepass"})
  private String decisions = "";

  @Param({"free", "costs"})
  private String charged = "";

  private VectorBacktest backtest = VectorBacktest.of(wide(1, 1), Walks.universe());
  private List<Plan> plans = List.of();

  /** Prepares prices and decisions. */
  @Setup
  public void prepare() {
    if (decisions.equals("dense")) {
      Universe universe = Universe.of(instruments());
      backtest = VectorBacktest.of(wide(WIDE, WIDE), universe).shorting(true);
      plans = List.of(dense());
    } else {
      Panel panel = Walks.panel();
      backtest = VectorBacktest.of(panel, Walks.universe());
      plans = new ArrayList<>();
      int points = decisions.startsWith("one") ? GRID : 1;
      for (int i = 0; i < points; i++) {
        plans.add(decisions.equals("sparse") ? sparse() : crossing(panel, 10 + i, 30 + i));
      }
    }
    backtest = backtest.costs(charged.equals("costs") ? COSTS : TradingCosts.NONE);
  }

  /** Returns walks in whole cents with a bar a minute. */
  private static Panel wide(int symbols, int bars) {
    List<BarSeries> all = new ArrayList<>();
    for (int s = 0; s < symbols; s++) {
      SplittableRandom random = new SplittableRandom(s);
      BarSeries.Builder series = BarSeries.builder(Walks.symbol(s), Timeframe.MINUTE_1);
      double price = 100;
      for (int t = 0; t < bars; t++) {
        double open = price;
        price = Math.rint(100 * price * (0.996 + 0.008 * random.nextDouble())) / 100;
        double high = Math.max(open, price);
        double low = Math.min(open, price);
        series.add(t * Walks.MINUTE, (t + 1) * Walks.MINUTE, open, high, low, price, 1_000);
      }
      all.add(series.build());
    }
    return Panel.align(all);
  }

  private static List<Instrument> instruments() {
    List<Instrument> instruments = new ArrayList<>();
    for (int s = 0; s < WIDE; s++) {
      Symbol symbol = Walks.symbol(s);
      instruments.add(Instrument.equity(symbol.value()));
    }
    return instruments;
  }

  private static Plan crossing(Panel panel, int fast, int slow) {
    byte[] signals = new byte[Walks.SYMBOLS * Walks.BARS];
    for (int s = 0; s < Walks.SYMBOLS; s++) {
      IndicatorKernel fastMean = new Sma(fast).kernel();
      IndicatorKernel slowMean = new Sma(slow).kernel();
      for (int t = 0; t < Walks.BARS; t++) {
        double close = panel.close(t, s);
        boolean above = fastMean.update(close) > slowMean.update(close);
        signals[t * Walks.SYMBOLS + s] = (byte) (above ? 1 : 0);
      }
    }
    return SignalPlan.of(Walks.SYMBOLS, signals, Sizing.UNITS, 100);
  }

  private static Plan sparse() {
    SplittableRandom random = new SplittableRandom(3);
    int orders = Walks.SYMBOLS * Walks.BARS / 720;
    int[] rows = random.ints(orders, 0, Walks.BARS).sorted().toArray();
    int[] columns = random.ints(orders, 0, Walks.SYMBOLS).toArray();
    double[] sizes = random.doubles(orders, 1, 101).map(Math::floor).toArray();
    return OrderPlan.sparse(rows, columns, sizes, Sizing.UNITS);
  }

  private static Plan dense() {
    SplittableRandom random = new SplittableRandom(4);
    double[] sizes = new double[WIDE * WIDE];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = (1 + random.nextInt(100)) * (random.nextBoolean() ? 1 : -1);
    }
    return OrderPlan.dense(WIDE, sizes, Sizing.UNITS);
  }

  /** Measures orders, fills, fees, cash and equity by row; of a pass, summaries. */
  @Benchmark
  public Object quantkit() {
    if (decisions.equals("onepass")) {
      return backtest.summaries(plans);
    }
    List<VectorSummary> summaries = new ArrayList<>(plans.size());
    for (Plan plan : plans) {
      summaries.add(backtest.run(plan).summary());
    }
    return summaries;
  }
}
