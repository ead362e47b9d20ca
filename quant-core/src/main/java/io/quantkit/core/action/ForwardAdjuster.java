package io.quantkit.core.action;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.EpochNanos;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adjusts one series forwards, bar by bar, by nothing but what is known when a bar is: the first
 * bar stays as it is, later ones are brought to its scale. A value once given never changes.
 *
 * <p>An action must be known by the end of the first bar from its ex time on. Later it would have
 * to change what was given already, and {@link #next} throws instead. Belongs to one thread.
 */
public final class ForwardAdjuster {
  private final PriceAdjuster adjuster;
  private final Symbol symbol;
  private final Set<CorporateAction> done = new HashSet<>();
  private List<CorporateAction> pending = List.of();
  private long nextKnowledge = Long.MIN_VALUE;
  private double priceScale = 1;
  private double volumeScale = 1;
  private boolean started;
  private long lastStart;
  private double lastClose;

  ForwardAdjuster(PriceAdjuster adjuster, Symbol symbol) {
    this.adjuster = adjuster;
    this.symbol = symbol;
  }

  /** Returns what the prices of the latest bar were multiplied by; 1 before the first. */
  public double priceScale() {
    return priceScale;
  }

  /** Returns what the volume of the latest bar was multiplied by; 1 before the first. */
  public double volumeScale() {
    return volumeScale;
  }

  /**
   * Returns the next bar on the scale of the first.
   *
   * @param raw the next bar as it was traded
   * @throws DataValidationException if an action became known too late or was corrected after it
   *     was allowed for, happens within the bar, is a dividend not below the close before it, or if
   *     prices seem adjusted already
   */
  public Bar next(Bar raw) {
    if (started && raw.start() <= lastStart) {
      throw new IllegalArgumentException(
          "bars must come oldest first, was "
              + EpochNanos.toInstant(raw.start())
              + " after "
              + EpochNanos.toInstant(lastStart));
    }
    learn(raw);
    List<CorporateAction> group = new ArrayList<>();
    List<CorporateAction> left = new ArrayList<>();
    for (CorporateAction action : pending) {
      if (action.eventTime() > raw.start()) {
        PriceAdjuster.requireBetweenBars(raw.start(), raw.knownAt(), action);
        left.add(action);
      } else {
        done.add(action);
        group.add(action);
      }
    }
    pending = left;
    if (started && !group.isEmpty()) {
      Factors factors = adjuster.factors(group, lastClose, raw.close(), raw.open());
      priceScale /= factors.price();
      volumeScale /= factors.volume();
    }
    started = true;
    lastStart = raw.start();
    lastClose = raw.close();
    return new Bar(
        raw.start(),
        raw.knownAt(),
        raw.open() * priceScale,
        raw.high() * priceScale,
        raw.low() * priceScale,
        raw.close() * priceScale,
        raw.volume() * volumeScale,
        raw.vwap() * priceScale,
        raw.trades());
  }

  /** Looks up what became known since the last bar. */
  private void learn(Bar raw) {
    if (raw.knownAt() < nextKnowledge) {
      return;
    }
    List<CorporateAction> ahead = new ArrayList<>();
    for (CorporateAction action : adjuster.actions().of(symbol, raw.knownAt())) {
      if (!started || action.eventTime() > lastStart) {
        ahead.add(action);
      } else if (!done.contains(action)) {
        throw new DataValidationException(
            symbol.value(),
            ("action %s of %s became known at %s, after a bar from its ex time %s on was adjusted;"
                    + " begin again, or adjust backwards")
                .formatted(
                    action.id(),
                    symbol,
                    EpochNanos.toInstant(action.knownAt()),
                    EpochNanos.toInstant(action.eventTime())));
      }
    }
    pending = ahead;
    nextKnowledge = adjuster.actions().nextKnownAfter(raw.knownAt());
  }
}
