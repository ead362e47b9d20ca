package io.quantkit.risk.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the reference values beside the tests. */
final class Golden {
  private final List<String> lines;
  private final List<String> header;

  private Golden(List<String> lines) {
    this.header = List.of(lines.get(0).split(","));
    this.lines = lines.subList(1, lines.size());
  }

  static Golden read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/measure/" + name)) {
      return new Golden(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a column, {@code NaN} where it is empty. */
  double[] column(String name) {
    return texts(name).stream()
        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
        .toArray();
  }

  /** Returns a column as it is written. */
  List<String> texts(String name) {
    int at = header.indexOf(name);
    return lines.stream().map(line -> line.split(",", -1)[at]).toList();
  }

  /** Returns the value of a named measure. */
  double value(String name) {
    for (String line : lines) {
      String[] cells = line.split(",");
      if (cells[0].equals(name)) {
        return Double.parseDouble(cells[1]);
      }
    }
    throw new IllegalArgumentException("there is no value named " + name);
  }
}
