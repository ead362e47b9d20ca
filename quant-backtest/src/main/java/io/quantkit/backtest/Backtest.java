package io.quantkit.backtest;

import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.SimulatedMarket;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.core.engine.Feed;
import io.quantkit.core.engine.TradingEngine;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of a backtest: what is replayed, how orders are filled and what that costs.
 *
 * <p>Immutable: each {@code with}-like method returns changed settings, so variants of a backtest
 * share a common stem. Each {@link #run} is independent of every other.
 */
public final class Backtest {

  /** The cash an account begins with by default: 1,000,000. */
  public static final Decimal DEFAULT_CASH = Decimal.of(1_000_000);

  private final Panel panel;
  private final Universe universe;
  private final TradingCalendar calendar;
  private final Settings settings;

  private Backtest(Panel panel, Universe universe, TradingCalendar calendar, Settings settings) {
    this.panel = panel;
    this.universe = universe;
    this.calendar = calendar;
    this.settings = settings;
  }

  /**
   * Returns a backtest over history, with a million in cash, fills at the next open, no costs, no
   * cap on participation and no shorting.
   *
   * @param panel the bars to replay
   * @param universe the panel's instruments
   * @param calendar whose sessions day orders live in
   * @throws IllegalArgumentException if the panel has a symbol that the universe does not know
   */
  public static Backtest of(Panel panel, Universe universe, TradingCalendar calendar) {
    for (int s = 0; s < panel.symbols().size(); s++) {
      universe.instrument(panel.symbols().get(s));
    }
    return new Backtest(
        panel,
        universe,
        calendar,
        new Settings(
            Currency.USD,
            DEFAULT_CASH,
            FillTiming.NEXT_OPEN,
            TradingCosts.NONE,
            Double.POSITIVE_INFINITY,
            false,
            0,
            List.of(),
            ProgressListener.NONE));
  }

  /** Sets the cash to begin with. */
  public Backtest cash(Decimal cash) {
    if (!cash.isPositive()) {
      throw new IllegalArgumentException("cash must be positive, was " + cash);
    }
    return with(settings.withCash(cash));
  }

  /** Sets the account's currency. */
  public Backtest currency(Currency currency) {
    return with(settings.withCurrency(currency));
  }

  /** Sets when orders are filled. */
  public Backtest timing(FillTiming timing) {
    return with(settings.withTiming(timing));
  }

  /** Sets what executions cost. */
  public Backtest costs(TradingCosts costs) {
    return with(settings.withCosts(costs));
  }

  /**
   * Caps what all orders in a symbol get of a bar's volume; what is left goes on working.
   *
   * @param share in (0, 1]
   */
  public Backtest participation(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("participation must be in (0, 1], was " + share);
    }
    return with(settings.withParticipation(share));
  }

  /** Sets whether positions may become negative, at no cost of borrowing. */
  public Backtest shorting(boolean allowed) {
    return with(settings.withShorting(allowed));
  }

  /**
   * Shows the first rows to the strategy without letting it trade: its orders are rejected with the
   * code {@code WARMUP}. The result begins after them.
   *
   * @param rows at least 0, fewer than the panel has; default 0
   */
  public Backtest warmup(int rows) {
    if (rows < 0 || rows >= panel.rows()) {
      throw new IllegalArgumentException(
          "warmup must be within [0, " + panel.rows() + "), was " + rows);
    }
    return with(settings.withWarmup(rows));
  }

  /** Adds a check that every order must pass. */
  public Backtest check(OrderCheck check) {
    return with(settings.plus(check));
  }

  /** Sets who is told how far a run has come. */
  public Backtest progress(ProgressListener progress) {
    return with(settings.withProgress(progress));
  }

  /**
   * Replays the history to a strategy.
   *
   * @param name what the result is called
   * @param strategy a strategy in its initial state; it belongs to this run
   * @throws IllegalStateException if the strategy throws
   */
  public BacktestResult run(String name, Strategy strategy) {
    Recorder recorder = new Recorder(panel.rows(), settings.warmup, settings.progress, name);
    SimulatedMarket market =
        SimulatedMarket.builder(universe, calendar)
            .timing(settings.timing)
            .costs(settings.costs)
            .shorting(settings.shorting)
            .currency(settings.currency)
            .cash(settings.cash)
            .executions(recorder)
            .participation(settings.participation)
            .build();
    TradingEngine.Builder builder =
        TradingEngine.builder(universe, Feed.replay(panel), market)
            .cash(settings.cash)
            .currency(settings.currency)
            .venue(market)
            .calendar(calendar)
            .instantListener(recorder)
            .strategy(name, strategy);
    if (settings.warmup > 0) {
      builder.check(new WarmupCheck(panel.knownAt(settings.warmup)));
    }
    settings.checks.forEach(builder::check);
    if (settings.warmup > 0 || !settings.checks.isEmpty()) {
      builder.listener(recorder.interventions());
    }
    TradingEngine engine = builder.build();
    recorder.watch(engine);
    engine.run();
    return recorder.result(name, settings.cash, engine);
  }

  private Backtest with(Settings newSettings) {
    return new Backtest(panel, universe, calendar, newSettings);
  }

  private record Settings(
      Currency currency,
      Decimal cash,
      FillTiming timing,
      TradingCosts costs,
      double participation,
      boolean shorting,
      int warmup,
      List<OrderCheck> checks,
      ProgressListener progress) {

    Settings withCurrency(Currency v) {
      return new Settings(
          v, cash, timing, costs, participation, shorting, warmup, checks, progress);
    }

    Settings withCash(Decimal v) {
      return new Settings(
          currency, v, timing, costs, participation, shorting, warmup, checks, progress);
    }

    Settings withTiming(FillTiming v) {
      return new Settings(
          currency, cash, v, costs, participation, shorting, warmup, checks, progress);
    }

    Settings withCosts(TradingCosts v) {
      return new Settings(
          currency, cash, timing, v, participation, shorting, warmup, checks, progress);
    }

    Settings withParticipation(double v) {
      return new Settings(currency, cash, timing, costs, v, shorting, warmup, checks, progress);
    }

    Settings withShorting(boolean v) {
      return new Settings(
          currency, cash, timing, costs, participation, v, warmup, checks, progress);
    }

    Settings withWarmup(int v) {
      return new Settings(
          currency, cash, timing, costs, participation, shorting, v, checks, progress);
    }

    Settings withProgress(ProgressListener v) {
      return new Settings(
          currency, cash, timing, costs, participation, shorting, warmup, checks, v);
    }

    Settings plus(OrderCheck check) {
      List<OrderCheck> more = new ArrayList<>(checks);
      more.add(check);
      return new Settings(
          currency,
          cash,
          timing,
          costs,
          participation,
          shorting,
          warmup,
          List.copyOf(more),
          progress);
    }
  }
}
