package io.quantkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.backtest.Backtest;
import io.quantkit.backtest.BacktestResult;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.indicator.average.Sma;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Position;
import org.ta4j.core.Trade;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/** The engine and ta4j 0.17 make the same trades of the same strategy on the daily S&P 500. */
class Ta4jAgreementTest {
  private static final Symbol SPX = ExampleData.SPX;
  private static final int FAST = 10;
  private static final int SLOW = 30;

  @Test
  void everyTradeIsAtTheSameBarAndPrice() {
    Panel panel = ExampleData.spxDaily();
    TradingRecord theirs = theirs(panel);
    BacktestResult ours =
        Backtest.of(
                panel,
                Universe.of(Instrument.equity("SPX").withTickSize(Decimal.parse("0.000001"))),
                TradingCalendar.xnys())
            .run("cross", new Cross());

    List<String> expected = new ArrayList<>();
    for (Position position : theirs.getPositions()) {
      expected.add(text("BUY", panel, position.getEntry()));
      expected.add(text("SELL", panel, position.getExit()));
    }
    if (theirs.getCurrentPosition().isOpened()) {
      expected.add(text("BUY", panel, theirs.getCurrentPosition().getEntry()));
    }
    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(ours.executions())
        .extracting(execution -> text(execution.fill()))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void theProfitOfClosedTradesIsTheSame() {
    Panel panel = ExampleData.spxDaily();
    double profit = 0;
    for (Position position : theirs(panel).getPositions()) {
      profit += position.getProfit().doubleValue();
    }
    BacktestResult ours =
        Backtest.of(
                panel,
                Universe.of(Instrument.equity("SPX").withTickSize(Decimal.parse("0.000001"))),
                TradingCalendar.xnys())
            .run("cross", new Cross());

    assertThat(ours.realisedPnl().doubleValue()).isCloseTo(profit, Offset.offset(1e-6));
  }

  private static TradingRecord theirs(Panel panel) {
    BarSeries series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
    for (int t = 0; t < panel.rows(); t++) {
      series.addBar(
          Duration.ofDays(1),
          Instant.ofEpochSecond(86_400L * (t + 1)).atZone(ZoneOffset.UTC),
          panel.open(t, 0),
          panel.high(t, 0),
          panel.low(t, 0),
          panel.close(t, 0),
          1);
    }
    ClosePriceIndicator close = new ClosePriceIndicator(series);
    SMAIndicator fast = new SMAIndicator(close, FAST);
    SMAIndicator slow = new SMAIndicator(close, SLOW);
    BaseStrategy strategy =
        new BaseStrategy(
            new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow));
    strategy.setUnstableBars(SLOW);
    return new BarSeriesManager(
            series, new ZeroCostModel(), new ZeroCostModel(), new TradeOnNextOpenModel())
        .run(strategy);
  }

  private static String text(String side, Panel panel, Trade trade) {
    Decimal price = Decimal.of(trade.getPricePerAsset().doubleValue());
    return side + " 1 @ " + price + " at " + panel.start(trade.getIndex());
  }

  private static String text(Fill fill) {
    return fill.side() + " " + fill.quantity() + " @ " + fill.price() + " at " + fill.time();
  }

  /** Buys one unit when the fast mean crosses above the slow one, sells it on the way down. */
  private static final class Cross implements Strategy {
    private final IndicatorKernel fast = new Sma(FAST).kernel();
    private final IndicatorKernel slow = new Sma(SLOW).kernel();
    private double before = Double.NaN;
    private int row;

    @Override
    public void onBars(StrategyContext context, BarSlice bars) {
      double lead = fast.update(bars.close(0)) - slow.update(bars.close(0));
      boolean holding = context.portfolio().position(SPX).isPositive();
      if (row++ >= SLOW) {
        if (!holding && before <= 0 && lead > 0) {
          context.buy(SPX, Decimal.ONE);
        } else if (holding && before >= 0 && lead < 0) {
          context.sell(SPX, Decimal.ONE);
        }
      }
      before = lead;
    }
  }
}
