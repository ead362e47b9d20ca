package io.quantkit.core.data;

import io.quantkit.core.error.DataConnectionException;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataNotFoundException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file with a header, gzip or not, one at a time and as bytes: the current
 * record's fields are ranges of {@link #bytes}. Nothing is allocated per record.
 *
 * <p>The file is read in blocks; delimiters and line ends are found eight bytes at a time. A record
 * lies in the buffer as a whole, which grows up to the format's longest record and no further.
 *
 * <p>Where quoting is broken, only the line on which the record began is given up, so that a stray
 * quote costs one row and not all that follow it.
 */
final class CsvRows implements AutoCloseable {
  /* Finding bytes in a word: Mycroft's test for a zero byte, here on the word combined with the
   * byte sought, and the test for bytes below n by a borrow that cannot leave its byte. The former
   * may report a byte above a true match, so every candidate is looked at again. */
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long ABOVE_CR = 0x0e * ONES;

  private static final int FIRST_BLOCK = 1 << 12;
  private static final int BLOCK = 1 << 18;
  private static final int PADDING = 16;

  private static final String UNCLOSED = "must close the quote that it opens";
  private static final int MORE = -1;
  private static final int BROKEN = -2;

  private final String source;
  private final InputStream stream;
  private final byte delimiter;
  private final byte quote;
  private final int comment;
  private final int maxRecordBytes;
  private final long delimiters;

  private byte[] buffer = new byte[FIRST_BLOCK + PADDING];
  private int limit;
  private int next;
  private long nextLine = 1;
  private boolean ended;

  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private boolean quoted;
  private int fields;
  private long line;
  private int rowStart;
  private int rowEnd;
  private @Nullable RowFault broken;

  private int width = -1;
  private final List<String> names;
  private final byte[] header;
  private final Map<String, Integer> columns = new LinkedHashMap<>();

  private CsvRows(String source, InputStream stream, CsvFormat format) {
    this.source = source;
    this.stream = stream;
    this.delimiter = (byte) format.delimiter();
    this.quote = (byte) format.quote();
    this.comment = format.comment() == CsvFormat.NONE ? -1 : format.comment();
    this.maxRecordBytes = format.maxRecordBytes();
    this.delimiters = delimiter * ONES;
    skipByteOrderMark();
    if (!next()) {
      throw new DataNotFoundException(source, source + " is empty; it must have a header line");
    }
    if (broken != null) {
      throw corrupt("header " + broken.getMessage());
    }
    this.header = original();
    List<String> found = new ArrayList<>();
    for (int c = 0; c < fields; c++) {
      String name = text(c).strip();
      found.add(name);
      if (columns.put(name, c) != null) {
        throw corrupt("column " + name + " occurs twice in the header");
      }
    }
    this.names = List.copyOf(found);
    this.width = fields;
  }

  /** Opens a file. */
  static CsvRows open(Path file, CsvFormat format) {
    if (Files.isDirectory(file)) {
      throw new DataNotFoundException(file.toString(), file + " is a directory; give a file");
    }
    if (!Files.exists(file)) {
      throw new DataNotFoundException(file.toString(), file + " does not exist");
    }
    try {
      return open(file.toString(), Files.newInputStream(file), format);
    } catch (IOException failure) {
      throw unreadable(file.toString(), failure);
    }
  }

  /** Opens a stream; closes it when done or on failure. */
  static CsvRows open(String source, InputStream stream, CsvFormat format) {
    InputStream text = stream;
    try {
      text = plain(stream);
      return new CsvRows(source, text, format);
    } catch (IOException failure) {
      closeAfter(failure, text);
      throw unreadable(source, failure);
    } catch (RuntimeException failure) {
      closeAfter(failure, text);
      throw failure;
    }
  }

  private static InputStream plain(InputStream stream) throws IOException {
    PushbackInputStream text = new PushbackInputStream(stream, 2);
    byte[] magic = new byte[2];
    int count = text.readNBytes(magic, 0, 2);
    text.unread(magic, 0, count);
    boolean zipped = count == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
    return zipped ? new GzipMembers(text) : text;
  }

  private static void closeAfter(Exception failure, InputStream stream) {
    try {
      stream.close();
    } catch (IOException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  private void skipByteOrderMark() {
    fill();
    if (limit >= 2) {
      int first = ((buffer[0] & 0xff) << 8) | (buffer[1] & 0xff);
      if (first == 0xfeff || first == 0xfffe) {
        throw new DataCorruptionException(
            source, source + " is UTF-16 by its byte-order mark; convert it to UTF-8");
      }
      if (first == 0xefbb && limit >= 3 && (buffer[2] & 0xff) == 0xbf) {
        next = 3;
      }
    }
  }

  String source() {
    return source;
  }

  /** Returns the position of a column. */
  int column(String name) {
    Integer column = columns.get(name);
    if (column == null) {
      throw new DataCorruptionException(
          source, source + " has no column " + name + ", its header names " + names);
    }
    return column;
  }

  /** Returns the name of a column. */
  String name(int column) {
    return names.get(column);
  }

  /** Returns the bytes of the header line, without its end. */
  byte[] header() {
    return header;
  }

  /** Returns the memory that the fields of the current record lie in. */
  byte[] bytes() {
    return buffer;
  }

  /** Returns where a field of the current record starts, after its quote if it has one. */
  int from(int column) {
    return starts[column];
  }

  /** Returns where a field of the current record ends. */
  int to(int column) {
    return ends[column];
  }

  /** Returns a field of the current record as text. */
  String text(int column) {
    int from = starts[column];
    String text = new String(buffer, from, ends[column] - from, StandardCharsets.UTF_8);
    if (quoted && from > rowStart && buffer[from - 1] == quote) {
      String mark = String.valueOf((char) quote);
      return text.replace(mark + mark, mark);
    }
    return text;
  }

  /** Returns the line the current record starts on, counted from 1. */
  long line() {
    return line;
  }

  /** Returns the bytes of the current record as they are written, without the line end. */
  byte[] original() {
    return Arrays.copyOfRange(buffer, rowStart, rowEnd);
  }

  /** Checks that the current record is well quoted and has as many fields as the header. */
  void requireComplete() throws RowFault {
    if (broken != null) {
      throw broken;
    }
    if (fields != width) {
      throw new RowFault(
          RowRule.COLUMN_COUNT, "row must have %d fields, had %d".formatted(width, fields));
    }
  }

  /** Moves to the next record; returns whether there is one. */
  boolean next() {
    while (true) {
      broken = null;
      quoted = false;
      if (next >= limit && !fill()) {
        return false;
      }
      byte first = buffer[next];
      if (first == '\n' || first == '\r') {
        if (first == '\r' && next + 1 == limit && fill()) {
          continue;
        }
        moveTo(next);
        continue;
      }
      boolean skipped = first == comment;
      int end = skipped ? lineEnd(next) : scan();
      if (end == BROKEN) {
        end = lineEnd(next);
      }
      if (end == MORE) {
        fill();
        continue;
      }
      if (end - next > maxRecordBytes) {
        throw tooLong();
      }
      line = nextLine;
      rowStart = next;
      if (quoted && broken == null) {
        end = rejoined(end);
      }
      rowEnd = end;
      moveTo(end);
      if (!skipped) {
        return true;
      }
    }
  }

  /** Moves behind the line end at a position. */
  private void moveTo(int lineEnd) {
    next = lineEnd;
    if (next < limit) {
      next += buffer[next] == '\r' && next + 1 < limit && buffer[next + 1] == '\n' ? 2 : 1;
    }
    nextLine++;
  }

  /**
   * Returns where a record with quotes ends. One that runs over several lines and still has not the
   * fields of the header is two stray quotes and what lies between: it is given up after a line.
   */
  private int rejoined(int end) {
    int further = lineEndsWithin(next, end);
    if (further > 0 && width >= 0 && fields != width) {
      broken("must have %d fields, had %d on %d lines".formatted(width, fields, further + 1));
      return lineEnd(next);
    }
    nextLine += further;
    return end;
  }

  /** Returns where the line ends that begins at a position, {@link #MORE} if not in the buffer. */
  private int lineEnd(int from) {
    int at = from;
    while (at < limit && buffer[at] != '\n' && buffer[at] != '\r') {
      at++;
    }
    return whole(at);
  }

  /** Returns a line's end, {@link #MORE} if what is in the buffer does not tell. */
  private int whole(int end) {
    boolean cut = end >= limit || (buffer[end] == '\r' && end + 1 == limit);
    return cut && !ended ? MORE : end;
  }

  /**
   * Finds the fields of the record at {@code next}.
   *
   * @return where it ends, {@link #MORE} if not in the buffer, {@link #BROKEN} if its quotes are
   */
  private int scan() {
    byte[] b = buffer;
    b[limit] = '\n'; // a sentinel, so that every record ends
    fields = 0;
    int from = next;
    int at = from;
    if (b[from] == quote) {
      at = closing(from);
      if (at < 0) {
        return at;
      }
      from++;
    }
    while (true) {
      long word = (long) LONGS.get(b, at);
      long apart = word ^ delimiters;
      long found = (((apart - ONES) & ~apart) | (~((word | TOPS) - ABOVE_CR) & ~word)) & TOPS;
      int base = at;
      at += 8;
      while (found != 0) {
        int i = base + (Long.numberOfTrailingZeros(found) >>> 3);
        byte c = b[i];
        if (c == delimiter) {
          end(from, i);
          from = i + 1;
          if (b[from] == quote && from < limit) {
            at = closing(from);
            if (at < 0) {
              return at;
            }
            from++;
            break;
          }
        } else if (c == '\n' || c == '\r') {
          int end = whole(i);
          if (end != MORE) {
            end(from, i);
          }
          return end;
        }
        found &= found - 1;
      }
    }
  }

  private void end(int from, int to) {
    if (fields == starts.length) {
      starts = Arrays.copyOf(starts, 2 * fields);
      ends = Arrays.copyOf(ends, 2 * fields);
    }
    starts[fields] = from;
    boolean closed = quoted && to > from && from > next && buffer[from - 1] == quote;
    ends[fields] = closed ? to - 1 : to;
    fields++;
  }

  /** Returns where a delimiter or a line end follows the quoted field that opens at a position. */
  private int closing(int open) {
    quoted = true;
    int at = open + 1;
    while (true) {
      while (at < limit && buffer[at] != quote) {
        at++;
      }
      if (at + 1 >= limit && !ended) {
        return limit - next > maxRecordBytes ? broken(UNCLOSED) : MORE;
      }
      if (at >= limit || at - next > maxRecordBytes) {
        return broken(UNCLOSED);
      }
      at++;
      if (at == limit || buffer[at] != quote) {
        break;
      }
      at++;
    }
    boolean followed =
        at == limit || buffer[at] == delimiter || buffer[at] == '\n' || buffer[at] == '\r';
    return followed ? at : broken("must have a delimiter or a line end after a closing quote");
  }

  private int broken(String message) {
    broken = new RowFault(RowRule.QUOTING, "row " + message);
    return BROKEN;
  }

  private int lineEndsWithin(int from, int to) {
    int count = 0;
    for (int at = from; at < to; at++) {
      if (buffer[at] == '\n' || (buffer[at] == '\r' && buffer[at + 1] != '\n')) {
        count++;
      }
    }
    return count;
  }

  /** Reads on behind what is not used yet; returns whether there was more. */
  private boolean fill() {
    if (ended) {
      return false;
    }
    int kept = limit - next;
    if (kept > maxRecordBytes) {
      throw tooLong();
    }
    boolean full = limit + PADDING == buffer.length;
    byte[] target = buffer;
    if (full && (buffer.length < BLOCK || kept > buffer.length / 2)) {
      target = new byte[(int) Math.min(4L * (buffer.length - PADDING), growth()) + PADDING];
    }
    System.arraycopy(buffer, next, target, 0, kept);
    buffer = target;
    next = 0;
    limit = kept;
    try {
      while (limit < buffer.length - PADDING) {
        int read = stream.read(buffer, limit, buffer.length - PADDING - limit);
        if (read < 0) {
          ended = true;
          break;
        }
        limit += read;
      }
    } catch (IOException failure) {
      throw new DataCorruptionException(
          source, source + " cannot be read to its end: " + failure.getMessage(), failure);
    }
    return limit > kept;
  }

  /** Returns the size that the buffer does not outgrow. */
  private long growth() {
    return Math.max(BLOCK, buffer.length < BLOCK ? BLOCK : 2L * maxRecordBytes + BLOCK);
  }

  private DataCorruptionException tooLong() {
    return new DataCorruptionException(
        source,
        "%s line %d: record is longer than %d bytes; is it a CSV file with line ends?"
            .formatted(source, nextLine, maxRecordBytes));
  }

  private DataCorruptionException corrupt(String message) {
    return new DataCorruptionException(source, "%s line %d: %s".formatted(source, line, message));
  }

  private static RuntimeException unreadable(String source, IOException failure) {
    if (failure instanceof ZipException || failure instanceof EOFException) {
      return new DataCorruptionException(
          source, source + " is not a whole gzip file: " + failure.getMessage(), failure);
    }
    return new DataConnectionException(
        source, source + " cannot be read: " + failure.getMessage(), failure);
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException failure) {
      throw unreadable(source, failure);
    }
  }
}
