package io.quantkit.core.order;

/** How the orders of one submission hang together. */
public enum OrderClass {
  /** One order on its own. */
  SIMPLE,
  /**
   * An entry and two exits, a take-profit and a stop-loss, that begin to work once the entry is
   * filled in full. When one exit is filled the other is cancelled.
   */
  BRACKET,
  /** Two exits, a take-profit limit and a stop-loss: what one fills the other loses. */
  OCO,
  /** An entry and one exit that begins to work once the entry is filled in full. */
  OTO
}
