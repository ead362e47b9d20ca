package io.quantkit.backtest.account;

import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.time.TradingCalendar;
import java.util.Objects;

/**
 * What an account begins with.
 *
 * @param symbols all that may be held, by whose positions they are told
 * @param universe their instruments
 * @param calendar whose sessions count
 * @param currency what all amounts are in
 * @param cash the settled money it begins with, not negative
 * @param financing what is charged and paid at the close of sessions
 */
public record AccountOpening(
    Symbols symbols,
    Universe universe,
    TradingCalendar calendar,
    Currency currency,
    Decimal cash,
    Financing financing) {

  public AccountOpening {
    Objects.requireNonNull(symbols, "symbols");
    Objects.requireNonNull(universe, "universe");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(financing, "financing");
    if (cash.isNegative()) {
      throw new IllegalArgumentException("cash must be at least 0, was " + cash);
    }
  }

  /** Creates an opening without financing. */
  public AccountOpening(
      Symbols symbols,
      Universe universe,
      TradingCalendar calendar,
      Currency currency,
      Decimal cash) {
    this(symbols, universe, calendar, currency, cash, Financing.NONE);
  }
}
