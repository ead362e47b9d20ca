package io.quantkit.backtest.cost;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;
import java.util.Objects;

/**
 * Different commissions for orders that give liquidity and orders that take it.
 *
 * @param maker what an order pays that waited in the book; negative for a rebate
 * @param taker what an order pays that was executed against waiting ones
 */
public record MakerTaker(Commission maker, Commission taker) implements CostModel {

  /** Alpaca's crypto fees of the lowest tier: 0.15 % for makers, 0.25 % for takers. */
  public static final MakerTaker ALPACA_CRYPTO =
      new MakerTaker(
          Commission.perValue(Decimal.parse("0.0015")),
          Commission.perValue(Decimal.parse("0.0025")));

  public MakerTaker {
    Objects.requireNonNull(maker, "maker");
    Objects.requireNonNull(taker, "taker");
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new Run(maker, taker);
  }

  private record Run(Commission maker, Commission taker) implements Costs {

    @Override
    public Decimal fees(
        int symbol, Side side, Decimal quantity, Decimal price, boolean taking, long time) {
      return (taking ? taker : maker).amount(quantity, price);
    }
  }
}
