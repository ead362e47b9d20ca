package io.quantkit.core.order;

/** How long an order stands. Each broker declares which of these it takes. */
public enum TimeInForce {
  /** Until the end of the trading day. */
  DAY,
  /** Until it is cancelled. */
  GTC,
  /** At once and as far as possible; the rest is cancelled. */
  IOC,
  /** At once and in full, or not at all. */
  FOK,
  /** In the opening auction only. */
  OPG,
  /** In the closing auction only. */
  CLS,
  /** Until the time that the {@linkplain OrderInstructions#expiresAt instructions} tell. */
  GTD
}
