package io.quantkit.backtest;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.strategy.Strategy;
import java.util.Objects;

/**
 * A strategy with a part of the account's cash, when several trade one account.
 *
 * @param name its name, unlike those of the others
 * @param strategy a strategy in its initial state; it belongs to one run
 * @param cash the cash it trades with, at least 0
 */
public record Sleeve(String name, Strategy strategy, Decimal cash) {
  public Sleeve {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(strategy, "strategy");
    if (cash.isNegative()) {
      throw new IllegalArgumentException(
          "cash of strategy %s must not be negative, was %s".formatted(name, cash));
    }
  }
}
