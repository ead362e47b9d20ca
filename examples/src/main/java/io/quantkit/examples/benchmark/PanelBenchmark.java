package io.quantkit.examples.benchmark;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Lays 50 series of 32,760 bars, 1.6 million in all, on one time line. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class PanelBenchmark {
  private static final int SYMBOLS = 50;
  private static final int BARS = 32_760;

  private final List<BarSeries> series = series();

  /** Makes the series, the same every time. */
  static List<BarSeries> series() {
    List<BarSeries> series = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    long step = TimeUnit.MINUTES.toNanos(15);
    for (int s = 0; s < SYMBOLS; s++) {
      BarSeries.Builder builder =
          BarSeries.builder(Symbol.of("S" + s), Timeframe.MINUTE_15).reserve(BARS);
      for (int t = 0; t < BARS; t++) {
        double close = 100 + random.nextInt(1000) / 100.0;
        double high = close + random.nextInt(100) / 100.0;
        builder.add(t * step, (t + 1) * step, close, high, close, close, random.nextInt(10_000));
      }
      series.add(builder.build());
    }
    return series;
  }

  /** Measures {@link Panel#align}. */
  @Benchmark
  public Panel quantkit() {
    return Panel.align(series);
  }
}
