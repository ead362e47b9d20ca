package io.quantkit.core.math;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the rows of a committed table, without its header. */
final class Golden {
  private Golden() {}

  static List<String[]> rows(String file) {
    try (var in = Golden.class.getResourceAsStream("/golden/statistics/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static double[] column(String file, int column) {
    return rows(file).stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
  }

  static double value(String name) {
    return rows("spx_returns.csv").stream()
        .filter(row -> row[0].equals(name))
        .mapToDouble(row -> Double.parseDouble(row[1]))
        .findFirst()
        .orElseThrow();
  }

  /** The simple returns of the S&P 500's closes. */
  static double[] returns() {
    double[] close = column("spx_close_volume.csv", 0);
    double[] returns = new double[close.length - 1];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = close[i + 1] / close[i] - 1;
    }
    return returns;
  }
}
