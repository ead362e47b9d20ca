package io.quantkit.core.order;

/**
 * Where an order stands. Every status of every venue is told as one of these: what a venue calls
 * new, pending, held, suspended, stopped or done for the day is {@link #ACCEPTED}, or {@link
 * #PARTIALLY_FILLED} after a fill; an order that was replaced by another is {@link #CANCELED}.
 *
 * <p>{@link Order} holds the table of what may follow what.
 */
public enum OrderStatus {
  /** It exists here only; no broker has been told. */
  CREATED,
  /** It was handed to the broker, who has not answered yet. */
  SUBMITTED,
  /** The broker's answer was lost: the order may or may not exist there, and may be filled. */
  UNCONFIRMED,
  /** The broker has it. */
  ACCEPTED,
  /** Some of it was executed and the rest stands. */
  PARTIALLY_FILLED,
  /** Its cancellation was asked for; until that is answered it may be filled. */
  PENDING_CANCEL,
  /** All of it was executed. */
  FILLED,
  /** What was not executed was cancelled, or replaced by another order. */
  CANCELED,
  /** What was not executed has run out of time. */
  EXPIRED,
  /** A check, the broker or the venue refused it; nothing was executed. */
  REJECTED;

  /** Returns whether the order is done: nothing more is expected to be executed. */
  public boolean terminal() {
    return compareTo(FILLED) >= 0;
  }

  /** Returns whether the order was handed to a broker and may be executed for all that is known. */
  public boolean working() {
    return this != CREATED && !terminal();
  }
}
