package io.quantkit.core.quality;

import static io.quantkit.core.quality.RuleAction.QUARANTINE;
import static io.quantkit.core.quality.RuleAction.REJECT;
import static io.quantkit.core.quality.RuleAction.REPORT;
import static io.quantkit.core.quality.Severity.ERROR;
import static io.quantkit.core.quality.Severity.INFO;
import static io.quantkit.core.quality.Severity.WARNING;

import java.util.List;

/**
 * What market data should keep to.
 *
 * <p>Each rule has a severity, an action and parameters, which {@link QualityRules} can change for
 * a run. "Usual" always means a median, so that the faults looked for do not move the yardstick:
 * the usual move around a bar is {@code 1.4826 * median(|log return|)} of the {@code window} bars
 * before it or after it, whichever is larger, and at least half of that of all moves in the series.
 */
public enum QualityRule {
  /** A number that the source otherwise tells is there. */
  MISSING_FIELD(
      Subject.BARS,
      ERROR,
      QUARANTINE,
      "a bar has every number that its source tells",
      "indicators that turn NaN, or bars without a close",
      new RuleParameter("told", 0.5, "share of rows with a field from which it counts as told")),
  /** Numbers are finite. */
  NON_FINITE(
      Subject.ANY, ERROR, QUARANTINE, "numbers are finite", "sums and means that become infinite"),
  /** Prices are positive. */
  NON_POSITIVE_PRICE(
      Subject.ANY,
      ERROR,
      QUARANTINE,
      "prices are above zero",
      "returns that cannot be computed and zeros that stand for nothing"),
  /** {@code low <= open, close <= high}. */
  OHLC_RELATION(
      Subject.BARS,
      ERROR,
      QUARANTINE,
      "low <= open, close <= high",
      "swapped columns and stops that fill at impossible prices"),
  /** {@code volume >= 0}. */
  NEGATIVE_VOLUME(
      Subject.BARS, ERROR, QUARANTINE, "volume is at least zero", "capacity that is not there"),
  /** The calendar knows the time. */
  TIME_RANGE(
      Subject.ANY,
      ERROR,
      QUARANTINE,
      "times lie within the calendar's years",
      "times in the wrong unit, such as milliseconds read as seconds"),
  /** Nothing is known before it happened or began. */
  KNOWN_BEFORE_EVENT(
      Subject.ANY,
      ERROR,
      QUARANTINE,
      "nothing is known before it happened",
      "backtests that trade on events to come"),
  /** A bar is known when its period is over. */
  KNOWN_BEFORE_END(
      Subject.BARS,
      ERROR,
      QUARANTINE,
      "a bar is known no earlier than its period ends",
      "backtests that see a close before the market does"),
  /** Nothing is known later than the time as of which data was taken. */
  NOT_FROM_THE_FUTURE(
      Subject.ANY,
      ERROR,
      QUARANTINE,
      "nothing is known later than the data was taken",
      "test rows, wrong zones and clocks that run ahead"),
  /** What happens becomes known soon. */
  CLOCK_SKEW(
      Subject.ANY,
      WARNING,
      REPORT,
      "records become known soon after they happen",
      "late or drifting clocks, which make order and latency meaningless",
      new RuleParameter("seconds", 86_400, "the longest delay believed, in seconds"),
      new RuleParameter("drift", 1, "how far the usual delay may move over ticks, in seconds")),
  /** Rows come oldest first. */
  TIME_ORDER(
      Subject.ANY,
      ERROR,
      QUARANTINE,
      "rows come oldest first",
      "windows that mix past and future; the fewest rows that spoil the order are named"),
  /** No bar occurs twice. */
  DUPLICATE_BAR(
      Subject.BARS,
      ERROR,
      QUARANTINE,
      "no two bars start together",
      "volume counted twice; the first of them is kept"),
  /** Bars do not overlap. */
  OVERLAPPING_BAR(
      Subject.BARS,
      ERROR,
      QUARANTINE,
      "a bar starts no earlier than the one before it ends",
      "two timeframes mixed in one file"),
  /** Bars are of trading hours. */
  OFF_SESSION(
      Subject.ANY,
      ERROR,
      QUARANTINE,
      "data is of trading hours",
      "weekends, holidays and hours after an early close, when nobody could trade",
      new RuleParameter("before", 0, "minutes before the open that are admitted"),
      new RuleParameter("after", 0, "minutes after the close that are admitted")),
  /** No bar reaches over the close. */
  SESSION_BOUNDARY(
      Subject.BARS,
      WARNING,
      REPORT,
      "the last bar of a session ends with it",
      "bars that mix a session with what comes after it"),
  /** Stamps lie on the timeframe's grid. */
  MISALIGNED_STAMP(
      Subject.BARS,
      WARNING,
      REPORT,
      "stamps lie on the grid of the timeframe, counted from the open",
      "panels in which no two symbols meet"),
  /** Stamps are starts. */
  STAMPED_AT_END(
      Subject.BARS,
      ERROR,
      REJECT,
      "bars are stamped with their start",
      "every bar being used one bar too late, or its knowledge a bar too early"),
  /** Stamps are in the zone they are read in. */
  ZONE_SHIFT(
      Subject.BARS,
      ERROR,
      REJECT,
      "stamps are of the time zone that they are read in",
      "a whole file that is hours off",
      new RuleParameter("share", 0.95, "share of rows that a shift must bring into sessions")),
  /** Not too many bars are missing in a row. */
  GAP(
      Subject.BARS,
      WARNING,
      REPORT,
      "no more than a few successive bars are missing",
      "windows that silently reach far back",
      new RuleParameter("bars", 5, "successive bars that may be missing")),
  /** Every bar that the calendar expects is there. */
  MISSING_BAR(
      Subject.BARS,
      INFO,
      REPORT,
      "every bar that the calendar expects is there",
      "returns over two periods taken for returns over one"),
  /** Most bars that the calendar expects are there. */
  COVERAGE(
      Subject.BARS,
      ERROR,
      REPORT,
      "most of the bars that the calendar expects are there",
      "statistics of the few days that somebody kept",
      new RuleParameter("share", 0.95, "the least share of expected bars")),
  /** No close that leaves and comes back. */
  BAD_TICK(
      Subject.ANY,
      WARNING,
      REPORT,
      "no price leaves by many usual moves and comes back at once",
      "mistyped prices that trigger stops and feed mean reversion",
      new RuleParameter("moves", 6, "usual moves"),
      new RuleParameter("window", 60, "observations before and after that say what is usual"),
      new RuleParameter("share", 0.02, "how far at least, as a share of the price")),
  /** No move far beyond the usual. */
  JUMP(
      Subject.BARS,
      WARNING,
      REPORT,
      "no close moves by far more than usual",
      "unadjusted actions, changed contracts, another instrument's prices",
      new RuleParameter("moves", 14, "usual moves"),
      new RuleParameter("window", 60, "bars before and after that say what is usual"),
      new RuleParameter("share", 0.02, "how far at least, as a share of the price")),
  /** No high or low far outside. */
  RANGE_SPIKE(
      Subject.BARS,
      WARNING,
      REPORT,
      "no high or low lies far outside open, close and the closes beside",
      "wicks of a mistyped trade, which fill limit orders that never filled",
      new RuleParameter("ranges", 9, "usual ranges, log(high / low)"),
      new RuleParameter("window", 60, "bars before and after that say what is usual"),
      new RuleParameter("share", 0.02, "how far at least, as a share of the price")),
  /** No open far from the close before and the close after. */
  OPEN_GAP(
      Subject.BARS,
      WARNING,
      REPORT,
      "no open lies far from the close before it and from its own close",
      "opening prints that nobody could trade",
      new RuleParameter("moves", 10, "usual moves"),
      new RuleParameter("window", 60, "bars before and after that say what is usual"),
      new RuleParameter("share", 0.02, "how far at least, as a share of the price")),
  /** No ratio of a split. */
  SPLIT_LIKE(
      Subject.BARS,
      WARNING,
      REPORT,
      "prices do not change overnight by the ratio of a split",
      "splits that nobody adjusted for, read as crashes",
      new RuleParameter("tolerance", 0.04, "how far from the ratio the open may be, as a share"),
      new RuleParameter("moves", 6, "usual moves that it must be apart from them")),
  /** No change of unit. */
  UNIT_CHANGE(
      Subject.BARS,
      ERROR,
      REPORT,
      "prices do not change by a power of ten",
      "pence read as pounds, shifted decimals",
      new RuleParameter("tolerance", 0.2, "how far from the power, as a share")),
  /** No volume far beyond the usual. */
  VOLUME_SPIKE(
      Subject.BARS,
      INFO,
      REPORT,
      "no volume is many times the usual one",
      "lots read as shares, a day's total in one bar",
      new RuleParameter("deviations", 7, "usual deviations of log volume from its median"),
      new RuleParameter("factor", 20, "how many times the usual volume at least"),
      new RuleParameter("window", 60, "bars before and after that say what is usual")),
  /** Bars with volume have changing closes. */
  STALE_PRICE(
      Subject.BARS,
      WARNING,
      REPORT,
      "closes move while there is volume",
      "a feed that repeats its last price",
      new RuleParameter("bars", 5, "bars from which a run counts, if it is also improbable"),
      new RuleParameter("probability", 0.001, "how probable a run may be in the whole series")),
  /** Bars with volume have a range. */
  FLAT_BARS(
      Subject.BARS,
      WARNING,
      REPORT,
      "bars with volume have a range",
      "closes filled into all four prices",
      new RuleParameter("bars", 5, "bars from which a run counts, if it is also improbable"),
      new RuleParameter("probability", 0.001, "how probable a run may be in the whole series")),
  /** Bars have volume. */
  ZERO_VOLUME(
      Subject.BARS,
      WARNING,
      REPORT,
      "an instrument that trades has volume",
      "bars made up to fill a gap",
      new RuleParameter("bars", 3, "bars from which a run counts, if it is also improbable"),
      new RuleParameter("probability", 0.001, "how probable a run may be in the whole series")),
  /** Volumes differ. */
  CONSTANT_VOLUME(
      Subject.BARS,
      WARNING,
      REPORT,
      "successive volumes differ",
      "placeholders in the volume column",
      new RuleParameter("bars", 4, "bars from which a run counts, if it is also improbable"),
      new RuleParameter("probability", 0.001, "how probable a run may be in the whole series")),
  /** No bar is the one before it again. */
  REPEATED_BAR(
      Subject.BARS,
      WARNING,
      REPORT,
      "no bar with at least half the usual volume has all the numbers of the one before it",
      "gaps filled with the bar before"),
  /** No block occurs twice. */
  REPEATED_BLOCK(
      Subject.BARS,
      ERROR,
      REPORT,
      "no run of bars occurs twice",
      "a day pasted over another one",
      new RuleParameter("bars", 4, "bars from which a repeated run counts")),
  /** Prices lie on the tick. */
  TICK_SIZE(
      Subject.ANY,
      WARNING,
      REPORT,
      "prices are multiples of the tick, if it is told",
      "adjusted, averaged or mid prices taken for trades"),
  /** Prices have as many decimals as usual. */
  PRECISION(
      Subject.BARS,
      INFO,
      REPORT,
      "prices have no more decimals than the series' other prices",
      "interpolated rows, and prices that went through single precision",
      new RuleParameter("decimals", 3, "decimals more than 99 % of bars have")),
  /** The average price is one of the period's. */
  VWAP_OUTSIDE(
      Subject.BARS,
      WARNING,
      REPORT,
      "the average price lies within low and high",
      "averages of another period",
      new RuleParameter("tolerance", 0.0001, "how far outside, as a share of the price")),
  /** Volume and number of trades agree. */
  TRADE_COUNT(
      Subject.BARS,
      WARNING,
      REPORT,
      "there are trades where there is volume, and volume where there are trades",
      "columns of different bars"),
  /** Sizes are positive. */
  TRADE_SIZE(
      Subject.TICKS,
      ERROR,
      QUARANTINE,
      "the size of a trade is above zero, that of a quote at least zero",
      "cancelled trades that count as volume"),
  /** No tick occurs twice. */
  DUPLICATE_TICK(
      Subject.TICKS,
      WARNING,
      REPORT,
      "no record occurs twice: with sequence numbers, none comes again; without, no quote does",
      "volume counted twice after a reconnect"),
  /** Sequence numbers have no gaps. */
  SEQUENCE_GAP(
      Subject.TICKS,
      WARNING,
      REPORT,
      "sequence numbers rise by one",
      "lost messages: a book built from the rest is wrong"),
  /** No bid is above the ask. */
  CROSSED_QUOTE(
      Subject.TICKS,
      WARNING,
      QUARANTINE,
      "the bid is below the ask",
      "arbitrage that is only a late quote"),
  /** No bid stays at the ask. */
  LOCKED_QUOTE(
      Subject.TICKS,
      WARNING,
      REPORT,
      "the bid does not stay at the ask",
      "spreads of zero that make trading look free",
      new RuleParameter("quotes", 5, "successive locked quotes from which a run counts")),
  /** Quotes are renewed. */
  STALE_QUOTE(
      Subject.TICKS,
      WARNING,
      REPORT,
      "quotes are renewed while the market is open",
      "orders priced on a quote that is gone",
      new RuleParameter("seconds", 60, "the longest time between quotes"),
      new RuleParameter("times", 50, "how many times the usual time between quotes at least")),
  /** Spreads are as usual. */
  WIDE_SPREAD(
      Subject.TICKS,
      WARNING,
      REPORT,
      "no spread is many times the usual one",
      "stub quotes taken for a market",
      new RuleParameter("times", 20, "how many times the usual spread"),
      new RuleParameter("share", 0.001, "how wide at least, as a share of the bid"),
      new RuleParameter("window", 100, "quotes before and after that say what is usual")),
  /** Somebody stands behind a quoted price. */
  ZERO_SIZE(
      Subject.TICKS, WARNING, REPORT, "a quoted price has a size", "prices at which nobody trades"),
  /** Trades happen within the quote. */
  TRADE_THROUGH(
      Subject.TICKS,
      WARNING,
      REPORT,
      "trades happen at or between the quotes in force",
      "trades and quotes on different clocks",
      new RuleParameter("share", 0.002, "how far outside, as a share of the price")),
  /** Levels are in order. */
  BOOK_ORDER(
      Subject.TICKS,
      ERROR,
      QUARANTINE,
      "bids fall and asks rise from level to level",
      "books that were patched after a lost message"),
  /** Two symbols have different prices. */
  IDENTICAL_SERIES(
      Subject.PANEL,
      ERROR,
      REPORT,
      "no two symbols have the same closes",
      "one file under two names: a pair that looks like a sure thing",
      new RuleParameter("share", 0.95, "share of common bars with the same close"),
      new RuleParameter("bars", 20, "common bars that are needed")),
  /** A symbol moves with the others. */
  CROSS_SYMBOL(
      Subject.PANEL,
      WARNING,
      REPORT,
      "no symbol moves far away from the median of all and comes back",
      "bad prices on days when everything moves, and good prices on days when it does not",
      new RuleParameter("moves", 8, "usual distances from the median move"),
      new RuleParameter("symbols", 5, "symbols that are needed"),
      new RuleParameter("share", 0.03, "how far at least, as a share of the price")),
  /** Sessions are there for all. */
  SESSION_MISSING(
      Subject.PANEL,
      WARNING,
      REPORT,
      "a bar that most symbols have is there for all that are listed",
      "rankings of those whose file was complete",
      new RuleParameter("share", 0.5, "share of listed symbols that makes most"),
      new RuleParameter("symbols", 3, "symbols that are needed")),
  /** Stamps are common. */
  LONE_STAMP(
      Subject.PANEL,
      WARNING,
      REPORT,
      "no symbol has bars at times when no other has",
      "holidays and zones read differently for one symbol",
      new RuleParameter("symbols", 3, "listed symbols that are needed")),
  /** Two sources of a symbol agree. */
  SOURCE_DISAGREEMENT(
      Subject.PANEL,
      WARNING,
      REPORT,
      "two sources of one symbol have the same closes",
      "trusting the wrong one",
      new RuleParameter("share", 0.005, "how far apart closes may be, as a share of the price"));

  /** What a rule judges. */
  public enum Subject {
    /** Bars as well as ticks. */
    ANY,
    /** The bars of one symbol. */
    BARS,
    /** Trades, quotes and books. */
    TICKS,
    /** Several series beside each other. */
    PANEL
  }

  private final Subject subject;
  private final Severity severity;
  private final RuleAction action;
  private final String description;
  private final String protects;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
  private final List<RuleParameter> parameters;

  QualityRule(
      Subject subject,
      Severity severity,
      RuleAction action,
      String description,
      String protects,
      RuleParameter... parameters) {
    this.subject = subject;
    this.severity = severity;
    this.action = action;
    this.description = description;
    this.protects = protects;
    this.parameters = List.of(parameters);
  }

  /** Returns what the rule judges. */
  public Subject subject() {
    return subject;
  }

  /** Returns how bad it is to break the rule, unless told otherwise. */
  public Severity severity() {
    return severity;
  }

  /** Returns what is done about it, unless told otherwise. */
  public RuleAction action() {
    return action;
  }

  /** Returns what the rule asks for. */
  public String description() {
    return description;
  }

  /** Returns what the rule keeps from happening. */
  public String protects() {
    return protects;
  }

  /** Returns the numbers by which the rule can be tuned. */
  public List<RuleParameter> parameters() {
    return parameters;
  }

  /** Returns the position of a parameter; fails if there is none of that name. */
  int parameter(String name) {
    for (int p = 0; p < parameters.size(); p++) {
      if (parameters.get(p).name().equals(name)) {
        return p;
      }
    }
    throw new IllegalArgumentException(
        "parameter of %s must be one of %s, was '%s'"
            .formatted(this, parameters.stream().map(RuleParameter::name).toList(), name));
  }
}
