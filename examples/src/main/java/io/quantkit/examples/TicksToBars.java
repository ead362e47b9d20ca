package io.quantkit.examples;

import io.quantkit.backtest.Backtest;
import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.core.aggregate.BarRule;
import io.quantkit.core.data.CsvTradeReader;
import io.quantkit.core.data.TimeFormat;
import io.quantkit.core.data.TradeLoad;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * From ticks to a backtest: 100,000 real Bitstamp trades of November 2013 become five-minute bars,
 * which a moving-average strategy trades with at most a tenth of each bar's volume. The eighteen
 * rows whose size is zero are no trades; they are named and left out.
 */
public final class TicksToBars {
  private static final Symbol BTC = Symbol.of("BTC/USD");
  private static final String FILE = "bitstamp_trades_from_20131125_usd.csv";

  private TicksToBars() {}

  /** Prints what became of the trades. */
  public static void main(String[] args) {
    System.out.println(run());
  }

  static String run() {
    TradeLoad load = trades();
    BarSeries series = bars(load.trades());
    Strategy strategy = new MovingAverageCross(BTC, 12, 60);
    BacktestResult result =
        Backtest.of(
                Panel.align(List.of(series)),
                Universe.of(Instrument.crypto(BTC.value())),
                TradingCalendar.alwaysOpen())
            .cash(Decimal.of(100_000))
            .costs(new TradingCosts(25, 10, 5))
            .participation(0.1)
            .run("12/60 average", strategy);
    double[] equity = result.equity();
    double fees = result.fees().doubleValue();
    return String.format(
        Locale.ROOT,
        "%d trades became %d bars: %s%n%d rows were rejected, the first: %s%n%s: %.0f USD became %.0f with %d fills, %.0f of it fees%n"
            + "Six days of one market are an anecdote, not evidence.",
        load.trades().size(),
        series.size(),
        series,
        load.rejected().size(),
        load.rejected().get(0),
        result.name(),
        result.initialCash().doubleValue(),
        equity[equity.length - 1],
        result.executions().size(),
        fees);
  }

  static TradeLoad trades() {
    InputStream stream = TicksToBars.class.getResourceAsStream("/" + FILE);
    if (stream == null) {
      throw new IllegalStateException("add org.ta4j:ta4j-examples, which brings " + FILE);
    }
    return new CsvTradeReader("timestamp", TimeFormat.epoch(TimeUnit.SECONDS), "price", "amount")
        .read(FILE, stream);
  }

  static BarSeries bars(List<Trade> trades) {
    BarRule fiveMinutes = BarRule.time(Timeframe.MINUTE_5, TradingCalendar.alwaysOpen());
    return BarSeries.copyOf(BTC, Timeframe.MINUTE_5, fiveMinutes.over(trades));
  }
}
