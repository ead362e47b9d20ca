package io.quantkit.core.action;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes adjusted prices and volumes of raw ones.
 *
 * <p>Adjusted backwards, the latest prices are what the market shows and earlier ones are scaled;
 * {@link #asOf} does so with the bars known, and the actions both known and past their ex time, at
 * the time of the question: whatever becomes known later changes nothing of the answer. Adjusted
 * forwards, by {@link #start}, the first price is what the market showed and later ones are scaled,
 * so that no value ever changes. Returns are the same both ways. {@link Adjustment} has the
 * formulas.
 *
 * <p>Bars must be raw: where the number of shares at least doubles or halves and the price moved as
 * if it had not, a {@link DataValidationException} says so, which also refuses adjusting for a
 * split twice; {@link #unchecked} turns that off. Actions must happen between bars: adjust first,
 * aggregate to weeks then. Whoever has bars of pre-market hours states ex times before these begin.
 *
 * @param actions what happened
 * @param adjustment what to allow for
 * @param checked whether prices are checked for being raw
 */
public record PriceAdjuster(CorporateActions actions, Adjustment adjustment, boolean checked) {

  /** Returns an adjuster that checks that prices are raw. */
  public static PriceAdjuster of(CorporateActions actions, Adjustment adjustment) {
    return new PriceAdjuster(actions, adjustment, true);
  }

  /** Returns this adjuster without the check that prices are raw. */
  public PriceAdjuster unchecked() {
    return new PriceAdjuster(actions, adjustment, false);
  }

  /**
   * Returns the bars known at a time, adjusted for what was known and had happened by then.
   *
   * @param raw bars as they were traded; its symbol's former names are followed
   * @param asOf the time of the question, in epoch nanoseconds UTC
   * @throws DataValidationException if an action happens within a bar, a dividend is not below the
   *     close before it, or prices seem adjusted already
   */
  public AdjustedSeries asOf(BarSeries raw, long asOf) {
    return adjusted(raw.knownBy(asOf), asOf);
  }

  /**
   * Returns all bars adjusted for every action of the table, as today's charts show them. Every
   * price knows the actions after it: good to look at, wrong to decide on; prices by which anything
   * is decided or tested come from {@link #asOf}.
   *
   * @param raw bars as they were traded
   */
  public AdjustedSeries forCharts(BarSeries raw) {
    return adjusted(raw, Long.MAX_VALUE);
  }

  /** Begins to adjust the bars of an instrument forwards, one by one. */
  public ForwardAdjuster start(Symbol symbol) {
    return new ForwardAdjuster(this, symbol);
  }

  /** Returns the bars adjusted forwards: what {@link #start} makes of each in turn. */
  public BarSeries forward(BarSeries raw) {
    ForwardAdjuster adjuster = start(raw.symbol());
    BarSeries.Builder bars = BarSeries.builder(raw.symbol(), raw.timeframe()).reserve(raw.size());
    for (int i = 0; i < raw.size(); i++) {
      bars.add(adjuster.next(raw.bar(i)));
    }
    return bars.build();
  }

  private AdjustedSeries adjusted(BarSeries raw, long asOf) {
    int bars = raw.size();
    double[] prices = new double[bars + 1];
    double[] volumes = new double[bars + 1];
    Arrays.fill(prices, 1);
    Arrays.fill(volumes, 1);
    List<CorporateAction> group = new ArrayList<>();
    int groupAt = 0;
    for (CorporateAction action : actions.of(raw.symbol(), asOf)) {
      if (action.eventTime() > asOf) {
        break;
      }
      int at = raw.between(Long.MIN_VALUE, action.eventTime()).size();
      if (at != groupAt) {
        close(raw, group, groupAt, prices, volumes);
        groupAt = at;
      }
      if (at > 0) {
        requireBetweenBars(raw.start(at - 1), raw.knownAt(at - 1), action);
        group.add(action);
      }
    }
    close(raw, group, groupAt, prices, volumes);
    double price = 1;
    double volume = 1;
    for (int i = bars - 1; i >= 0; i--) {
      price *= prices[i + 1];
      volume *= volumes[i + 1];
      prices[i + 1] = price;
      volumes[i + 1] = volume;
    }
    return new AdjustedSeries(
        raw,
        adjustment,
        asOf,
        Arrays.copyOfRange(prices, 1, bars + 1),
        Arrays.copyOfRange(volumes, 1, bars + 1));
  }

  /** Sets the factors of the actions before a bar and begins the next group. */
  private void close(
      BarSeries raw, List<CorporateAction> group, int at, double[] prices, double[] volumes) {
    if (group.isEmpty()) {
      return;
    }
    boolean followed = at < raw.size();
    double before = raw.close(at - 1);
    double after = followed ? raw.close(at) : Double.NaN;
    Factors factors = factors(group, before, after, followed ? raw.open(at) : Double.NaN);
    prices[at] = factors.price();
    volumes[at] = factors.volume();
    group.clear();
  }

  Factors factors(List<CorporateAction> group, double before, double after, double open) {
    if (checked) {
      String symbol = group.get(0).symbol().value();
      Factors.requireJump(symbol, group, before, Double.isNaN(open) ? after : open);
    }
    return Factors.of(adjustment, group, before, after);
  }

  static void requireBetweenBars(long start, long knownAt, CorporateAction action) {
    if (start < action.eventTime() && action.eventTime() < knownAt) {
      throw new DataValidationException(
          action.symbol().value(),
          "action %s of %s must happen between bars, its ex time %s is within the one from %s to %s"
              .formatted(
                  action.id(),
                  action.symbol(),
                  EpochNanos.toInstant(action.eventTime()),
                  EpochNanos.toInstant(start),
                  EpochNanos.toInstant(knownAt)));
    }
  }
}
