package io.quantkit.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars of real trades as pandas and a script in Python make them: see golden/bars/README.md. */
class GoldenBarsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final TradingCalendar XNYS = TradingCalendar.xnys();
  private static final List<Trade> TRADES = trades();

  private static final Threshold.Expected EXPECTED =
      Threshold.expected(100).spans(10, 1000).bounded(20, 1000);
  private static final Threshold.Expected UNBOUNDED = EXPECTED.bounded(1, 1_000_000_000);

  private static final Map<String, BarRule> RULES =
      Map.ofEntries(
          Map.entry("time_5m", BarRule.time(Timeframe.MINUTE_5, TradingCalendar.alwaysOpen())),
          Map.entry("ticks_100", BarRule.ticks(100)),
          Map.entry("volume_250", BarRule.volume(250)),
          Map.entry("value_200000", BarRule.value(200_000)),
          Map.entry("imbalance_ticks", BarRule.imbalance(Measure.TICKS, EXPECTED)),
          Map.entry("imbalance_volume", BarRule.imbalance(Measure.VOLUME, EXPECTED)),
          Map.entry("imbalance_value", BarRule.imbalance(Measure.VALUE, EXPECTED)),
          Map.entry("runs_ticks", BarRule.runs(Measure.TICKS, EXPECTED)),
          Map.entry("runs_volume", BarRule.runs(Measure.VOLUME, EXPECTED)),
          Map.entry("runs_value", BarRule.runs(Measure.VALUE, EXPECTED)),
          Map.entry("runs_volume_unbounded", BarRule.runs(Measure.VOLUME, UNBOUNDED)),
          Map.entry("runs_value_unbounded", BarRule.runs(Measure.VALUE, UNBOUNDED)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time_5m",
        "ticks_100",
        "volume_250",
        "value_200000",
        "imbalance_ticks",
        "imbalance_volume",
        "imbalance_value",
        "runs_ticks",
        "runs_volume",
        "runs_value",
        "runs_volume_unbounded",
        "runs_value_unbounded"
      })
  void agreesWithPython(String name) {
    RecordedBars recorded = new RecordedBars();
    BarAggregator aggregator = Objects.requireNonNull(RULES.get(name)).start(recorded);
    TRADES.forEach(aggregator::add);
    if (name.startsWith("time")) {
      aggregator.advanceTo(Long.MAX_VALUE);
    }
    List<double[]> expected = rows(name);

    assertThat(recorded.bars).hasSize(expected.size());
    long lastStart = Long.MIN_VALUE;
    for (int i = 0; i < expected.size(); i++) {
      double[] row = expected.get(i);
      Bar bar = recorded.bars.get(i);
      // Several bars of one second are a nanosecond apart.
      assertThat(bar.start() / SECOND).isEqualTo((long) row[0]);
      assertThat(bar.knownAt() / SECOND).isEqualTo((long) row[1]);
      assertThat(bar.start()).isGreaterThan(lastStart);
      assertThat(
              new double[] {
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                bar.vwap(),
                bar.trades()
              })
          .containsExactly(row[2], row[3], row[4], row[5], row[6], row[7], row[8]);
      lastStart = bar.start();
    }
  }

  @ParameterizedTest
  @CsvSource({"1w, weekly", "1M, monthly", "3M, quarterly"})
  void daysMakeWhatPandasMakesOfThem(String timeframe, String name) {
    BarSeries.Builder days = BarSeries.builder(Symbol.of("AAPL"), Timeframe.DAY_1);
    for (String[] row : cells("aapl2013")) {
      long start = Timeframe.DAY_1.startOf(LocalDate.parse(row[0]), XNYS);
      long end = Timeframe.DAY_1.endOf(start, XNYS);
      days.add(
          start,
          end,
          number(row, 1),
          number(row, 2),
          number(row, 3),
          number(row, 4),
          number(row, 5));
    }

    RecordedBars recorded = new RecordedBars();
    BarAggregator aggregator = BarRule.time(Timeframe.parse(timeframe), XNYS).start(recorded);
    BarSeries series = days.build();
    for (int i = 0; i < series.size(); i++) {
      aggregator.add(series.bar(i));
    }
    aggregator.finish();

    List<String[]> expected = cells("aapl2013_" + name);
    assertThat(recorded.bars).hasSize(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      String[] row = expected.get(i);
      Bar bar = recorded.bars.get(i);
      assertThat(LocalDate.parse(row[0])).isAfterOrEqualTo(XNYS.dateOf(bar.start()));
      assertThat(new double[] {bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()})
          .containsExactly(
              number(row, 1), number(row, 2), number(row, 3), number(row, 4), number(row, 5));
    }

    // As a series: the first week lacks its Monday, the last one its Friday.
    BarSeries whole = BarRule.time(Timeframe.parse(timeframe), XNYS).over(series);
    int cut = name.equals("weekly") ? 1 : 0;
    assertThat(whole.size()).isEqualTo(expected.size() - 2 * cut);
    assertThat(whole.bar(0)).isEqualTo(recorded.bars.get(cut));
  }

  private static double number(String[] row, int column) {
    return Double.parseDouble(row[column]);
  }

  private static List<Trade> trades() {
    List<Trade> trades = new ArrayList<>();
    for (double[] row : rows("bitstamp_trades")) {
      if (row[2] > 0) {
        trades.add(Trade.of((long) row[0] * SECOND, row[1], row[2]));
      }
    }
    return trades;
  }

  private static List<double[]> rows(String name) {
    List<double[]> rows = new ArrayList<>();
    for (String[] cells : cells(name)) {
      double[] row = new double[cells.length];
      for (int i = 0; i < row.length; i++) {
        row[i] = number(cells, i);
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String[]> cells(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(
                        GoldenBarsTest.class.getResourceAsStream(
                            "/golden/bars/" + name + ".csv.gz"))),
                StandardCharsets.UTF_8))) {
      reader.readLine();
      return reader.lines().map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
