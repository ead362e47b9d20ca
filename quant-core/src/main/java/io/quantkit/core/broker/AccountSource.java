package io.quantkit.core.broker;

import io.quantkit.core.error.BrokerConnectionException;

/** Tells the state of an account. */
@FunctionalInterface
public interface AccountSource {

  /**
   * Returns the account as it is now.
   *
   * @throws BrokerConnectionException if the broker cannot be asked
   */
  AccountSnapshot account();
}
