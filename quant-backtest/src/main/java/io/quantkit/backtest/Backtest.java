package io.quantkit.backtest;

import io.quantkit.backtest.cost.CostModel;
import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.MarketPreset;
import io.quantkit.backtest.market.RoutedMarket;
import io.quantkit.backtest.market.SimulatedMarket;
import io.quantkit.core.engine.Feed;
import io.quantkit.core.engine.TradingEngine;
import io.quantkit.core.event.EventListener;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.ledger.Conversion;
import io.quantkit.core.ledger.FxRates;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.time.TradingCalendar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a backtest: what is replayed, how orders are filled and what that costs.
 *
 * <p>Immutable: each {@code with}-like method returns changed settings, so variants of a backtest
 * share a common stem. Each {@link #run} is independent of every other.
 */
public final class Backtest {

  /** The cash an account begins with by default: 1,000,000. */
  public static final Decimal DEFAULT_CASH = Decimal.of(1_000_000);

  /** How often a history without bars is recorded by default: every minute. */
  public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);

  private final Supplier<Feed> history;
  private final int rows;
  private final Universe universe;
  private final TradingCalendar calendar;
  private final Settings settings;

  private Backtest(
      Supplier<Feed> history,
      int rows,
      Universe universe,
      TradingCalendar calendar,
      Settings settings) {
    this.history = history;
    this.rows = rows;
    this.universe = universe;
    this.calendar = calendar;
    this.settings = settings;
  }

  /**
   * Returns a backtest over bars, with a million in cash, fills at the next open, no costs, no cap
   * on participation and no shorting. The result has a row per row of the panel.
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
    return new Backtest(() -> Feed.replay(panel), panel.rows(), universe, calendar, new Settings());
  }

  /**
   * Returns a backtest over anything that feeds deliver: bars of several lengths, ticks, books,
   * statuses and corporate actions. The result has a row per moment at which bars became known and,
   * between them, one {@linkplain #interval every minute}.
   *
   * @param history makes the feed of one run; called once per run, possibly by several threads
   * @param universe the feed's instruments
   * @param calendar whose sessions day orders live in
   */
  public static Backtest of(Supplier<Feed> history, Universe universe, TradingCalendar calendar) {
    return new Backtest(history, Integer.MAX_VALUE, universe, calendar, new Settings())
        .interval(DEFAULT_INTERVAL);
  }

  /** Sets the cash to begin with. */
  public Backtest cash(Decimal cash) {
    if (!cash.isPositive()) {
      throw new IllegalArgumentException("cash must be positive, was " + cash);
    }
    return with(changed -> changed.cash = cash);
  }

  /** Sets the account's currency. */
  public Backtest currency(Currency currency) {
    return with(changed -> changed.currency = currency);
  }

  /**
   * Lets instruments of other currencies than the account's be traded, by one strategy and an
   * account without limit of credit. What the result says of the account is in its currency at the
   * rates known; executions, orders, trades and positions are in the currency of their instrument.
   *
   * @param rates what currencies were worth, in the account's
   * @param conversion what is done with the money that trading in them costs and brings
   */
  public Backtest currencies(FxRates rates, Conversion conversion) {
    return with(
        changed -> {
          changed.rates = rates;
          changed.conversion = conversion;
        });
  }

  /** Sets when orders are filled. */
  public Backtest timing(FillTiming timing) {
    return market(market -> market.timing(timing));
  }

  /** Sets what executions cost. */
  public Backtest costs(CostModel costs) {
    return market(market -> market.costs(costs));
  }

  /**
   * Caps what all orders in a symbol get of a bar's volume, or of each trade and display where
   * ticks are matched; what is left goes on working.
   *
   * @param share in (0, 1]
   */
  public Backtest participation(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("participation must be in (0, 1], was " + share);
    }
    return market(market -> market.participation(share));
  }

  /** Sets whether positions may become negative. */
  public Backtest shorting(boolean allowed) {
    return market(market -> market.shorting(allowed));
  }

  /**
   * Lets symbols trade at a market of their own, with the account shared: by its own calendar,
   * rules, costs and latency. Sessions of all calendars are told to the strategy; the account is
   * charged, paid and called at the closes of this backtest's own.
   *
   * @param calendar whose sessions day orders in the symbols live in
   * @param symbols of the universe, none of them at another market of their own
   * @param rules changes the settings of this backtest's market for the symbols, but for those of
   *     the account; called once per run, possibly by several threads
   */
  public Backtest venue(
      TradingCalendar calendar, Symbols symbols, Consumer<SimulatedMarket.Builder> rules) {
    return with(changed -> changed.venues.add(new OtherVenue(calendar, symbols, rules)));
  }

  /**
   * Sets anything else about the market: the path of prices within bars, the account, latency and
   * so on. What is set later overrides what was set before.
   *
   * @param change called once per run, possibly by several threads
   */
  public Backtest market(Consumer<SimulatedMarket.Builder> change) {
    return with(changed -> changed.market.add(change));
  }

  /**
   * Shows the first rows to the strategy without letting it trade: its orders are rejected with the
   * code {@code WARMUP}. The result begins after them.
   *
   * @param warmup at least 0, fewer than the rows that are replayed; default 0
   */
  public Backtest warmup(int warmup) {
    if (warmup < 0 || warmup >= rows) {
      throw new IllegalArgumentException("warmup must be within [0, " + rows + "), was " + warmup);
    }
    return with(changed -> changed.warmup = warmup);
  }

  /**
   * Sets how often the result has a row between bars, at the first moment at or after each multiple
   * of the interval since the epoch at which anything happens.
   *
   * @param interval positive, or zero for rows where bars become known only
   */
  public Backtest interval(Duration interval) {
    if (interval.isNegative()) {
      throw new IllegalArgumentException("interval must be at least 0, was " + interval);
    }
    return with(changed -> changed.interval = interval.toNanos());
  }

  /** Adds a check that every order must pass. */
  public Backtest check(OrderCheck check) {
    return with(changed -> changed.checks.add(check));
  }

  /** Adds a listener to everything that happens in a run, such as a journal. */
  public Backtest listener(EventListener listener) {
    return with(changed -> changed.listeners.add(listener));
  }

  /** Sets who is told how far a run has come. */
  public Backtest progress(ProgressListener progress) {
    return with(changed -> changed.progress = progress);
  }

  /**
   * Replays the history to a strategy.
   *
   * @param name what the result is called
   * @param strategy a strategy in its initial state; it belongs to this run
   * @throws IllegalStateException if the strategy throws
   */
  public BacktestResult run(String name, Strategy strategy) {
    return run(name, List.of(), builder -> builder.strategy(name, strategy));
  }

  /**
   * Replays the history to several strategies that trade one account, each with cash and books of
   * its own. One that throws is stopped; the result tells.
   *
   * @param name what the result is called
   * @param sleeves the strategies, in the order in which they are called; together they have no
   *     more cash than the account
   * @throws IllegalStateException if every strategy throws
   */
  public BacktestResult run(String name, List<Sleeve> sleeves) {
    if (sleeves.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one strategy");
    }
    return run(
        name,
        List.copyOf(sleeves),
        builder -> {
          for (Sleeve sleeve : sleeves) {
            builder.strategy(sleeve.name(), sleeve.strategy(), sleeve.cash());
          }
        });
  }

  /**
   * Replays the history three times, under {@link MarketPreset#OPTIMISTIC}, {@link
   * MarketPreset#REALISTIC} and {@link MarketPreset#PESSIMISTIC} assumptions about executions,
   * which replace this backtest's timing, costs and cap. The result is the range between them.
   *
   * @param name what the results are called, with the preset behind it
   * @param strategy makes a strategy in its initial state, once per run
   * @throws IllegalStateException if a strategy throws
   */
  public BacktestRange runRange(String name, Supplier<? extends Strategy> strategy) {
    return new BacktestRange(
        under(MarketPreset.OPTIMISTIC, name, strategy),
        under(MarketPreset.REALISTIC, name, strategy),
        under(MarketPreset.PESSIMISTIC, name, strategy));
  }

  private BacktestResult under(
      MarketPreset preset, String name, Supplier<? extends Strategy> strategy) {
    return market(market -> market.preset(preset))
        .run(name + " (" + preset.name() + ")", strategy.get());
  }

  private BacktestResult run(
      String name, List<Sleeve> sleeves, Consumer<TradingEngine.Builder> strategies) {
    Feed feed = history.get();
    Recorder recorder =
        new Recorder(
            settings.progress, name, feed.remaining(), settings.warmup, settings.interval, sleeves);
    TradingEngine.Builder builder =
        engine(feed, recorder)
            .cash(settings.cash)
            .currency(settings.currency)
            .instantListener(recorder)
            .listener(recorder);
    if (settings.rates != null) {
      builder.currencies(settings.rates, settings.conversion);
    }
    settings.listeners.forEach(builder::listener);
    if (settings.warmup > 0) {
      builder.check(new WarmupCheck(recorder, settings.warmup));
    }
    settings.checks.forEach(builder::check);
    strategies.accept(builder);
    TradingEngine engine = builder.build();
    recorder.watch(engine);
    engine.run();
    return recorder.result(name);
  }

  private TradingEngine.Builder engine(Feed feed, Recorder recorder) {
    if (settings.venues.isEmpty()) {
      SimulatedMarket market = market(calendar, recorder).build();
      return TradingEngine.builder(universe, feed, market).venue(market).calendar(calendar);
    }
    RoutedMarket.Builder routes = RoutedMarket.builder(market(calendar, recorder));
    for (OtherVenue venue : settings.venues) {
      SimulatedMarket.Builder other = market(venue.calendar, recorder);
      venue.rules.accept(other);
      routes.route(venue.symbols, other);
    }
    RoutedMarket market = routes.build();
    TradingEngine.Builder builder = TradingEngine.builder(universe, feed, market).venue(market);
    market.calendars().forEach(builder::calendar);
    return builder;
  }

  private SimulatedMarket.Builder market(TradingCalendar of, Recorder recorder) {
    SimulatedMarket.Builder market =
        SimulatedMarket.builder(universe, of)
            .currency(settings.currency)
            .cash(settings.cash)
            .executions(recorder);
    if (settings.rates != null) {
      market.currencies(settings.rates, settings.conversion);
    }
    settings.market.forEach(change -> change.accept(market));
    return market;
  }

  private Backtest with(Consumer<Settings> change) {
    Settings changed = new Settings(settings);
    change.accept(changed);
    return new Backtest(history, rows, universe, calendar, changed);
  }

  /** A market beside the main one. */
  private record OtherVenue(
      TradingCalendar calendar, Symbols symbols, Consumer<SimulatedMarket.Builder> rules) {}

  /** What can be set; never changed once a backtest has it. */
  private static final class Settings {
    private Currency currency = Currency.USD;
    private @Nullable FxRates rates;
    private Conversion conversion = Conversion.NONE;
    private Decimal cash = DEFAULT_CASH;
    private int warmup;
    private long interval;
    private ProgressListener progress = ProgressListener.NONE;
    private final List<Consumer<SimulatedMarket.Builder>> market = new ArrayList<>();
    private final List<OtherVenue> venues = new ArrayList<>();
    private final List<OrderCheck> checks = new ArrayList<>();
    private final List<EventListener> listeners = new ArrayList<>();

    Settings() {}

    Settings(Settings other) {
      currency = other.currency;
      rates = other.rates;
      conversion = other.conversion;
      cash = other.cash;
      warmup = other.warmup;
      interval = other.interval;
      progress = other.progress;
      market.addAll(other.market);
      venues.addAll(other.venues);
      checks.addAll(other.checks);
      listeners.addAll(other.listeners);
    }
  }
}
