package io.quantkit.examples.benchmark;

import io.quantkit.core.series.Panel;
import io.quantkit.core.store.ParquetFiles;
import io.quantkit.core.time.Timeframe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Loads 1.6 million bars of 50 symbols from a Parquet file and lays them on one time line. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class ParquetBenchmark {
  private Path file = Path.of("");

  /** Writes the file. */
  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("bars", ".parquet");
    ParquetFiles.writeBars(file, PanelBenchmark.series());
  }

  /** Deletes the file. */
  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  /** Measures reading and aligning. */
  @Benchmark
  public Panel quantkit() {
    return ParquetFiles.readBars(file, Timeframe.MINUTE_15).orThrow().panel();
  }
}
