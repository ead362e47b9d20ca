package io.quantkit.examples;

import io.quantkit.backtest.Backtest;
import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.synthetic.SimulatedEquities;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.indicator.average.Sma;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Scale: fifty simulated shares by five years of 15-minute bars, 1.6 million bars, through the
 * event-driven engine with costs and a participation cap. The prices are random walks: the profit
 * means nothing, the speed does.
 */
public final class SimulatedPortfolio {

  private SimulatedPortfolio() {}

  /** Prints how fast the bars were traded. */
  public static void main(String[] args) {
    System.out.println(run(50, 5));
  }

  static String run(int shares, int years) {
    Panel panel =
        new SimulatedEquities(
                shares,
                LocalDate.of(2019, 1, 1),
                LocalDate.of(2019 + years, 1, 1),
                Timeframe.MINUTE_15,
                TradingCalendar.xnys(),
                0.06,
                0.30,
                0.35,
                7)
            .panel();
    List<Instrument> instruments = new ArrayList<>();
    for (Symbol symbol : panel.symbols()) {
      instruments.add(Instrument.equity(symbol.value()));
    }
    Backtest backtest =
        Backtest.of(panel, Universe.of(instruments), TradingCalendar.xnys())
            .costs(new TradingCosts(0.5, 2, 1))
            .participation(0.1);
    backtest.run("warm-up", new CrossEach(shares, 10, 30));
    long start = System.nanoTime();
    BacktestResult result = backtest.run("10/30 average", new CrossEach(shares, 10, 30));
    double seconds = (System.nanoTime() - start) / 1e9;
    long bars = (long) panel.rows() * shares;
    double[] equity = result.equity();
    return String.format(
        Locale.ROOT,
        "SIMULATED prices: %d shares by %d bars, %d bars in all%n"
            + "%d fills, equity %.0f, %.2f s: %.1f million bars a second%n",
        shares,
        panel.rows(),
        bars,
        result.executions().size(),
        equity[equity.length - 1],
        seconds,
        bars / seconds / 1e6);
  }

  /** Holds an equal part of each share whose fast average is above its slow one. */
  private static final class CrossEach implements Strategy {
    private final IndicatorKernel[] fast;
    private final IndicatorKernel[] slow;
    private final boolean[] held;

    CrossEach(int shares, int fastBars, int slowBars) {
      fast = new IndicatorKernel[shares];
      slow = new IndicatorKernel[shares];
      held = new boolean[shares];
      for (int s = 0; s < shares; s++) {
        fast[s] = new Sma(fastBars).kernel();
        slow[s] = new Sma(slowBars).kernel();
      }
    }

    @Override
    public void onBars(StrategyContext context, BarSlice bars) {
      for (int s = 0; s < held.length; s++) {
        if (!bars.has(s)) {
          continue;
        }
        double close = bars.close(s);
        boolean rising = fast[s].update(close) > slow[s].update(close);
        if (rising != held[s]) {
          trade(context, bars.symbols().get(s), close, rising);
          held[s] = rising;
        }
      }
    }

    private void trade(StrategyContext context, Symbol symbol, double close, boolean rising) {
      Decimal held = context.portfolio().position(symbol).plus(context.portfolio().pending(symbol));
      double part = context.portfolio().equity().doubleValue() / fast.length;
      Decimal wanted =
          rising ? Decimal.of(part / close * 0.95, 0, RoundingMode.DOWN) : Decimal.ZERO;
      Decimal change = wanted.minus(held);
      if (change.isPositive()) {
        context.buy(symbol, change);
      } else if (change.isNegative()) {
        context.sell(symbol, change.negated());
      }
    }
  }
}
