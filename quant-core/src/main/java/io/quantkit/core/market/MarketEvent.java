package io.quantkit.core.market;

import java.util.List;

/**
 * Something that happens to companies or the economy: earnings, a takeover bid, a rate decision.
 *
 * <p>A scheduled event is known before it happens; its outcome is another record with the same id
 * and a later {@code knownAt}.
 *
 * @param eventTime when it happens, in epoch nanoseconds UTC
 * @param knownAt when this was known of it, in epoch nanoseconds UTC
 * @param id the source's name for it, the same for all that becomes known of it, not empty
 * @param kind what it is, such as {@code EARNINGS}, {@code MERGER} or {@code CPI}, not empty
 * @param title what happens, in words
 * @param symbols the instruments it concerns, none if it concerns the market
 * @param expected what was expected in numbers, {@code NaN} if it is no number or nobody tells
 * @param actual what came out in numbers, {@code NaN} before it happened or if it is no number
 */
public record MarketEvent(
    long eventTime,
    long knownAt,
    String id,
    String kind,
    String title,
    List<Symbol> symbols,
    double expected,
    double actual)
    implements MarketRecord {

  /**
   * Creates an event.
   *
   * @throws IllegalArgumentException if it has no id or kind, or an outcome that is known before it
   *     happens
   */
  public MarketEvent {
    if (id.isBlank() || kind.isBlank()) {
      throw new IllegalArgumentException("id and kind must not be empty");
    }
    if (!Double.isNaN(actual) && knownAt < eventTime) {
      throw new IllegalArgumentException(
          "outcome of %s must not be known before it happens, was %d < %d"
              .formatted(id, knownAt, eventTime));
    }
    symbols = List.copyOf(symbols);
  }
}
