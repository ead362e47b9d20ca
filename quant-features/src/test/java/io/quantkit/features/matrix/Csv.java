package io.quantkit.features.matrix;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads small tables of reference values. */
public final class Csv {
  private Csv() {}

  /** Returns the columns of a table with a header, by name. */
  public static Map<String, double[]> columns(String resource) {
    List<String[]> lines = lines(resource);
    Map<String, double[]> columns = new LinkedHashMap<>();
    String[] header = lines.get(0);
    for (int c = 0; c < header.length; c++) {
      int column = c;
      columns.put(
          header[c], lines.stream().skip(1).mapToDouble(line -> number(line[column])).toArray());
    }
    return columns;
  }

  /** Returns the lines of a table whose first column is a name. */
  public static Map<String, double[]> records(String resource) {
    Map<String, double[]> records = new LinkedHashMap<>();
    for (String[] line : lines(resource)) {
      records.put(line[0], Arrays.stream(line).skip(1).mapToDouble(Csv::number).toArray());
    }
    return records;
  }

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  private static List<String[]> lines(String resource) {
    try (InputStream file = Csv.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalArgumentException("no resource " + resource);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      List<String[]> lines = new ArrayList<>();
      reader.lines().forEach(line -> lines.add(line.split(",", -1)));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
