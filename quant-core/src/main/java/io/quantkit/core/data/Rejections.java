package io.quantkit.core.data;

import io.quantkit.core.error.DataValidationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rejected rows of one reading of one file. */
final class Rejections implements AutoCloseable {
  private static final byte[] LINE_END = {'\n'};

  /** The longest text that is kept of a value or a message, in characters. */
  private static final int LONGEST = 300;

  private final CsvRows rows;
  private final BadRows badRows;
  private final List<RejectedRow> kept = new ArrayList<>();
  private final long[] byRule = new long[RowRule.values().length];
  private final @Nullable WholeFile quarantine;
  private final @Nullable WholeFile reasons;
  private long count;
  private long lastLine;

  Rejections(CsvRows rows, BadRows badRows) {
    this.rows = rows;
    this.badRows = badRows;
    if (badRows.file().isPresent()) {
      Path file = badRows.file().get();
      WholeFile opened = new WholeFile(file);
      try {
        reasons = new WholeFile(file.resolveSibling(file.getFileName() + ".reasons.csv"));
      } catch (RuntimeException failure) {
        opened.close();
        throw failure;
      }
      quarantine = opened;
      quarantine.write(rows.header());
      quarantine.write(LINE_END);
      reasons.write("line,column,value,rule,message\n".getBytes(StandardCharsets.UTF_8));
    } else {
      quarantine = null;
      reasons = null;
    }
  }

  /**
   * Rejects the current row.
   *
   * @param column the column at fault, -1 if it is the row as a whole
   */
  void add(int column, RowFault fault) {
    count++;
    byRule[fault.rule().ordinal()]++;
    boolean wanted = badRows.strict() || kept.size() < badRows.kept();
    if (!wanted && quarantine == null && badRows.listener().isEmpty()) {
      return;
    }
    RejectedRow row =
        new RejectedRow(
            rows.source(),
            rows.line(),
            column >= 0 ? rows.name(column) : "",
            column >= 0 ? shortened(rows.text(column)) : "",
            fault.rule(),
            shortened(String.valueOf(fault.getMessage())));
    if (badRows.strict()) {
      throw new DataValidationException(rows.source(), row.toString());
    }
    if (wanted) {
      kept.add(row);
    }
    if (badRows.listener().isPresent()) {
      badRows.listener().get().rejected(row, rows.original());
    }
    if (quarantine != null && reasons != null) {
      if (row.line() != lastLine) {
        quarantine.write(rows.original());
        quarantine.write(LINE_END);
        lastLine = row.line();
      }
      reasons.write(reason(row).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  private static String reason(RejectedRow row) {
    return row.line()
        + ","
        + quoted(row.column())
        + ","
        + quoted(row.value())
        + ","
        + row.rule()
        + ","
        + quoted(row.message())
        + "\n";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  long count() {
    return count;
  }

  List<RejectedRow> kept() {
    return kept;
  }

  /** Returns how many rows broke each rule that was broken, in the order of the rules. */
  Map<RowRule, Long> byRule() {
    Map<RowRule, Long> counts = new LinkedHashMap<>();
    for (RowRule rule : RowRule.values()) {
      if (byRule[rule.ordinal()] > 0) {
        counts.put(rule, byRule[rule.ordinal()]);
      }
    }
    return counts;
  }

  /** Puts what was set aside in its place, after a reading that did not fail. */
  void finish() {
    if (quarantine != null && reasons != null) {
      quarantine.finish();
      reasons.finish();
    }
  }

  @Override
  public void close() {
    if (quarantine != null && reasons != null) {
      quarantine.close();
      reasons.close();
    }
  }
}
