package io.quantkit.backtest.account;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells how many units can be borrowed to be sold short. Immutable. */
@FunctionalInterface
public interface Locates {

  /** As many as anybody wants. */
  Locates UNLIMITED = (symbol, date) -> Decimal.of(999_999_999_999_999_999L);

  /** None of anything. */
  Locates NONE = (symbol, date) -> Decimal.ZERO;

  /**
   * Returns how many units an account can have borrowed altogether, at least 0.
   *
   * @param date the session's date
   */
  Decimal available(Symbol symbol, LocalDate date);

  /** Returns fixed numbers of units; none of a symbol that is not told. */
  static Locates of(Map<Symbol, Decimal> units) {
    Map<Symbol, Decimal> copy = new LinkedHashMap<>(units);
    return (symbol, date) -> copy.getOrDefault(symbol, Decimal.ZERO);
  }
}
