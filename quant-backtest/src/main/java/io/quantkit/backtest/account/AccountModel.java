package io.quantkit.backtest.account;

/** Says what a broker allows an account to do. Immutable, and safe to share between backtests. */
@FunctionalInterface
public interface AccountModel {

  /**
   * Opens the account of one run.
   *
   * @param opening what the account begins with
   */
  BrokerAccount open(AccountOpening opening);
}
