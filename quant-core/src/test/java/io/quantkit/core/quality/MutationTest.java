package io.quantkit.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sound real data has no findings; corrupted on purpose, every corruption is named. */
class MutationTest {
  private static final Symbol BTC = Symbol.of("BTCUSD");
  private static final long MINUTE = 60_000_000_000L;

  private static final List<Rows> SOUND =
      List.of(
          Rows.daily("AAPL", "aapl_daily_2013.csv.gz", 0.01),
          Rows.daily("SPX", "spx_daily_2007_2012.csv.gz", Double.NaN),
          Rows.daily("NDX", "ndx_daily_1998_2002.csv.gz", Double.NaN),
          Rows.fiveMinutes("ETHUSD", "ethusd_5m_2023.csv.gz", 0.01),
          barsOfTrades());

  private static final List<String[]> TRADES = Rows.csv("bitstamp_trades_2013.csv.gz");

  /** Returns five-minute bars of Bitstamp's trades, with average prices and numbers. */
  static Rows barsOfTrades() {
    Timeframe timeframe = Timeframe.MINUTE_5;
    Rows rows = new Rows("BTCUSD", timeframe, TradingCalendar.alwaysOpen(), Double.NaN);
    long start = Long.MIN_VALUE;
    double[] v = new double[7];
    double notional = 0;
    for (String[] fields : Rows.csv("bitstamp_trades_2013.csv.gz")) {
      long time = Long.parseLong(fields[0]) * 1_000_000_000L;
      double price = Double.parseDouble(fields[1]);
      double size = Double.parseDouble(fields[2]);
      if (time >= start + timeframe.nanos()) {
        close(rows, start, v, notional);
        start = time - Math.floorMod(time, timeframe.nanos());
        v = new double[] {price, price, price, price, 0, 0, 0};
        notional = 0;
      }
      v[1] = Math.max(v[1], price);
      v[2] = Math.min(v[2], price);
      v[3] = price;
      v[4] += size;
      v[6]++;
      notional += price * size;
    }
    close(rows, start, v, notional);
    return rows;
  }

  private static void close(Rows rows, long start, double[] v, double notional) {
    if (v[6] > 0) {
      v[5] = notional / v[4];
      rows.rows.add(new Rows.Row(start, start + rows.timeframe.nanos(), v));
    }
  }

  /** Returns the first trades of Bitstamp, numbered. */
  private static void trades(List<double[]> rows, List<long[]> times) {
    for (String[] fields : TRADES.subList(0, 3000)) {
      long time = Long.parseLong(fields[0]) * 1_000_000_000L;
      times.add(new long[] {time, time, times.size()});
      rows.add(new double[] {Double.parseDouble(fields[1]), Double.parseDouble(fields[2])});
    }
  }

  /** Returns simulated quotes: a walk of ticks, spreads of one to four, a quote a second or so. */
  private static void quotes(List<double[]> rows, List<long[]> times) {
    SplittableRandom random = new SplittableRandom(7);
    long time = EpochNanos.parse("2024-03-05T10:00:00Z");
    int ticks = 5000;
    for (int i = 0; i < 4000; i++) {
      time += 1 + random.nextLong(2_000_000_000L);
      ticks += random.nextInt(5) - 2;
      int spread = 1 + random.nextInt(4);
      times.add(new long[] {time, time + random.nextInt(5_000_000), i});
      rows.add(
          new double[] {
            ticks / 100.0,
            100 * (1 + random.nextInt(20)),
            (ticks + spread) / 100.0,
            100 * (1 + random.nextInt(20))
          });
    }
  }

  private static DataQualityReport judge(
      boolean quotes, List<double[]> rows, List<long[]> times, boolean numbered) {
    TickValidator validator = TickValidator.of(TradingCalendar.alwaysOpen());
    RawQuotes.Builder asQuotes = RawQuotes.builder(BTC);
    RawTrades.Builder asTrades = RawTrades.builder(BTC);
    for (int i = 0; i < rows.size(); i++) {
      double[] v = rows.get(i);
      long[] t = times.get(i);
      long number = numbered ? t[2] : -1;
      if (quotes) {
        asQuotes.add(t[0], t[1], v[0], v[1], v[2], v[3], number);
      } else {
        asTrades.add(t[0], t[1], v[0], v[1], number);
      }
    }
    return quotes
        ? validator.quotes(asQuotes.build()).report()
        : validator.trades(asTrades.build()).report();
  }

  private static boolean named(DataQualityReport report, QualityRule rule, long time) {
    return report.findings().stream()
        .anyMatch(finding -> finding.rule() == rule && finding.time() == time);
  }

  @Test
  void fiveHundredCorruptionsAreNamedByRuleAndTime() {
    List<String> missed = new ArrayList<>();
    Corruption[] kinds = Corruption.values();
    TickCorruption[] tickKinds = TickCorruption.values();
    int all = kinds.length + tickKinds.length;
    for (int seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int kind = seed % all;
      String miss =
          kind < kinds.length
              ? plantInBars(kinds[kind], random)
              : plantInTicks(tickKinds[kind - kinds.length], random);
      if (!miss.isEmpty()) {
        missed.add(seed + " " + miss);
      }
    }

    assertThat(missed).isEmpty();
  }

  private static String plantInBars(Corruption kind, SplittableRandom random) {
    Rows rows = SOUND.get(random.nextInt(SOUND.size()));
    while (!kind.suits(rows)) {
      rows = SOUND.get(random.nextInt(SOUND.size()));
    }
    Rows other = SOUND.get(random.nextInt(SOUND.size()));
    while (other == rows) {
      other = SOUND.get(random.nextInt(SOUND.size()));
    }
    Rows corrupted = rows.copy();
    long time = kind.plant(corrupted, other, random);
    DataQualityReport report = corrupted.check().report();
    boolean found = kind.rules.stream().anyMatch(rule -> named(report, rule, time));
    return found
        ? ""
        : kind
            + " in "
            + rows.name
            + " at "
            + EpochNanos.toInstant(time)
            + ": "
            + report.findings();
  }

  private static String plantInTicks(TickCorruption kind, SplittableRandom random) {
    List<double[]> rows = new ArrayList<>();
    List<long[]> times = new ArrayList<>();
    if (kind.quotes) {
      quotes(rows, times);
    } else {
      trades(rows, times);
    }
    long time = kind.plant(rows, times, random);
    boolean numbered = kind != TickCorruption.QUOTE_TWICE;
    DataQualityReport report = judge(kind.quotes, rows, times, numbered);
    return named(report, kind.rule, time)
        ? ""
        : kind + " at " + EpochNanos.toInstant(time) + ": " + report.findings();
  }

  @Test
  void soundDataHasAlmostNoFindings() {
    long findings = 0;
    long bars = 0;
    for (Rows rows : SOUND) {
      DataQualityReport report = rows.check().report();
      findings += report.findings().size() - report.count(Severity.INFO);
      bars += report.rows();
    }
    for (boolean kind : new boolean[] {true, false}) {
      List<double[]> rows = new ArrayList<>();
      List<long[]> times = new ArrayList<>();
      if (kind) {
        quotes(rows, times);
      } else {
        trades(rows, times);
      }
      DataQualityReport report = judge(kind, rows, times, true);
      findings += report.findings().size() - report.count(Severity.INFO);
      bars += report.rows();
    }

    assertThat(findings).isLessThan(bars / 1000);
  }

  @Test
  void corruptedRowsAreKeptOutAndNamedByNumber() {
    Rows rows = SOUND.get(0).copy();
    rows.row(30).values[1] = 1;
    rows.row(40).values[3] = Double.NaN;
    rows.rows.add(60, rows.row(60).copy());

    CheckedBars checked = rows.check();

    assertThat(checked.quarantined()).containsExactly(30, 40, 61);
    assertThat(checked.series().size()).isEqualTo(rows.size() - 3);
    assertThat(checked.report().findings()).extracting(Finding::row).contains(30, 40, 61);
  }

  @Test
  void aSeriesStampedAtItsEndIsRefused() {
    Rows rows = SOUND.get(3).copy();
    rows.rows.forEach(row -> row.start += 5 * MINUTE);

    CheckedBars checked = rows.check();

    assertThat(checked.rejected()).isTrue();
    assertThat(checked.report().count(QualityRule.STAMPED_AT_END)).isEqualTo(1);
  }
}
