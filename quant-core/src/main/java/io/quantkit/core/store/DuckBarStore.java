package io.quantkit.core.store;

import io.quantkit.core.data.BarQuery;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Bars in a table; changes go one at a time, each reader has a connection of its own. */
final class DuckBarStore implements BarStore {
  private static final BarField[] FIELDS = BarField.values();
  private static final List<String> NUMBERS = Stream.of(FIELDS).map(BarColumns::ownName).toList();
  private static final String NAMES = String.join(", ", NUMBERS);

  private static final String OFFERED =
      "CREATE OR REPLACE TEMP TABLE offered (symbol VARCHAR, timeframe VARCHAR, start BIGINT, "
          + "known_at BIGINT, "
          + NUMBERS.stream().map(name -> name + " DOUBLE").collect(Collectors.joining(", "))
          + ")";

  /** Pairs every offered bar that is stored with the version known at the time of the batch. */
  private static final String MET =
      "CREATE OR REPLACE TEMP TABLE met AS SELECT o.*, b.known_at AS held_known_at, b.known_from, "
          + NUMBERS.stream().map(n -> "b." + n + " AS held_" + n).collect(Collectors.joining(", "))
          + ", o.known_at <> b.known_at OR "
          + NUMBERS.stream()
              .map(name -> "o.%s IS DISTINCT FROM b.%s".formatted(name, name))
              .collect(Collectors.joining(" OR "))
          + " AS differs FROM offered o JOIN bars b USING (symbol, timeframe, start)"
          + " WHERE b.known_from <= greatest(?::BIGINT, o.known_at) OR b.known_from = b.known_at"
          + " QUALIFY row_number() OVER (PARTITION BY o.symbol, o.timeframe, o.start"
          + " ORDER BY b.known_from DESC) = 1";

  private static final String ADD =
      "INSERT INTO bars SELECT symbol, timeframe, start, known_at, known_at, "
          + NAMES
          + " FROM offered o ANTI JOIN met USING (symbol, timeframe, start)";

  private static final String RESTATABLE =
      " differs AND held_known_at = known_at AND known_from < ?::BIGINT";

  /** Finds a bar that starts before the one before it is known, among and beside those offered. */
  private static final String OVERLAPS =
      "WITH span AS (SELECT symbol, timeframe, min(start) AS low, max(start) AS high FROM offered"
          + " GROUP BY symbol, timeframe), reach AS (SELECT s.symbol, s.timeframe,"
          + " coalesce(max(b.start) FILTER (b.start < s.low), min(s.low)) AS low,"
          + " coalesce(min(b.start) FILTER (b.start > s.high), min(s.high)) AS high"
          + " FROM span s JOIN bars b USING (symbol, timeframe) GROUP BY s.symbol, s.timeframe)"
          + " SELECT symbol, timeframe, start, before FROM (SELECT b.symbol, b.timeframe, b.start,"
          + " lag(b.known_at) OVER (PARTITION BY b.symbol, b.timeframe ORDER BY b.start) AS before"
          + " FROM bars b JOIN reach r USING (symbol, timeframe)"
          + " WHERE b.start BETWEEN r.low AND r.high AND b.known_from = b.known_at)"
          + " WHERE start < before ORDER BY symbol, timeframe, start LIMIT 1";

  private static final String WHERE =
      " FROM bars WHERE symbol = ? AND timeframe = ? AND start >= ? AND start < ?";

  private final Duck writer;

  /**
   * Creates a store.
   *
   * @param writer the connection for changes, used by whoever holds its monitor
   */
  DuckBarStore(Duck writer) {
    this.writer = writer;
  }

  @Override
  public AppendReport append(List<BarSeries> series, Restatements restatements) {
    HeapBarStore.requireDistinct(series);
    synchronized (writer) {
      Change change = new Change(series, restatements);
      writer.transaction(change);
      return change.report;
    }
  }

  @Override
  public BarSeries load(BarQuery query) {
    return asOf(query, Long.MAX_VALUE);
  }

  @Override
  public BarSeries asOf(BarQuery query, long epochNanos) {
    String symbol = query.symbol().value();
    String timeframe = query.timeframe().toString();
    try (Duck reader = writer.duplicate()) {
      Versions versions = new Versions(query);
      reader.query(
          "SELECT start, known_at, "
              + NAMES
              + WHERE
              + " AND known_from <= ? ORDER BY start, known_from",
          versions::take,
          symbol,
          timeframe,
          query.fromInclusive(),
          query.toExclusive(),
          epochNanos);
      BarSeries found = versions.build();
      if (found.isEmpty()
          && reader.number(
                  "SELECT count(*) FROM bars WHERE symbol = ? AND timeframe = ?", symbol, timeframe)
              == 0) {
        throw HeapBarStore.absent(reader.source(), query);
      }
      return found;
    }
  }

  @Override
  public long delete(BarQuery query) {
    Object[] arguments = {
      query.symbol().value(),
      query.timeframe().toString(),
      query.fromInclusive(),
      query.toExclusive()
    };
    long[] bars = new long[1];
    synchronized (writer) {
      writer.transaction(
          () -> {
            takeTurn(writer);
            bars[0] =
                writer.number("SELECT count(*)" + WHERE + " AND known_from = known_at", arguments);
            writer.update("DELETE" + WHERE, arguments);
          });
    }
    return bars[0];
  }

  /** Makes a change at the same time through another connection fail, whichever ends later. */
  static void takeTurn(Duck writer) {
    writer.execute("UPDATE write_turn SET turn = turn + 1");
  }

  @Override
  public List<BarSpan> spans() {
    List<BarSpan> spans = new ArrayList<>();
    try (Duck reader = writer.duplicate()) {
      List<List<String>> rows =
          reader.texts(
              "SELECT symbol, timeframe, min(start), max(start), count(*) FROM bars"
                  + " WHERE known_from = known_at GROUP BY symbol, timeframe"
                  + " ORDER BY symbol, timeframe");
      for (List<String> row : rows) {
        spans.add(
            new BarSpan(
                Symbol.of(row.get(0)),
                Timeframe.parse(row.get(1)),
                Long.parseLong(row.get(2)),
                Long.parseLong(row.get(3)),
                Long.parseLong(row.get(4))));
      }
    }
    return List.copyOf(spans);
  }

  /** One call of append, within its transaction. */
  private final class Change implements Runnable {
    private final List<BarSeries> series;
    private final Restatements rule;
    private AppendReport report = new AppendReport(0, 0, 0, List.of());

    Change(List<BarSeries> series, Restatements rule) {
      this.series = series;
      this.rule = rule;
    }

    @Override
    public void run() {
      takeTurn(writer);
      offer();
      writer.update(MET, rule.knownAt());
      long differing = writer.number("SELECT count(*) FROM met WHERE differs");
      boolean record = rule.action() == Restatements.Action.RECORD;
      List<BarConflict> conflicts = differing == 0 ? List.of() : conflicts(record);
      if (rule.action() == Restatements.Action.REFUSE && !conflicts.isEmpty()) {
        throw BarConflict.refusal(writer.source(), conflicts);
      }
      long unchanged = writer.number("SELECT count(*) FROM met WHERE NOT differs");
      long added = writer.update(ADD);
      long restated = record && differing > 0 ? restate() : 0;
      requireApart();
      report = new AppendReport(added, unchanged, restated, conflicts);
    }

    private void offer() {
      writer.execute(OFFERED);
      writer.append(
          "offered",
          appender -> {
            for (BarSeries one : series) {
              String symbol = one.symbol().value();
              String timeframe = one.timeframe().toString();
              for (int i = 0; i < one.size(); i++) {
                appender.beginRow().append(symbol).append(timeframe);
                appender.append(one.start(i)).append(one.knownAt(i));
                for (BarField field : FIELDS) {
                  appender.append(one.value(field, i));
                }
                appender.endRow();
              }
            }
          });
    }

    private long restate() {
      return writer.update(
          "INSERT INTO bars SELECT symbol, timeframe, start, known_at, ?::BIGINT, "
              + NAMES
              + " FROM met WHERE"
              + RESTATABLE,
          rule.knownAt(),
          rule.knownAt());
    }

    private List<BarConflict> conflicts(boolean record) {
      List<BarConflict> conflicts = new ArrayList<>();
      String held = NUMBERS.stream().map(name -> "held_" + name).collect(Collectors.joining(", "));
      String sql =
          "SELECT symbol, timeframe, start, known_at, held_known_at, "
              + held
              + ", "
              + NAMES
              + " FROM met WHERE differs"
              + (record ? " AND NOT (" + RESTATABLE + ")" : "")
              + " ORDER BY symbol, timeframe, start";
      writer.query(
          sql,
          chunk -> {
            for (long i = 0; i < chunk.rowCount(); i++) {
              conflicts.add(conflict(chunk, i));
            }
          },
          record ? new Object[] {rule.knownAt()} : new Object[0]);
      return conflicts;
    }

    private BarConflict conflict(DuckDBDataChunkReader chunk, long row) {
      return new BarConflict(
          Symbol.of(chunk.vector(0).getString(row)),
          Timeframe.parse(chunk.vector(1).getString(row)),
          bar(chunk, row, 4, 5),
          bar(chunk, row, 3, 5 + FIELDS.length));
    }

    private Bar bar(DuckDBDataChunkReader chunk, long row, int knownAt, int first) {
      return new Bar(
          chunk.vector(2).getLong(row),
          chunk.vector(knownAt).getLong(row),
          chunk.vector(first).getDouble(row),
          chunk.vector(first + 1).getDouble(row),
          chunk.vector(first + 2).getDouble(row),
          chunk.vector(first + 3).getDouble(row),
          chunk.vector(first + 4).getDouble(row),
          chunk.vector(first + 5).getDouble(row),
          chunk.vector(first + 6).getDouble(row));
    }

    private void requireApart() {
      for (List<String> row : writer.texts(OVERLAPS)) {
        throw BarConflict.overlap(
            writer.source(),
            row.get(0),
            row.get(1),
            Long.parseLong(row.get(2)),
            Long.parseLong(row.get(3)));
      }
    }
  }

  /** Makes a series of versions that come in order: the last one of each bar holds. */
  private static final class Versions {
    private final BarSeries.Builder builder;
    private final double[] bar = new double[FIELDS.length];
    private boolean pending;
    private long start;
    private long knownAt;

    Versions(BarQuery query) {
      builder = BarSeries.builder(query.symbol(), query.timeframe());
    }

    void take(DuckDBDataChunkReader chunk) {
      int size = (int) chunk.rowCount();
      DuckDBReadableVector starts = chunk.vector(0);
      DuckDBReadableVector knowns = chunk.vector(1);
      DuckDBReadableVector[] numbers = new DuckDBReadableVector[FIELDS.length];
      for (int f = 0; f < numbers.length; f++) {
        numbers[f] = chunk.vector(2 + f);
      }
      for (int i = 0; i < size; i++) {
        long next = starts.getLong(i);
        if (pending && next != start) {
          flush();
        }
        pending = true;
        start = next;
        knownAt = knowns.getLong(i);
        for (int f = 0; f < numbers.length; f++) {
          bar[f] = numbers[f].getDouble(i);
        }
      }
    }

    BarSeries build() {
      if (pending) {
        flush();
      }
      return builder.build();
    }

    private void flush() {
      builder.add(start, knownAt, bar[0], bar[1], bar[2], bar[3], bar[4], bar[5], bar[6]);
    }
  }
}
