package io.quantkit.backtest.cost;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;

/**
 * Three views of what trading costs, to be run beside each other: the truth is likely between the
 * outer two. Of each execution the cost rises from one to the next.
 *
 * <p>Spreads are assumptions for shares of large companies in the realistic and of small ones in
 * the pessimistic case; the impact's coefficients are within the range of 0.1 to 0.5 that is
 * commonly assumed, above and below the middle; commissions are those that Interactive Brokers
 * publishes, and twice that. Fees of regulators are not included, as they depend on dates: add
 * {@link UsFees#EQUITIES}.
 */
public enum CostPreset implements CostModel {
  /** Nothing costs anything: an upper bound. */
  OPTIMISTIC(NONE),
  /**
   * A spread of 5 basis points, {@code 0.3 * volatility * sqrt(quantity / volume)} of impact, and
   * 0.005 per share, at least 1.00, at most 1 % of the value.
   */
  REALISTIC(
      CostModel.of(
          new FixedSpread(5), new SquareRootImpact(0.3, Recent.DAYS), Commission.IBKR_FIXED)),
  /**
   * A spread of 20 basis points, 20 of slippage, {@code 0.5 * volatility * sqrt(quantity / volume)}
   * of impact, and 0.01 per share, at least 2.00, at most 2 % of the value.
   */
  PESSIMISTIC(
      CostModel.of(
          new FixedSpread(20),
          new FixedSlippage(20),
          new SquareRootImpact(0.5, Recent.DAYS),
          Commission.perUnit(Decimal.parse("0.01"))
              .withMinimum(Decimal.of(2))
              .withCap(Decimal.parse("0.02"))));

  @SuppressWarnings("ImmutableEnumChecker") // every model is immutable
  private final CostModel model;

  CostPreset(CostModel model) {
    this.model = model;
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return model.start(symbols, universe);
  }
}
