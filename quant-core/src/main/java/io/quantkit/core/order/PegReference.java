package io.quantkit.core.order;

/** What the price of a {@linkplain OrderTerms.Peg pegged} order follows. */
public enum PegReference {
  /** The best price on the order's own side: the bid for a buy. */
  PRIMARY,
  /** The middle between bid and ask. */
  MIDPOINT,
  /** The best price on the other side: the ask for a buy. */
  MARKET
}
