package io.quantkit.backtest.export;

import io.quantkit.backtest.Backtest;
import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.Bars;
import io.quantkit.backtest.Sleeve;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.core.event.EventListener;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.risk.limit.MaxOrderNotional;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A backtest with orders of several kinds, refusals, notes and awkward reasons. */
final class Runs {
  private static final Symbol A = Symbol.of("AAA");
  private static final Symbol B = Symbol.of("BBB");
  private static final Universe UNIVERSE =
      Universe.of(
          Instrument.equity("AAA"),
          Instrument.equity("BBB").withLotSize(Decimal.parse("0.000000001")));
  private static final Panel PANEL = Panel.align(List.of(series("AAA", 1), series("BBB", 2)));

  private Runs() {}

  private static BarSeries series(String symbol, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> bars = new ArrayList<>();
    double price = 100;
    for (int t = 0; t < 120; t++) {
      double open = Math.rint(price * 100) / 100;
      price *= 1 + 0.04 * (random.nextDouble() - 0.5);
      double close = price;
      bars.add(Bars.bar(open, Math.max(open, close) + 1, Math.min(open, close) - 1, close, 5_000));
    }
    return Bars.series(symbol, bars.toArray(new double[0][]));
  }

  static Backtest backtest() {
    return Backtest.of(PANEL, UNIVERSE, TradingCalendar.alwaysOpen())
        .cash(Decimal.of(100_000))
        .costs(new TradingCosts(1.5, 3, 1))
        .check(new MaxOrderNotional(20_000));
  }

  static BacktestResult result(EventListener listener, long seed) {
    return backtest().listener(listener).run("a \"test\", of sorts", new Restless(seed));
  }

  /** Two strategies with cash of their own, of which one throws on its tenth bar. */
  static BacktestResult sleeves() {
    Strategy broken =
        new Strategy() {
          private int seen;

          @Override
          public void onBars(StrategyContext context, BarSlice bars) {
            if (++seen == 10) {
              throw new IllegalStateException("out of \"ideas\"");
            }
          }
        };
    return backtest()
        .run(
            "two",
            List.of(
                new Sleeve("restless", new Restless(3), Decimal.of(60_000)),
                new Sleeve("broken", broken, Decimal.of(40_000))));
  }

  /** Places, leaves and cancels orders of several kinds. */
  private static final class Restless implements Strategy {
    private final SplittableRandom random;

    Restless(long seed) {
      this.random = new SplittableRandom(seed);
    }

    @Override
    public void onBars(StrategyContext context, BarSlice bars) {
      Decimal quantity = Decimal.of(1 + random.nextInt(300));
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      OrderInstructions why =
          OrderInstructions.NONE.because("score \"" + random.nextInt(9) + "\",\nüber " + side);
      switch (random.nextInt(4)) {
        case 0 -> context.submit(A, side, quantity, new OrderTerms.Market(), TimeInForce.GTC, why);
        case 1 ->
            context.submit(
                B,
                side,
                Decimal.ofScaled(1 + random.nextLong(50_000_000_000L), 9),
                new OrderTerms.Market(),
                TimeInForce.DAY,
                why);
        case 2 ->
            context.submit(
                A,
                Side.BUY,
                quantity,
                new OrderTerms.Limit(Decimal.ofScaled((long) (bars.close(0) * 98), 2)),
                TimeInForce.GTC,
                why);
        default -> context.openOrders().forEach(order -> context.cancel(order.id()));
      }
    }
  }
}
