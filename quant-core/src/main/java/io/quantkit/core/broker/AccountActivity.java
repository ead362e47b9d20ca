package io.quantkit.core.broker;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.util.Objects;
import java.util.Optional;

/**
 * Money that a broker credits or charges outside of any execution.
 *
 * @param kind what it is for
 * @param id the broker's identifier, unique in the account
 * @param time when it is booked, in epoch nanoseconds
 * @param amount how much the account receives; negative if it is charged
 * @param symbol the instrument it concerns, empty if it concerns the account
 * @param description in words, with the rate and the amount it was computed from
 */
public record AccountActivity(
    Kind kind, String id, long time, Decimal amount, Optional<Symbol> symbol, String description) {

  /** What money is credited or charged for. */
  public enum Kind {
    /** Interest on cash, received. */
    CASH_INTEREST,
    /** Interest on borrowed cash, paid. */
    MARGIN_INTEREST,
    /** The fee for borrowing shares that were sold short. */
    BORROW_FEE,
    /** Anything else that is charged or given back. */
    FEE
  }

  public AccountActivity {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(description, "description");
    if (id.isEmpty()) {
      throw new IllegalArgumentException("id of an account activity must not be empty");
    }
  }
}
