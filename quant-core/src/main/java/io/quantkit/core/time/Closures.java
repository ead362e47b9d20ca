package io.quantkit.core.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Reads the tables of closed weekdays that come with this package. */
final class Closures {
  private Closures() {}

  /**
   * Returns the dates of a table.
   *
   * @param name of a resource whose lines are a year and then month and day of each date; lines
   *     that start with {@code #} are comments
   */
  static Set<LocalDate> read(String name) {
    Set<LocalDate> dates = new HashSet<>();
    try (InputStream stream = Closures.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + name + " is missing from the jar");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          addYear(line.trim().split(" +", -1), dates);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return dates;
  }

  private static void addYear(String[] fields, Set<LocalDate> dates) {
    int year = Integer.parseInt(fields[0]);
    for (int i = 1; i < fields.length; i++) {
      int monthAndDay = Integer.parseInt(fields[i]);
      dates.add(LocalDate.of(year, monthAndDay / 100, monthAndDay % 100));
    }
  }
}
