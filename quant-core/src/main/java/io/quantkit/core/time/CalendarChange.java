package io.quantkit.core.time;

import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A day on which a market does not do what its calendar says.
 *
 * @param date the day
 * @param open when continuous trading begins, in the market's time zone; empty if the market stays
 *     closed
 * @param close when it ends; empty if the market stays closed
 */
public record CalendarChange(LocalDate date, Optional<LocalTime> open, Optional<LocalTime> close) {

  /**
   * Creates a change.
   *
   * @throws IllegalArgumentException if only one of the hours is given or they are not in order
   */
  public CalendarChange {
    if (open.isPresent() != close.isPresent()) {
      throw new IllegalArgumentException(
          "change of " + date + " must have both open and close or neither");
    }
    if (open.isPresent() && !open.get().isBefore(close.orElseThrow())) {
      throw new IllegalArgumentException(
          "open must be before close on %s, was %s and %s"
              .formatted(date, open.get(), close.orElseThrow()));
    }
  }

  /** Returns a day on which the market stays closed. */
  public static CalendarChange closed(LocalDate date) {
    return new CalendarChange(date, Optional.empty(), Optional.empty());
  }

  /** Returns a day with the given hours, whether it was a session before or not. */
  public static CalendarChange hours(LocalDate date, LocalTime open, LocalTime close) {
    return new CalendarChange(date, Optional.of(open), Optional.of(close));
  }

  /**
   * Reads changes from a text file: a line {@code date,open,close} each, such as {@code
   * 2027-03-22,,} for a holiday and {@code 2027-10-29,18:15,19:15} for a session; the first line is
   * a header, empty lines and those that start with {@code #} are passed over.
   *
   * @throws io.quantkit.core.error.DataException if the file cannot be read or a line is no change
   */
  public static List<CalendarChange> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DataNotFoundException(
          file.toString(), "calendar changes of %s cannot be read: %s".formatted(file, e), e);
    }
    List<CalendarChange> changes = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        changes.add(parse(file, i + 1, line));
      }
    }
    return List.copyOf(changes);
  }

  private static CalendarChange parse(Path file, int number, String line) {
    String[] fields = line.split(",", -1);
    String fault = "a line must be date,open,close";
    if (fields.length == 3) {
      try {
        return new CalendarChange(
            LocalDate.parse(fields[0].strip()), time(fields[1]), time(fields[2]));
      } catch (DateTimeException | IllegalArgumentException e) {
        fault = String.valueOf(e.getMessage());
      }
    }
    throw new DataCorruptionException(
        file.toString(), "%s line %d: %s, was '%s'".formatted(file, number, fault, line));
  }

  private static Optional<LocalTime> time(String field) {
    return field.isBlank() ? Optional.empty() : Optional.of(LocalTime.parse(field.strip()));
  }
}
