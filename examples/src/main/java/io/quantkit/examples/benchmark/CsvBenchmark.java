package io.quantkit.examples.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quantkit.core.data.BarLoad;
import io.quantkit.core.data.CsvBarReader;
import io.quantkit.core.data.CsvSchema;
import io.quantkit.core.data.TimeFormat;
import io.quantkit.core.series.BarField;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reads 32 MB of one-minute bars of ten symbols, {@code symbol,time,open,high,low,close,volume}
 * from memory. A score of 1 op/s is 1 MB/s on one core.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class CsvBenchmark {
  private static final int MEGABYTES = 32;
  private static final int SYMBOLS = 10;

  /** How times are written: ISO instants, or milliseconds since 1970. */
  @Param({"iso", "epoch"})
  public String times = "iso";

  private byte[] file = new byte[0];
  private CsvBarReader reader = new CsvBarReader(schema(TimeFormat.ISO_INSTANT));

  private static CsvSchema schema(TimeFormat format) {
    return CsvSchema.bars(Timeframe.MINUTE_1, TradingCalendar.alwaysOpen())
        .time("time", format)
        .symbolColumn("symbol")
        .build();
  }

  /** Writes the file. */
  @Setup
  public void write() {
    boolean iso = times.equals("iso");
    file = file(iso);
    reader =
        new CsvBarReader(
            schema(iso ? TimeFormat.ISO_INSTANT : TimeFormat.epoch(TimeUnit.MILLISECONDS)));
  }

  private static byte[] file(boolean iso) {
    SplittableRandom random = new SplittableRandom(1);
    double[] closes = new double[SYMBOLS];
    Arrays.fill(closes, 100);
    long time = EpochNanos.parse("2020-01-01T00:00:00Z");
    StringBuilder text = new StringBuilder(MEGABYTES * 1_000_000 + 1_000);
    text.append("symbol,time,open,high,low,close,volume\n");
    while (text.length() < MEGABYTES * 1_000_000) {
      for (int s = 0; s < SYMBOLS; s++) {
        double open = closes[s];
        double close = Math.max(5, open + Math.rint(random.nextDouble() * 40 - 20) / 100);
        text.append("SYM").append(s).append(',');
        text.append(iso ? EpochNanos.toInstant(time) : Long.toString(time / 1_000_000));
        append(text, open);
        append(text, Math.max(open, close) + 0.03);
        append(text, Math.min(open, close) - 0.02);
        append(text, close);
        text.append(',').append(random.nextInt(100_000)).append('\n');
        closes[s] = close;
      }
      time += TimeUnit.MINUTES.toNanos(1);
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void append(StringBuilder text, double price) {
    text.append(String.format(Locale.ROOT, ",%.2f", price));
  }

  /** Measures parsing into columns, chunk by chunk. */
  @Benchmark
  @OperationsPerInvocation(MEGABYTES)
  public double quantkitColumns() {
    double[] sum = new double[1];
    reader.stream(
            "bars.csv",
            new ByteArrayInputStream(file),
            8_192,
            chunk -> sum[0] += chunk.value(BarField.CLOSE, chunk.size() - 1))
        .orThrow();
    return sum[0];
  }

  /** Measures parsing into whole series. */
  @Benchmark
  @OperationsPerInvocation(MEGABYTES)
  public BarLoad quantkitSeries() {
    return reader.read("bars.csv", new ByteArrayInputStream(file)).orThrow();
  }

  /** Measures FastCSV finding the fields, and nothing done with them. */
  @Benchmark
  @OperationsPerInvocation(MEGABYTES)
  public int fastCsvRows() throws IOException {
    int fields = 0;
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
      for (CsvRecord row : rows) {
        fields += row.getFieldCount();
      }
    }
    return fields;
  }

  /** Measures FastCSV finding the fields and the JDK reading the five numbers; no times. */
  @Benchmark
  @OperationsPerInvocation(MEGABYTES)
  public double fastCsvNumbers() throws IOException {
    double sum = 0;
    boolean header = true;
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
      for (CsvRecord row : rows) {
        for (int c = 2; c < 7 && !header; c++) {
          sum += Double.parseDouble(row.getField(c));
        }
        header = false;
      }
    }
    return sum;
  }
}
