package io.quantkit.core.action;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quantkit.core.error.DataConnectionException;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.time.EpochNanos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The text form of a table of corporate actions. */
final class ActionFile {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "kind",
          "symbol",
          "ex",
          "known",
          "pay",
          "amount",
          "ratio",
          "other",
          "child_share",
          "reason");

  private static final int QUOTED = 5;

  private ActionFile() {}

  static CorporateActions read(Path file) {
    String source = file.toString();
    if (Files.isDirectory(file)) {
      throw new DataNotFoundException(source, source + " is a directory; give a file");
    }
    if (!Files.exists(file)) {
      throw new DataNotFoundException(source, source + " does not exist");
    }
    CorporateActions.Builder builder = CorporateActions.builder();
    List<String> faults = new ArrayList<>();
    long rows = 0;
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      for (NamedCsvRecord record : reader) {
        if (rows++ == 0) {
          requireColumns(source, record.getHeader());
        }
        try {
          new Row(record).addTo(builder);
        } catch (RowException fault) {
          faults.add(
              source
                  + " line "
                  + record.getStartingLineNumber()
                  + ", column "
                  + fault.column
                  + ": "
                  + fault.getMessage());
        } catch (IllegalArgumentException | ArithmeticException fault) {
          faults.add(
              source + " line " + record.getStartingLineNumber() + ": " + fault.getMessage());
        }
      }
    } catch (CsvParseException | UncheckedIOException | IOException failure) {
      throw new DataCorruptionException(
          source, source + " cannot be read to its end: " + failure.getMessage(), failure);
    }
    if (rows == 0) {
      requireHeader(source, file);
    }
    if (!faults.isEmpty()) {
      throw new DataValidationException(
          source,
          "%s: %d of %d rows are wrong:%n  %s"
              .formatted(
                  source,
                  faults.size(),
                  rows,
                  String.join(
                      System.lineSeparator() + "  ",
                      faults.subList(0, Math.min(QUOTED, faults.size())))));
    }
    return builder.build();
  }

  private static void requireColumns(String source, List<String> header) {
    for (String column : COLUMNS) {
      if (!header.contains(column)) {
        throw new DataCorruptionException(
            source, "%s has no column %s, its header names %s".formatted(source, column, header));
      }
    }
  }

  /** Tells a table without rows from an empty file. */
  private static void requireHeader(String source, Path file) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (lines.isEmpty() || lines.get(0).isBlank()) {
        throw new DataNotFoundException(source, source + " is empty; it must have a header line");
      }
      requireColumns(source, List.of(lines.get(0).replace("\uFEFF", "").split(",", -1)));
    } catch (IOException failure) {
      throw new DataCorruptionException(
          source, source + " cannot be read to its end: " + failure.getMessage(), failure);
    }
  }

  static void write(Path file, List<CorporateActions.Version> versions) {
    List<CorporateActions.Version> ordered = new ArrayList<>(versions);
    ordered.sort(Comparator.comparingInt(CorporateActions.Version::order));
    try (CsvWriter writer =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
      writer.writeRecord(COLUMNS);
      for (CorporateActions.Version version : ordered) {
        writer.writeRecord(fields(version));
      }
    } catch (IOException | UncheckedIOException failure) {
      throw new DataConnectionException(
          file.toString(), file + " cannot be written: " + failure.getMessage(), failure);
    }
  }

  private static List<String> fields(CorporateActions.Version version) {
    String known = EpochNanos.toInstant(version.knownAt()).toString();
    CorporateAction action = version.action();
    if (action == null) {
      return List.of(version.id(), "CALLED_OFF", "", "", known, "", "", "", "", "", "");
    }
    String kind;
    String pay = "";
    String amount = "";
    String ratio = "";
    String other = "";
    String childShare = "";
    String reason = "";
    if (action instanceof CorporateAction.CashDividend dividend) {
      kind = "CASH_DIVIDEND";
      pay = EpochNanos.toInstant(dividend.payAt()).toString();
      amount = dividend.amount().toString();
    } else if (action instanceof CorporateAction.StockDividend dividend) {
      kind = "STOCK_DIVIDEND";
      ratio = dividend.ratio().toString();
    } else if (action instanceof CorporateAction.Split split) {
      kind = "SPLIT";
      ratio = split.ratio().toString();
    } else if (action instanceof CorporateAction.SpinOff spinOff) {
      kind = "SPIN_OFF";
      ratio = spinOff.ratio().toString();
      other = spinOff.child().value();
      childShare = Double.toString(spinOff.childShare());
    } else if (action instanceof CorporateAction.Merger merger) {
      kind = "MERGER";
      amount = merger.cash().toString();
      ratio = merger.ratio().map(ShareRatio::toString).orElse("");
      other = merger.acquirer().map(Symbol::value).orElse("");
    } else if (action instanceof CorporateAction.SymbolChange change) {
      kind = "SYMBOL_CHANGE";
      other = change.successor().value();
    } else if (action instanceof CorporateAction.Delisting delisting) {
      kind = "DELISTING";
      amount = delisting.terminalPrice().toString();
      reason = delisting.reason();
    } else if (action instanceof CorporateAction.RightsIssue rights) {
      kind = "RIGHTS_ISSUE";
      pay = EpochNanos.toInstant(rights.expiresAt()).toString();
      amount = rights.subscriptionPrice().toString();
      ratio = rights.ratio().toString();
    } else {
      throw new AssertionError("unknown action " + action);
    }
    return List.of(
        action.id(),
        kind,
        action.symbol().value(),
        EpochNanos.toInstant(action.eventTime()).toString(),
        known,
        pay,
        amount,
        ratio,
        other,
        childShare,
        reason);
  }

  /** A field that breaks a rule. */
  private static final class RowException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String column;

    RowException(String column, String message) {
      super(message, null, false, false);
      this.column = column;
    }
  }

  /** One row by the names of its columns. */
  private record Row(NamedCsvRecord fields) {

    void addTo(CorporateActions.Builder builder) throws RowException {
      if (fields.getFieldCount() != fields.getHeader().size()) {
        throw new IllegalArgumentException(
            "row must have %d fields, had %d"
                .formatted(fields.getHeader().size(), fields.getFieldCount()));
      }
      String id = text("id");
      String kind = text("kind");
      long known = time("known");
      if (kind.equals("CALLED_OFF")) {
        builder.callOff(id, known);
        return;
      }
      Symbol symbol = symbol("symbol");
      long ex = time("ex");
      builder.add(action(kind, id, symbol, ex, known));
    }

    private CorporateAction action(String kind, String id, Symbol symbol, long ex, long known)
        throws RowException {
      switch (kind) {
        case "CASH_DIVIDEND" -> {
          return new CorporateAction.CashDividend(
              id, symbol, ex, known, time("pay"), amount("amount"));
        }
        case "STOCK_DIVIDEND" -> {
          return new CorporateAction.StockDividend(id, symbol, ex, known, ratio());
        }
        case "SPLIT" -> {
          return new CorporateAction.Split(id, symbol, ex, known, ratio());
        }
        case "SPIN_OFF" -> {
          double share = number("child_share");
          return new CorporateAction.SpinOff(
              id, symbol, ex, known, symbol("other"), ratio(), share);
        }
        case "MERGER" -> {
          boolean shares = !optional("ratio").isEmpty();
          Decimal cash = optional("amount").isEmpty() ? Decimal.ZERO : amount("amount");
          Optional<Symbol> acquirer =
              optional("other").isEmpty() ? Optional.empty() : Optional.of(symbol("other"));
          return new CorporateAction.Merger(
              id,
              symbol,
              ex,
              known,
              cash,
              acquirer,
              shares ? Optional.of(ratio()) : Optional.empty());
        }
        case "SYMBOL_CHANGE" -> {
          return new CorporateAction.SymbolChange(id, symbol, ex, known, symbol("other"));
        }
        case "DELISTING" -> {
          return new CorporateAction.Delisting(
              id, symbol, ex, known, amount("amount"), optional("reason"));
        }
        case "RIGHTS_ISSUE" -> {
          return new CorporateAction.RightsIssue(
              id, symbol, ex, known, ratio(), amount("amount"), time("pay"));
        }
        default -> throw new RowException("kind", "unknown kind, was '" + kind + "'");
      }
    }

    private String optional(String column) {
      return fields.getField(column).strip();
    }

    private String text(String column) throws RowException {
      String text = optional(column);
      if (text.isEmpty()) {
        throw new RowException(column, "must be given");
      }
      return text;
    }

    private long time(String column) throws RowException {
      String text = text(column);
      try {
        return EpochNanos.of(Instant.parse(text));
      } catch (DateTimeException | ArithmeticException malformed) {
        throw new RowException(
            column, "must be a moment such as 2014-06-09T13:30:00Z, was '" + text + "'");
      }
    }

    private Decimal amount(String column) throws RowException {
      String text = text(column);
      try {
        return Decimal.parse(text);
      } catch (IllegalArgumentException | ArithmeticException malformed) {
        throw new RowException(column, "must be a decimal number, was '" + text + "'");
      }
    }

    private double number(String column) throws RowException {
      String text = text(column);
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException malformed) {
        throw new RowException(column, "must be a number, was '" + text + "'");
      }
    }

    private Symbol symbol(String column) throws RowException {
      try {
        return Symbol.of(text(column));
      } catch (IllegalArgumentException malformed) {
        throw new RowException(column, String.valueOf(malformed.getMessage()));
      }
    }

    private ShareRatio ratio() throws RowException {
      String text = text("ratio");
      int colon = text.indexOf(':');
      try {
        return ShareRatio.of(
            Long.parseLong(text.substring(0, Math.max(0, colon)).strip()),
            Long.parseLong(text.substring(colon + 1).strip()));
      } catch (IllegalArgumentException malformed) {
        throw new RowException("ratio", "must be such as 7:1, was '" + text + "'");
      }
    }
  }
}
