package io.quantkit.core.data;

/**
 * How a CSV file writes its records, whatever they mean. Fields may be quoted as RFC 4180 has it; a
 * quote inside a field that does not begin with one is text. Records end with LF, CR or CRLF, also
 * mixed; empty lines are skipped. The text is UTF-8, with or without a byte-order mark.
 *
 * @param delimiter what separates fields
 * @param quote what a field begins and ends with that holds delimiters, line ends or quotes, the
 *     latter doubled
 * @param comment what a line begins with that is to be skipped, {@link #NONE} if none is
 * @param decimal what separates whole units from fractions, a point or a comma
 * @param thousands what groups the digits of whole units, {@link #NONE} if nothing may: then a
 *     number with separators is rejected, because it cannot be told from a decimal comma
 * @param maxRecordBytes the longest record believed, in bytes; a longer one stops the reading
 *     before it fills the memory
 */
public record CsvFormat(
    char delimiter, char quote, char comment, char decimal, char thousands, int maxRecordBytes) {

  /** Stands for a character that a file does not use. */
  public static final char NONE = '\0';

  /** Commas, double quotes, no comments, decimal points, no separators, records up to 1 MiB. */
  public static final CsvFormat DEFAULT = new CsvFormat(',', '"', NONE, '.', NONE, 1 << 20);

  /**
   * Creates a format.
   *
   * @throws IllegalArgumentException if a character is not ASCII, is a line end, a letter or a
   *     digit, or two of them are the same that must not be
   */
  public CsvFormat {
    requireMark("delimiter", delimiter);
    requireMark("quote", quote);
    if (comment != NONE) {
      requireMark("comment", comment);
      requireDifferent("comment", comment, "quote", quote);
      requireDifferent("comment", comment, "delimiter", delimiter);
    }
    if (decimal != '.' && decimal != ',') {
      throw new IllegalArgumentException(
          "decimal must be a point or a comma, was " + shown(decimal));
    }
    if (thousands != NONE) {
      requireMark("thousands", thousands);
      requireDifferent("thousands", thousands, "decimal", decimal);
      requireDifferent("thousands", thousands, "quote", quote);
      if (thousands == '-' || thousands == '+') {
        throw new IllegalArgumentException("thousands must not be a sign, was " + thousands);
      }
    }
    requireDifferent("delimiter", delimiter, "quote", quote);
    if (maxRecordBytes < 64 || maxRecordBytes > 1 << 28) {
      throw new IllegalArgumentException(
          "maxRecordBytes must be within [64, 2^28], was " + maxRecordBytes);
    }
  }

  /** Returns this format with another delimiter. */
  public CsvFormat withDelimiter(char newDelimiter) {
    return new CsvFormat(newDelimiter, quote, comment, decimal, thousands, maxRecordBytes);
  }

  /** Returns this format with another quote. */
  public CsvFormat withQuote(char newQuote) {
    return new CsvFormat(delimiter, newQuote, comment, decimal, thousands, maxRecordBytes);
  }

  /** Returns this format with lines to skip that begin with the given character. */
  public CsvFormat withComment(char newComment) {
    return new CsvFormat(delimiter, quote, newComment, decimal, thousands, maxRecordBytes);
  }

  /** Returns this format with numbers written in another way, such as {@code ',', '.'}. */
  public CsvFormat withNumbers(char newDecimal, char newThousands) {
    return new CsvFormat(delimiter, quote, comment, newDecimal, newThousands, maxRecordBytes);
  }

  /** Returns this format with another limit on the length of a record. */
  public CsvFormat withMaxRecordBytes(int newMaxRecordBytes) {
    return new CsvFormat(delimiter, quote, comment, decimal, thousands, newMaxRecordBytes);
  }

  private static void requireMark(String name, char mark) {
    boolean word = (mark >= '0' && mark <= '9') || ((mark | 0x20) >= 'a' && (mark | 0x20) <= 'z');
    if (mark == NONE || mark > '~' || mark == '\n' || mark == '\r') {
      throw new IllegalArgumentException(
          name + " must be an ASCII character and no line end, was " + shown(mark));
    }
    if (word) {
      throw new IllegalArgumentException(
          name + " must not be a letter or a digit, was " + shown(mark));
    }
  }

  private static void requireDifferent(String name, char mark, String other, char otherMark) {
    if (mark == otherMark) {
      throw new IllegalArgumentException(
          name + " and " + other + " must differ, both were " + shown(mark));
    }
  }

  private static String shown(char mark) {
    return mark > ' ' && mark <= '~' ? "'" + mark + "'" : "character " + (int) mark;
  }
}
