package io.quantkit.core.quality;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Quantiles;
import io.quantkit.core.time.EpochNanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judges the live bars and quotes of one instrument as they come, by what came before them alone.
 *
 * <p>Of bars it judges {@link QualityRule#TIME_ORDER}, {@link QualityRule#DUPLICATE_BAR}, {@link
 * QualityRule#CLOCK_SKEW}, {@link QualityRule#JUMP}, {@link QualityRule#RANGE_SPIKE}, {@link
 * QualityRule#STALE_PRICE} and {@link QualityRule#ZERO_VOLUME}; of quotes order, {@link
 * QualityRule#CROSSED_QUOTE}, {@link QualityRule#LOCKED_QUOTE}, {@link QualityRule#ZERO_SIZE} and
 * {@link QualityRule#WIDE_SPREAD}. Whether a jump is a bad tick shows only with the next bar, so
 * live it is a jump. What is usual is the median of the last {@code window} bars or quotes of the
 * rule; as long as there are fewer than 20, nothing counts as unusual. A run is named once, when it
 * reaches the length of the rule.
 *
 * <p>Belongs to one thread.
 */
public final class QualityMonitor {
  private final Symbol symbol;
  private final QualityRules rules;
  private final Trailing moves;
  private final Trailing ranges;
  private final Trailing spreads;
  private long barStart = Long.MIN_VALUE;
  private long quoteTime = Long.MIN_VALUE;
  private double close = Double.NaN;
  private int stale = 1;
  private int empty;
  private int locked;
  private int row;

  /** Starts without a past. */
  public QualityMonitor(Symbol symbol, QualityRules rules) {
    this.symbol = symbol;
    this.rules = rules;
    moves = new Trailing(rules.value(QualityRule.JUMP, "window"));
    ranges = new Trailing(rules.value(QualityRule.RANGE_SPIKE, "window"));
    spreads = new Trailing(rules.value(QualityRule.WIDE_SPREAD, "window"));
  }

  /**
   * Judges the next bar.
   *
   * @param receivedAt when it came, in epoch nanoseconds
   * @return what is wrong with it, empty if nothing is
   */
  public List<Finding> bar(Bar bar, long receivedAt) {
    List<Finding> found = new ArrayList<>();
    if (bar.start() <= barStart) {
      boolean again = bar.start() == barStart;
      add(
          found,
          again ? QualityRule.DUPLICATE_BAR : QualityRule.TIME_ORDER,
          bar.start(),
          "a bar must start after the one before it, at " + EpochNanos.toInstant(barStart));
      row++;
      return found;
    }
    barStart = bar.start();
    judgeDelay(found, bar, receivedAt);
    judgeMove(found, bar);
    judgeRange(found, bar);
    empty = bar.volume() == 0 ? empty + 1 : 0;
    if (empty > 0 && empty == (int) rules.value(QualityRule.ZERO_VOLUME, "bars")) {
      add(found, QualityRule.ZERO_VOLUME, bar.start(), empty + " bars in a row have no volume");
    }
    close = bar.close();
    row++;
    return found;
  }

  private void judgeDelay(List<Finding> found, Bar bar, long receivedAt) {
    double late = (receivedAt - bar.knownAt()) / 1e9;
    if (late < 0 || late > rules.value(QualityRule.CLOCK_SKEW, "seconds")) {
      add(
          found,
          QualityRule.CLOCK_SKEW,
          bar.start(),
          String.format(Locale.ROOT, "came %.3f seconds after its end", late));
    }
  }

  private void judgeMove(List<Finding> found, Bar bar) {
    if (Double.isNaN(close)) {
      return;
    }
    double move = StrictMath.log(bar.close() / close);
    double limit = rules.value(QualityRule.JUMP, "moves") * LocalScale.NORMAL * moves.median();
    if (Math.abs(move) > limit && Math.abs(move) > rules.value(QualityRule.JUMP, "share")) {
      add(
          found,
          QualityRule.JUMP,
          bar.start(),
          String.format(
              Locale.ROOT,
              "a close must move by less than %.2f %%, moved by %+.2f %%",
              100 * limit,
              100 * move));
    }
    moves.add(Math.abs(move));
    stale = bar.close() == close && !(bar.volume() == 0) ? stale + 1 : 1;
    if (stale > 1 && stale == (int) rules.value(QualityRule.STALE_PRICE, "bars")) {
      add(found, QualityRule.STALE_PRICE, bar.start(), stale + " closes in a row are the same");
    }
  }

  private void judgeRange(List<Finding> found, Bar bar) {
    if (Double.isNaN(bar.high()) || Double.isNaN(bar.low())) {
      return;
    }
    double range = StrictMath.log(bar.high() / bar.low());
    double limit = rules.value(QualityRule.RANGE_SPIKE, "ranges") * ranges.median();
    if (range > limit && range > rules.value(QualityRule.RANGE_SPIKE, "share")) {
      add(
          found,
          QualityRule.RANGE_SPIKE,
          bar.start(),
          String.format(
              Locale.ROOT,
              "a range must be less than %.2f %%, was %.2f %%",
              100 * limit,
              100 * range));
    }
    ranges.add(range);
  }

  /**
   * Judges the next quote.
   *
   * @return what is wrong with it, empty if nothing is
   */
  public List<Finding> quote(Quote quote) {
    List<Finding> found = new ArrayList<>();
    long time = quote.eventTime();
    if (time < quoteTime) {
      add(found, QualityRule.TIME_ORDER, time, "quotes must come oldest first");
    }
    quoteTime = Math.max(quoteTime, time);
    if (quote.crossed()) {
      add(
          found,
          QualityRule.CROSSED_QUOTE,
          time,
          "the bid must be below the ask, were %s and %s".formatted(quote.bid(), quote.ask()));
    }
    locked = quote.locked() ? locked + 1 : 0;
    if (locked > 0 && locked == (int) rules.value(QualityRule.LOCKED_QUOTE, "quotes")) {
      add(found, QualityRule.LOCKED_QUOTE, time, locked + " quotes in a row are locked");
    }
    if ((quote.bid() > 0 && quote.bidSize() == 0) || (quote.ask() > 0 && quote.askSize() == 0)) {
      add(found, QualityRule.ZERO_SIZE, time, "a quoted price must have a size");
    }
    double limit = rules.value(QualityRule.WIDE_SPREAD, "times") * spreads.median();
    double least = rules.value(QualityRule.WIDE_SPREAD, "share") * quote.bid();
    if (quote.spread() > limit && quote.spread() > least) {
      add(
          found,
          QualityRule.WIDE_SPREAD,
          time,
          "the spread must be less than %s, was %s".formatted(limit, quote.spread()));
    }
    if (quote.spread() >= 0) {
      spreads.add(quote.spread());
    }
    row++;
    return found;
  }

  private void add(List<Finding> found, QualityRule rule, long time, String message) {
    if (rules.applies(rule)) {
      found.add(
          new Finding(
              symbol, rule, rules.severity(rule), rules.action(rule), time, row, 1, message));
    }
  }

  /** The last few sizes. */
  private static final class Trailing {
    private static final int LEAST = 20;

    private final double[] ring;
    private final double[] scratch;
    private int count;

    Trailing(double window) {
      ring = new double[Math.max(LEAST, (int) window)];
      scratch = new double[ring.length];
    }

    void add(double value) {
      ring[count++ % ring.length] = value;
      if (count == 2 * ring.length) {
        count = ring.length;
      }
    }

    /** Returns the median, {@code NaN} as long as there are too few. */
    double median() {
      int n = Math.min(count, ring.length);
      if (n < LEAST) {
        return Double.NaN;
      }
      System.arraycopy(ring, 0, scratch, 0, n);
      return Quantiles.linearInPlace(scratch, 0, n, 0.5);
    }
  }
}
