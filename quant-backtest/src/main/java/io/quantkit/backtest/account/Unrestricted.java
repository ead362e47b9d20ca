package io.quantkit.backtest.account;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import java.util.Optional;

/**
 * An account that may spend more than it has, and that may sell short or not. Its buying power is
 * its cash, for information.
 *
 * @param shorting whether positions may become negative, without limit
 */
public record Unrestricted(boolean shorting) implements AccountModel {

  /** No short positions. */
  public static final Unrestricted LONG_ONLY = new Unrestricted(false);

  /** Long and short positions. */
  public static final Unrestricted LONG_SHORT = new Unrestricted(true);

  @Override
  public BrokerAccount open(AccountOpening opening) {
    return new RunningAccount(opening, new Rules(shorting));
  }

  private record Rules(boolean shorting) implements AccountRules {

    @Override
    public Optional<String> refusal(
        RunningAccount account, int symbol, Side side, Decimal quantity, Decimal price, long time) {
      return shorting || side == Side.BUY ? Optional.empty() : account.uncovered(symbol, quantity);
    }

    @Override
    public Decimal buyingPower(RunningAccount account) {
      return account.cash().max(Decimal.ZERO);
    }
  }
}
