package io.quantkit.core.strategy;

import io.quantkit.core.ledger.Position;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns target weights into orders: the one place where the doubles of research become the decimals
 * of money.
 *
 * <p>The target of a symbol is {@code weight * equity / unit value}, the last price in the
 * account's currency, rounded towards zero to the instrument's lot; the order is what is missing
 * from it after the position and what working orders will add. Positions without a target weight
 * are closed. Sells come before buys, each in the order of the symbols.
 *
 * @param minimumNotional changes worth less than this are left alone, at least 0; closing a
 *     position is never left alone
 */
public record OrderSizer(double minimumNotional) {

  /** Trades every change of at least one lot. */
  public static final OrderSizer DEFAULT = new OrderSizer(0);

  public OrderSizer {
    if (!(minimumNotional >= 0)) {
      throw new IllegalArgumentException(
          "minimumNotional must be at least 0, was " + minimumNotional);
    }
  }

  /**
   * A change of position.
   *
   * @param symbol what to trade
   * @param side which way
   * @param quantity how much, positive
   */
  public record Change(Symbol symbol, Side side, Decimal quantity) {}

  /** Returns the changes that lead from what is held to the target weights. */
  public List<Change> changes(Weights target, PortfolioView portfolio, MarketView market) {
    Set<Symbol> symbols = new LinkedHashSet<>(target.symbols().toList());
    for (Position position : portfolio.positions()) {
      symbols.add(position.symbol());
    }
    double equity = portfolio.equity().doubleValue();
    List<Change> sells = new ArrayList<>();
    List<Change> buys = new ArrayList<>();
    for (Symbol symbol : symbols) {
      double price = market.unitValue(symbol);
      if (Double.isNaN(price)) {
        continue;
      }
      Instrument instrument = market.universe().instrument(symbol);
      Decimal wanted = quantity(target.of(symbol) * equity / price, instrument);
      Decimal missing = wanted.minus(portfolio.position(symbol)).minus(portfolio.pending(symbol));
      boolean worthwhile = missing.abs().doubleValue() * price >= minimumNotional;
      if (!missing.isZero() && (worthwhile || wanted.isZero())) {
        (missing.isNegative() ? sells : buys)
            .add(new Change(symbol, missing.isNegative() ? Side.SELL : Side.BUY, missing.abs()));
      }
    }
    sells.addAll(buys);
    return sells;
  }

  private static Decimal quantity(double units, Instrument instrument) {
    Decimal lot = instrument.lotSize();
    return Decimal.of(units, lot.scale(), RoundingMode.DOWN)
        .roundToMultiple(lot, RoundingMode.DOWN);
  }
}
