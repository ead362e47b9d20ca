package io.quantkit.core.ledger;

import io.quantkit.core.math.Decimal;
import java.util.Objects;
import java.util.Optional;

/**
 * How an account takes part in a corporate action.
 *
 * @param lotSize the step of quantities that can be held, positive; what is less is paid in cash
 * @param price the price of one unit of what is paid in cash instead of being given: a new share of
 *     a split, a share of the child or the acquirer, a right that is sold; empty for the price that
 *     the last known one implies
 * @param withholdingRate the part of a cash dividend that is kept back as tax from a long position,
 *     within [0, 1]
 * @param rightsPolicy what is done with rights
 */
public record ActionTerms(
    Decimal lotSize, Optional<Decimal> price, Decimal withholdingRate, RightsPolicy rightsPolicy) {

  /** Whole shares, implied prices, no tax, rights sold. */
  public static final ActionTerms DEFAULT =
      new ActionTerms(Decimal.ONE, Optional.empty(), Decimal.ZERO, RightsPolicy.SELL);

  public ActionTerms {
    Objects.requireNonNull(rightsPolicy, "rightsPolicy");
    if (!lotSize.isPositive()) {
      throw new IllegalArgumentException("lotSize must be positive, was " + lotSize);
    }
    if (price.isPresent() && price.get().isNegative()) {
      throw new IllegalArgumentException("price must be at least 0, was " + price.get());
    }
    if (withholdingRate.isNegative() || withholdingRate.compareTo(Decimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "withholdingRate must be within [0, 1], was " + withholdingRate);
    }
  }

  /** Returns these terms with another step of quantities. */
  public ActionTerms withLotSize(Decimal newLotSize) {
    return new ActionTerms(newLotSize, price, withholdingRate, rightsPolicy);
  }

  /** Returns these terms with a stated price. */
  public ActionTerms withPrice(Decimal newPrice) {
    return new ActionTerms(lotSize, Optional.of(newPrice), withholdingRate, rightsPolicy);
  }

  /** Returns these terms with another rate of tax on dividends. */
  public ActionTerms withWithholdingRate(Decimal newRate) {
    return new ActionTerms(lotSize, price, newRate, rightsPolicy);
  }

  /** Returns these terms with another use of rights. */
  public ActionTerms withRightsPolicy(RightsPolicy newPolicy) {
    return new ActionTerms(lotSize, price, withholdingRate, newPolicy);
  }
}
