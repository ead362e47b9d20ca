package io.quantkit.features;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Values that others computed, beside the prices that they were computed from: open, high, low,
 * close, volume, then a column {@code source.function.parameters.output} per reference.
 */
public final class GoldenFile {

  /**
   * How far a column is from what we compute.
   *
   * @param compared how many rows have both numbers
   * @param misplaced how many rows have one number but not the other
   * @param relative the largest difference in relation to the reference, or to 0.001 if that is
   *     larger
   * @param within whether every difference is within the tolerance
   */
  public record Distance(
      String column, int compared, int misplaced, double relative, boolean within) {}

  private static final int PRICES = 5;

  private final List<String> header;
  private final List<double[]> rows;
  private final BarSeries bars;

  private GoldenFile(List<String> header, List<double[]> rows) {
    this.header = header;
    this.rows = rows;
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("GOLDEN"), Timeframe.DAY_1);
    for (int t = 0; t < rows.size(); t++) {
      double[] row = rows.get(t);
      builder.add(2L * t, 2L * t + 1, row[0], row[1], row[2], row[3], row[4]);
    }
    bars = builder.build();
  }

  /** Reads a gzipped file of the class path, such as {@code /golden/indicators/spx.csv.gz}. */
  public static GoldenFile resource(String path) {
    try (InputStream file = GoldenFile.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalArgumentException("no resource " + path);
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a gzipped file. */
  public static GoldenFile read(InputStream gzipped) throws IOException {
    List<double[]> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(gzipped), StandardCharsets.UTF_8))) {
      List<String> header = List.of(reader.readLine().split(",", -1));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", -1);
        double[] row = new double[cells.length];
        for (int c = 0; c < cells.length; c++) {
          row[c] = cells[c].isEmpty() ? Double.NaN : Double.parseDouble(cells[c]);
        }
        rows.add(row);
      }
      return new GoldenFile(header, rows);
    }
  }

  /** Returns the prices. */
  public BarSeries bars() {
    return bars;
  }

  /** Returns the names of the references. */
  public List<String> columns() {
    return header.subList(PRICES, header.size());
  }

  /** Returns the values of a column, {@code NaN} where a cell is empty. */
  public double[] column(String name) {
    int c = header.indexOf(name);
    if (c < 0) {
      throw new IllegalArgumentException("no column " + name);
    }
    return rows.stream().mapToDouble(row -> row[c]).toArray();
  }

  /**
   * Compares a column with an output of a feature, see {@link #distance(String, double[], double)}.
   */
  public Distance distance(String column, Feature feature, int output, double tolerance) {
    return distance(column, feature.over(bars)[output], tolerance);
  }

  /**
   * Compares a column with what we computed.
   *
   * @param tolerance the difference that is allowed, relative to the reference; 1e-8 is allowed
   *     besides
   */
  public Distance distance(String column, double[] ours, double tolerance) {
    return distance(column, 0, ours, tolerance);
  }

  /**
   * Compares a column with what we computed, from a row on: for recursions that begin otherwise.
   *
   * @param from the first row that counts
   * @param tolerance the difference that is allowed, relative to the reference; 1e-8 is allowed
   *     besides
   */
  public Distance distance(String column, int from, double[] ours, double tolerance) {
    double[] theirs = column(column);
    int compared = 0;
    int misplaced = 0;
    double largest = 0;
    boolean within = true;
    for (int t = from; t < ours.length; t++) {
      if (Double.isNaN(theirs[t]) || Double.isNaN(ours[t])) {
        misplaced += Double.isNaN(theirs[t]) == Double.isNaN(ours[t]) ? 0 : 1;
        continue;
      }
      compared++;
      double difference = Math.abs(ours[t] - theirs[t]);
      within &= difference <= tolerance * Math.abs(theirs[t]) + 1e-8;
      largest = Math.max(largest, difference / Math.max(Math.abs(theirs[t]), 1e-3));
    }
    return new Distance(column, compared, misplaced, largest, within);
  }
}
