package io.quantkit.features.indicator.candle;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.FeatureKernel;
import java.util.Arrays;
import java.util.List;

/** Runs a {@link CandleProgram} over bars. */
final class CandleScan implements FeatureKernel {
  /*
   * The last bars and some before them lie in arrays, one per column. A new bar, or a block of them,
   * is appended, then each column and each comparison is computed for the new positions only: bar by
   * bar and block by block do the same arithmetic. A full array keeps its last bars and begins anew.
   *
   * Nothing is remembered but the numbers of the last bars, so nothing has to be cleared at a gap:
   * outputs are withheld until all bars that they depend on lie after it.
   *
   * Whether a < b is the sign of a - b: exact, as differences underflow gradually, and free of
   * branches. Two cases are kept out: zeros are given the plus sign, and where prices are so large
   * that a difference of infinities could arise, numbers are compared instead.
   */
  private static final List<BarField> FIELDS =
      List.of(BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE);

  /** How many words of new bars there is room for. */
  private static final int BLOCK = 4;

  /** Magnitudes up to here times this factor do not overflow: up to 2^1000. */
  private static final double ROOM = 0x1p23;

  private final CandleProgram program;
  private final Column[] columns;
  private final Comparison[] comparisons;
  private final double[][] numbers;
  private final double[][][] sources;
  private final double[][][] compared;
  private final long[][] facts;
  private final long[][] scratch;
  private final int kept;
  private final double[] values;
  private int at;
  private int seen;
  private boolean huge;

  CandleScan(CandleProgram program) {
    this.program = program;
    columns = program.columns().toArray(new Column[0]);
    comparisons = program.comparisons().toArray(new Comparison[0]);
    kept = (program.reach() + 63) / 64 + 1;
    numbers = new double[columns.length][64 * (kept + BLOCK)];
    facts = new long[comparisons.length][kept + BLOCK];
    scratch = new long[program.depth() + 1][kept + BLOCK];
    values = new double[program.outputs()];
    Arrays.fill(values, Double.NaN);
    at = 64 * kept;
    sources = new double[columns.length][][];
    for (int c = 0; c < columns.length; c++) {
      sources[c] = columns[c].sources().stream().map(this::numbersOf).toArray(double[][]::new);
    }
    compared = new double[comparisons.length][][];
    for (int c = 0; c < comparisons.length; c++) {
      compared[c] =
          new double[][] {numbersOf(comparisons[c].less()), numbersOf(comparisons[c].more())};
    }
  }

  private CandleScan(CandleScan other) {
    this(other.program);
    for (int c = 0; c < numbers.length; c++) {
      System.arraycopy(other.numbers[c], 0, numbers[c], 0, other.at);
    }
    for (int c = 0; c < facts.length; c++) {
      System.arraycopy(other.facts[c], 0, facts[c], 0, facts[c].length);
    }
    System.arraycopy(other.values, 0, values, 0, values.length);
    at = other.at;
    seen = other.seen;
    huge = other.huge;
  }

  private double[] numbersOf(Column column) {
    return numbers[program.place(column)];
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    if (!Double.isFinite(open)
        || !Double.isFinite(high)
        || !Double.isFinite(low)
        || !Double.isFinite(close)) {
      clear();
      return;
    }
    makeRoom();
    numbers[0][at] = open;
    numbers[1][at] = high;
    numbers[2][at] = low;
    numbers[3][at] = close;
    if (!calm(at, at + 1)) {
      huge = true;
    }
    advance(at + 1);
    int word = at >> 6;
    for (int o = 0; o < values.length; o++) {
      values[o] = seen < program.warmup(o) ? Double.NaN : signal(o, word);
    }
    step(1);
  }

  /** Returns what an output reports at the last bar. */
  private double signal(int output, int word) {
    long[] hits = scratch[0];
    double value = 0;
    for (CandleProgram.Report report : program.reports(output)) {
      hits[word] = 1L << at;
      report.test().and(facts, scratch, hits, word, word + 1);
      if (hits[word] != 0) {
        value = report.value();
      }
    }
    return value;
  }

  @Override
  public void update(BarSeries series, int from, int to, double[][] out) {
    int t = from;
    while (t < to) {
      makeRoom();
      int count = Math.min(to - t, numbers[0].length - at);
      for (int f = 0; f < FIELDS.size(); f++) {
        series.copyInto(FIELDS.get(f), t, t + count, numbers[f], at);
      }
      int good = calm(at, at + count) ? count : finite(count);
      if (good > 0) {
        advance(at + good);
        for (int o = 0; o < values.length; o++) {
          report(o, good, out[o], t);
        }
        step(good);
        t += good;
      }
      if (good < count) {
        clear();
        for (double[] one : out) {
          one[t] = Double.NaN;
        }
        t++;
      }
    }
    if (to > from) {
      for (int o = 0; o < values.length; o++) {
        values[o] = out[o][to - 1];
      }
    }
  }

  /** Writes what an output reports at the new bars. */
  private void report(int output, int count, double[] out, int t) {
    int silent = Math.min(count, Math.max(0, program.warmup(output) - seen));
    Arrays.fill(out, t, t + silent, Double.NaN);
    Arrays.fill(out, t + silent, t + count, 0);
    if (silent == count) {
      return;
    }
    int begin = at + silent;
    int end = at + count;
    int from = begin >> 6;
    int to = ((end - 1) >> 6) + 1;
    long[] hits = scratch[0];
    for (CandleProgram.Report report : program.reports(output)) {
      Arrays.fill(hits, from, to, -1L);
      hits[from] = -1L << begin;
      hits[to - 1] &= -1L >>> -end;
      report.test().and(facts, scratch, hits, from, to);
      for (int w = from; w < to; w++) {
        int origin = t - at + (w << 6);
        for (long bits = hits[w]; bits != 0; bits &= bits - 1) {
          out[origin + Long.numberOfTrailingZeros(bits)] = report.value();
        }
      }
    }
  }

  /** Computes everything for the bars up to a position. */
  private void advance(int end) {
    for (int c = 0; c < columns.length; c++) {
      columns[c].compute(sources[c], numbers[c], at, end);
    }
    for (int c = 0; c < comparisons.length; c++) {
      Comparison comparison = comparisons[c];
      double[] less = compared[c][0];
      double[] more = compared[c][1];
      if (huge) {
        compare(less, comparison.lessBack(), more, comparison.moreBack(), facts[c], at, end);
      } else {
        signs(less, comparison.lessBack(), more, comparison.moreBack(), facts[c], at, end);
      }
    }
  }

  private static void signs(
      double[] a, int aBack, double[] b, int bBack, long[] facts, int from, int to) {
    for (int w = from >> 6; w <= (to - 1) >> 6; w++) {
      int begin = Math.max(from, w << 6);
      int end = Math.min(to, (w << 6) + 64);
      if (end - begin == 64) {
        facts[w] = signs(a, begin - aBack, b, begin - bBack);
      } else {
        long bits = 0;
        for (int t = end - 1; t >= begin; t--) {
          bits = (bits << 1) | (signBit(a[t - aBack] - b[t - bBack]) >>> 63);
        }
        put(facts, w, bits, begin, end);
      }
    }
  }

  /** Returns a whole word: four quarters at a time, so that none waits for the other. */
  private static long signs(double[] a, int aFrom, double[] b, int bFrom) {
    long first = 0;
    long second = 0;
    long third = 0;
    long fourth = 0;
    for (int j = 0; j < 16; j++) {
      int s = aFrom + j;
      int t = bFrom + j;
      first = (first >>> 1) | signBit(a[s] - b[t]);
      second = (second >>> 1) | signBit(a[s + 16] - b[t + 16]);
      third = (third >>> 1) | signBit(a[s + 32] - b[t + 32]);
      fourth = (fourth >>> 1) | signBit(a[s + 48] - b[t + 48]);
    }
    return (first >>> 48) | (second >>> 32) | (third >>> 16) | fourth;
  }

  private static long signBit(double x) {
    return Double.doubleToRawLongBits(x) & Long.MIN_VALUE;
  }

  private static void compare(
      double[] a, int aBack, double[] b, int bBack, long[] facts, int from, int to) {
    for (int w = from >> 6; w <= (to - 1) >> 6; w++) {
      int begin = Math.max(from, w << 6);
      int end = Math.min(to, (w << 6) + 64);
      long bits = 0;
      for (int t = end - 1; t >= begin; t--) {
        bits = (bits << 1) + (a[t - aBack] < b[t - bBack] ? 1 : 0);
      }
      put(facts, w, bits, begin, end);
    }
  }

  /** Replaces the bits of some bars of one word. */
  private static void put(long[] facts, int word, long bits, int begin, int end) {
    long mask = (-1L >>> -(end - begin)) << begin;
    facts[word] = (facts[word] & ~mask) | (bits << begin);
  }

  /** Gives zeros the plus sign; returns whether no price is missing, infinite or huge. */
  private boolean calm(int from, int to) {
    // 0 x is 0 if x is finite and NaN if not.
    double doubt = 0;
    for (int f = 0; f < FIELDS.size(); f++) {
      double[] column = numbers[f];
      double a = 0;
      for (int t = from; t < to; t++) {
        double x = column[t] + 0.0;
        column[t] = x;
        a += 0 * (x * ROOM);
      }
      doubt += a;
    }
    return doubt == 0;
  }

  /** Returns how many of the new bars come before the first one with a missing price. */
  private int finite(int count) {
    int good = 0;
    while (good < count
        && Double.isFinite(numbers[0][at + good])
        && Double.isFinite(numbers[1][at + good])
        && Double.isFinite(numbers[2][at + good])
        && Double.isFinite(numbers[3][at + good])) {
      good++;
    }
    huge |= !calm(at, at + good);
    return good;
  }

  private void step(int bars) {
    at += bars;
    seen = Math.min(seen + bars, Integer.MAX_VALUE / 2);
  }

  private void clear() {
    seen = 0;
    Arrays.fill(values, Double.NaN);
  }

  /** Moves the last bars to the front if there is no room for another one. */
  private void makeRoom() {
    if (at < numbers[0].length) {
      return;
    }
    for (double[] column : numbers) {
      System.arraycopy(column, 64 * BLOCK, column, 0, 64 * kept);
    }
    for (long[] words : facts) {
      System.arraycopy(words, BLOCK, words, 0, kept);
    }
    at = 64 * kept;
  }

  @Override
  public double value(int output) {
    return values[output];
  }

  @Override
  public FeatureKernel copy() {
    return new CandleScan(this);
  }
}
