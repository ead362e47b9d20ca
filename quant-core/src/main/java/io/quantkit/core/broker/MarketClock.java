package io.quantkit.core.broker;

import io.quantkit.core.error.BrokerConnectionException;

/** Tells the time and the session as a broker sees them. */
@FunctionalInterface
public interface MarketClock {

  /**
   * Returns the market's status now.
   *
   * @throws BrokerConnectionException if the broker cannot be asked
   */
  MarketStatus status();
}
