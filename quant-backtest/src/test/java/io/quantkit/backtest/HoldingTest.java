package io.quantkit.backtest;

import static io.quantkit.backtest.Bars.DAY;
import static io.quantkit.backtest.Bars.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.action.CorporateActions;
import io.quantkit.core.engine.Feed;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Positions held through dividends and splits, against accounts kept elsewhere and by hand. */
class HoldingTest {
  private static final Symbol AAPL = Symbol.of("AAPL");
  private static final Symbol X = Symbol.of("X");
  private static final TradingCalendar NEW_YORK = TradingCalendar.xnys();

  /** Buys at the first bar and holds. */
  private static final class Hold implements Strategy {
    private final Symbol symbol;
    private final Decimal quantity;
    private boolean bought;

    Hold(Symbol symbol, int quantity) {
      this.symbol = symbol;
      this.quantity = Decimal.of(quantity);
    }

    @Override
    public void onBars(StrategyContext context, BarSlice bars) {
      if (!bought) {
        bought = true;
        context.buy(symbol, quantity);
      }
    }
  }

  private static Bar bar(String date, double open, double high, double low, double close) {
    Session session = NEW_YORK.session(LocalDate.parse(date)).orElseThrow();
    return new Bar(session.open(), session.close(), open, high, low, close, 1e6);
  }

  private static Bar close(String date, double price) {
    return bar(date, price, price, price, price);
  }

  private static long open(String date) {
    return NEW_YORK.session(LocalDate.parse(date)).orElseThrow().open();
  }

  private static CorporateAction dividend(String exDate, String amount) {
    long ex = open(exDate);
    return new CorporateAction.CashDividend(
        "dividend of " + exDate, AAPL, ex, ex - 14 * DAY, ex + 7 * DAY, Decimal.parse(amount));
  }

  private static BacktestResult hold(List<Bar> bars, int cash, CorporateAction... actions) {
    Panel panel = Panel.align(List.of(BarSeries.copyOf(AAPL, Timeframe.DAY_1, bars)));
    CorporateActions table = CorporateActions.of(actions);
    return Backtest.of(
            () ->
                Feed.merge(
                    Feed.actions(panel.symbols(), table, panel.start(0), Long.MAX_VALUE),
                    Feed.replay(panel)),
            Universe.of(Instrument.equity("AAPL")),
            NEW_YORK)
        .interval(Duration.ZERO)
        .cash(Decimal.of(cash))
        .run("hold", new Hold(AAPL, cash / 1000));
  }

  private static List<String[]> golden() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    HoldingTest.class.getResourceAsStream("/golden/holding/holding.csv")),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aYearOfAppleWithItsDividendsIsWorthWhatFractionsSay() {
    List<Bar> bars = new ArrayList<>();
    List<CorporateAction> actions = new ArrayList<>();
    List<String[]> golden = golden();
    for (String[] row : golden) {
      double[] v = new double[4];
      for (int i = 0; i < 4; i++) {
        v[i] = Double.parseDouble(row[i + 1]);
      }
      bars.add(bar(row[0], v[0], v[1], v[2], v[3]));
      if (!row[6].equals("0.00")) {
        actions.add(dividend(row[0], row[6]));
      }
    }

    BacktestResult result = hold(bars, 1_000_000, actions.toArray(new CorporateAction[0]));

    assertThat(actions).hasSize(4);
    assertThat(result.rows()).isEqualTo(golden.size()).isEqualTo(252);
    double[] equity = result.equity();
    for (int day = 0; day < equity.length; day++) {
      assertThat(Decimal.of(equity[day]))
          .as(golden.get(day)[0])
          .isEqualTo(Decimal.parse(golden.get(day)[8]));
    }
    assertThat(result.dividends()).isEqualTo(Decimal.of(11_800));
  }

  /** Apple's closes around its dividends and its 7-for-1 split of 2014. */
  @Test
  void aSplitChangesTheUnitsAndNotTheValue() {
    List<Bar> bars =
        List.of(
            close("2014-05-06", 594.41),
            close("2014-05-07", 592.33),
            close("2014-05-08", 587.99),
            close("2014-06-06", 645.57),
            close("2014-06-09", 93.70),
            close("2014-08-07", 94.48));
    long ex = open("2014-06-09");
    CorporateAction split =
        new CorporateAction.Split("split", AAPL, ex, ex - 30 * DAY, ShareRatio.of(7, 1));

    BacktestResult result =
        hold(bars, 100_000, dividend("2014-05-08", "3.29"), split, dividend("2014-08-07", "0.47"));

    // 100 shares for 59,233 leave 40,767; then 329 are earned, 700 shares held, and 329 earned.
    assertThat(result.equity())
        .containsExactly(
            100_000,
            100_000,
            40_767 + 329 + 58_799,
            40_767 + 329 + 64_557,
            40_767 + 329 + 65_590,
            40_767 + 658 + 66_136);
    assertThat(result.openPositions().get(0).quantity()).isEqualTo(Decimal.of(700));
    assertThat(result.openPositions().get(0).costBasis()).isEqualTo(Decimal.of(59_233));
    assertThat(result.dividends()).isEqualTo(Decimal.of(658));
  }

  private static BacktestResult holdX(CorporateAction action, boolean actionsFirst) {
    Panel panel = Bars.panel("X", flat(100, 1e6), flat(120, 1e6), flat(60, 1e6), flat(66, 1e6));
    return Backtest.of(
            () -> {
              Feed bars = Feed.replay(panel);
              Feed actions =
                  Feed.actions(Symbols.of("X"), CorporateActions.of(action), 0, Long.MAX_VALUE);
              return actionsFirst ? Feed.merge(actions, bars) : Feed.merge(bars, actions);
            },
            Universe.of(Instrument.equity("X")),
            TradingCalendar.alwaysOpen())
        .interval(Duration.ZERO)
        .cash(Decimal.of(10_000))
        .run("hold", new Hold(X, 10));
  }

  @Test
  void aBarThatEndsAtTheExTimeIsMatchedAndValuedWithoutTheAction() {
    CorporateAction split = new CorporateAction.Split("split", X, 2 * DAY, 0, ShareRatio.of(2, 1));

    for (boolean actionsFirst : new boolean[] {true, false}) {
      BacktestResult result = holdX(split, actionsFirst);

      assertThat(result.executions().get(0).fill().price()).isEqualTo(Decimal.of(120));
      assertThat(result.executions().get(0).fill().quantity()).isEqualTo(Decimal.of(10));
      assertThat(result.equity()).containsExactly(10_000, 10_000, 10_000, 10_120);
      assertThat(result.openPositions().get(0).quantity()).isEqualTo(Decimal.of(20));
    }
  }

  @Test
  void whoBuysInTheBarThatEndsAtTheExTimeGetsTheDividend() {
    CorporateAction dividend =
        new CorporateAction.CashDividend("dividend", X, 2 * DAY, 0, 2 * DAY, Decimal.of(3));

    for (boolean actionsFirst : new boolean[] {true, false}) {
      BacktestResult result = holdX(dividend, actionsFirst);

      assertThat(result.dividends()).isEqualTo(Decimal.of(30));
      assertThat(result.equity()).containsExactly(10_000, 10_000, 9_430, 9_490);
    }
  }
}
