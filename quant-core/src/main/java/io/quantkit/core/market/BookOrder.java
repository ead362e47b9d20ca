package io.quantkit.core.market;

import java.util.Objects;

/**
 * What happens to one order of an order book: the finest data that a venue publishes, market by
 * order. Whoever hears all of it knows the queue at every price.
 *
 * <p>An order that loses its place, because its price changes or its size grows, is taken out and
 * added again. An execution takes units out of a resting order; the aggressor is on the other side
 * and is not itself an order of the book.
 *
 * @param eventTime when it happened, in epoch nanoseconds UTC
 * @param knownAt when it was received or published, in epoch nanoseconds UTC
 * @param kind what happens
 * @param orderId the venue's number of the order, unique as long as the order rests
 * @param buy whether the order buys
 * @param price of the order, positive and finite
 * @param size the units that are added, taken out or executed, positive and finite
 */
public record BookOrder(
    long eventTime, long knownAt, Kind kind, long orderId, boolean buy, double price, double size)
    implements MarketRecord {

  /** What happens to an order. */
  public enum Kind {
    /** It joins the end of the queue at its price. */
    ADD,
    /** Units of it are taken out by its owner; the rest keeps its place. */
    CANCEL,
    /** Units of it are executed. */
    EXECUTE
  }

  /**
   * Creates an event.
   *
   * @throws IllegalArgumentException if it is known before it happened, or price or size is not
   *     positive and finite
   */
  public BookOrder {
    Objects.requireNonNull(kind, "kind");
    if (knownAt < eventTime) {
      throw new IllegalArgumentException(
          "knownAt must not be before eventTime, was " + knownAt + " < " + eventTime);
    }
    String fault = Trade.fault(price, size);
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException(fault);
    }
  }
}
