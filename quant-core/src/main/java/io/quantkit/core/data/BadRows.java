package io.quantkit.core.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a reader does with the rows that break a rule. Whatever it is, they are counted, by rule,
 * and none becomes a record.
 *
 * <ul>
 *   <li>{@link #STRICT}: the first one ends the reading with an exception that quotes it.
 *   <li>{@link #REPORT}: they are returned beside the good ones.
 *   <li>{@link #quarantine(Path)}: they are also set aside, in their original bytes, to be looked
 *       at, repaired and read again.
 * </ul>
 */
public final class BadRows {
  /** How many rejected rows are kept in memory and returned unless told otherwise: 10,000. */
  public static final int KEPT = 10_000;

  /** The first bad row ends the reading. */
  public static final BadRows STRICT = new BadRows(true, 0, Optional.empty(), Optional.empty());

  /** Bad rows are returned: all are counted, the first {@link #KEPT} are kept. */
  public static final BadRows REPORT = new BadRows(false, KEPT, Optional.empty(), Optional.empty());

  private final boolean strict;
  private final int kept;
  private final Optional<Path> file;
  private final Optional<RejectionListener> listener;

  private BadRows(
      boolean strict, int kept, Optional<Path> file, Optional<RejectionListener> listener) {
    this.strict = strict;
    this.kept = kept;
    this.file = file;
    this.listener = listener;
  }

  /**
   * Writes bad rows to a file, in their original bytes after the original header, and why each was
   * rejected to a file beside it with {@code .reasons.csv} appended to its name. Both are replaced
   * when the reading ends, also by files without rows, and left alone when it fails. Of a wide file
   * a row is written once, however many of its cells are bad; its good cells were read.
   */
  public static BadRows quarantine(Path file) {
    return new BadRows(false, KEPT, Optional.of(file), Optional.empty());
  }

  /** Hands bad rows to a listener, in their original bytes; what it throws ends the reading. */
  public static BadRows quarantine(RejectionListener listener) {
    return new BadRows(false, KEPT, Optional.empty(), Optional.of(listener));
  }

  /**
   * Returns the same with another number of rejected rows kept in memory.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public BadRows keeping(int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("rows must be at least 0, was " + rows);
    }
    return new BadRows(strict, rows, file, listener);
  }

  boolean strict() {
    return strict;
  }

  int kept() {
    return kept;
  }

  Optional<Path> file() {
    return file;
  }

  Optional<RejectionListener> listener() {
    return listener;
  }
}
