package io.quantkit.core.ledger;

/** Which lots of a position are closed first. */
public enum LotMethod {
  /** The oldest first. */
  FIFO,
  /** The youngest first. */
  LIFO
}
