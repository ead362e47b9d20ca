package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.BookSnapshot;

/**
 * The mutable state of one running {@link OrderFlowFeature}. Belongs to one thread.
 *
 * <p>Events come in the order in which they became known. They are events of the core's records, so
 * prices and sizes are those that {@link io.quantkit.core.market.Trade}, {@link
 * io.quantkit.core.market.Quote} and {@link BookSnapshot} allow. Nothing is allocated per event,
 * except that a window of time grows when more falls into it than ever before.
 */
public interface OrderFlowKernel {

  /**
   * Consumes an execution; ignored unless the feature reads trades.
   *
   * @param eventTime when it happened, in epoch nanoseconds
   * @param knownAt when it became known, not before the event before
   * @param price per unit
   * @param size the units
   * @param aggressor who crossed the spread
   */
  default void trade(long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
    advance(knownAt);
  }

  /**
   * Consumes a change of the best prices; ignored unless the feature reads quotes.
   *
   * @param eventTime since when it stands, in epoch nanoseconds
   * @param knownAt when it became known, not before the event before
   * @param bid the highest price to buy at, {@code NaN} if there is none
   * @param bidSize the units wanted at the bid
   * @param ask the lowest price to sell at, {@code NaN} if there is none
   * @param askSize the units offered at the ask
   */
  default void quote(
      long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
    advance(knownAt);
  }

  /** Consumes the state of the book; ignored unless the feature reads books. */
  default void book(BookSnapshot book) {
    advance(book.knownAt());
  }

  /**
   * Tells that a time has come and that nothing unknown happened before it. Windows of time move on
   * and what was waiting for it becomes known. How often this is called changes no later number.
   *
   * @param knownAt in epoch nanoseconds, not before the last event
   */
  void advance(long knownAt);

  /**
   * Returns an output as of the last event or time, {@code NaN} if there is none.
   *
   * @param output a position in {@link OrderFlowFeature#outputs()}
   */
  double value(int output);

  /**
   * Returns a kernel in exactly this state that goes on independently: a snapshot to restore from.
   */
  OrderFlowKernel copy();
}
