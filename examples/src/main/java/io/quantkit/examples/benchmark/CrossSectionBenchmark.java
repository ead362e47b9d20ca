package io.quantkit.examples.benchmark;

import io.quantkit.features.matrix.Columns;
import io.quantkit.features.matrix.RankScale;
import io.quantkit.features.matrix.RowMatrix;
import io.quantkit.features.matrix.Rows;
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
 * Computes an operator over 2,520 days of 3,000 symbols into an array that is there, beside copying
 * the numbers, which is the least that can be done.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(CrossSectionBenchmark.CELLS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class CrossSectionBenchmark {
  private static final int SYMBOLS = 3_000;
  static final int CELLS = 2_520 * SYMBOLS;

  /** Which operator. */
  @Param({"rank", "zscore", "corr20", "ts_rank10"})
  public String workload = "";

  private final double[] values = new double[CELLS];
  private final double[] others = new double[CELLS];
  private final double[] out = new double[CELLS];
  private final RowMatrix matrix = RowMatrix.of(values, SYMBOLS);
  private final RowMatrix other = RowMatrix.of(others, SYMBOLS);

  /** Makes returns that resemble normal ones, and others that follow them. */
  @Setup
  public void setUp() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < CELLS; i++) {
      double sum = -2;
      for (int k = 0; k < 4; k++) {
        sum += random.nextDouble();
      }
      values[i] = 0.02 * sum;
      others[i] = 0.5 * values[i] + 0.02 * (random.nextDouble() - 0.5);
    }
  }

  /** The operators of this library. */
  @Benchmark
  public double[] quantkit() {
    switch (workload) {
      case "rank" -> Rows.rank(RankScale.AVERAGE).over(matrix, out);
      case "zscore" -> Rows.zscore(1).over(matrix, out);
      case "corr20" -> Columns.correlation(matrix, other, 20, out);
      case "ts_rank10" -> Columns.rank(matrix, 10, RankScale.PERCENT, out);
      default -> throw new IllegalArgumentException("no workload " + workload);
    }
    return out;
  }

  /** A copy of the numbers. */
  @Benchmark
  public double[] copy() {
    System.arraycopy(values, 0, out, 0, CELLS);
    return out;
  }
}
