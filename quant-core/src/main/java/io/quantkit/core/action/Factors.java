package io.quantkit.core.action;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.time.EpochNanos;
import java.util.List;

/**
 * What the actions between one bar and the next multiply everything before them by.
 *
 * @param price the factor of prices
 * @param volume the factor of volumes
 */
record Factors(double price, double volume) {
  static final Factors NONE = new Factors(1, 1);

  /** The least change in shares whose absence from prices is noticed. */
  private static final double NOTICEABLE = 2;

  /**
   * Returns the factors of actions that happen between two neighbouring bars.
   *
   * @param actions in order
   * @param before the last close before them
   * @param after the close of the first bar after them, {@code NaN} if there is none yet
   */
  static Factors of(
      Adjustment adjustment, List<CorporateAction> actions, double before, double after) {
    double volume = 1;
    double price = 1;
    if (adjustment != Adjustment.TOTAL_RETURN) {
      double left = before;
      for (CorporateAction action : actions) {
        double f = priceFactor(adjustment, action, left);
        left *= f;
        price *= f;
        volume *= shares(action);
      }
    } else {
      double left = after;
      for (int i = actions.size() - 1; i >= 0; i--) {
        double f = totalReturnFactor(actions.get(i), left);
        left /= f;
        price *= f;
        volume *= shares(actions.get(i));
      }
    }
    return new Factors(price, volume);
  }

  /** Returns how many shares there are after an action for each one before. */
  static double shares(CorporateAction action) {
    if (action instanceof CorporateAction.Split split) {
      return split.ratio().value();
    } else if (action instanceof CorporateAction.StockDividend dividend) {
      return grown(dividend.ratio()).value();
    }
    return 1;
  }

  /** Returns the ratio of all shares to the old ones where new ones come on top. */
  static ShareRatio grown(ShareRatio ratio) {
    return ShareRatio.of(Math.addExact(ratio.from(), ratio.to()), ratio.from());
  }

  /**
   * Checks that prices show what actions did to the number of shares.
   *
   * @param before the last close before them
   * @param after the first price after them
   */
  static void requireJump(
      String symbol, List<CorporateAction> actions, double before, double after) {
    double shares = 1;
    for (CorporateAction action : actions) {
      shares *= shares(action);
    }
    if (Double.isNaN(after) || (shares < NOTICEABLE && shares > 1 / NOTICEABLE)) {
      return;
    }
    double move = StrictMath.log(after / before);
    double expected = -StrictMath.log(shares);
    if (Math.abs(move - expected) > Math.abs(move)) {
      throw new DataValidationException(
          symbol,
          ("%s must have raw prices, but they seem adjusted: at %s there come %s shares for one, and"
                  + " the price went from %s to %s")
              .formatted(
                  symbol, EpochNanos.toInstant(actions.get(0).eventTime()), shares, before, after));
    }
  }

  private static double priceFactor(Adjustment adjustment, CorporateAction action, double before) {
    double shares = shares(action);
    if (shares != 1 || adjustment == Adjustment.SPLITS) {
      return 1 / shares;
    } else if (action instanceof CorporateAction.CashDividend dividend) {
      double amount = dividend.amount().doubleValue();
      if (!(amount < before)) {
        throw new DataValidationException(
            action.symbol().value(),
            "dividend %s of %s must be below the close before it, was %s >= %s"
                .formatted(action.id(), action.symbol(), dividend.amount(), before));
      }
      return 1 - amount / before;
    } else if (action instanceof CorporateAction.SpinOff spinOff) {
      return 1 - spinOff.childShare();
    } else if (action instanceof CorporateAction.RightsIssue rights) {
      double worth = rights.ratio().to() * (before - rights.subscriptionPrice().doubleValue());
      double issued = (double) rights.ratio().from() + rights.ratio().to();
      return 1 - Math.max(0, worth / issued) / before;
    }
    return 1;
  }

  private static double totalReturnFactor(CorporateAction action, double after) {
    double shares = shares(action);
    if (shares != 1) {
      return 1 / shares;
    } else if (action instanceof CorporateAction.SpinOff spinOff) {
      return 1 - spinOff.childShare();
    } else if (Double.isNaN(after)) {
      return 1;
    } else if (action instanceof CorporateAction.CashDividend dividend) {
      return after / (after + dividend.amount().doubleValue());
    } else if (action instanceof CorporateAction.RightsIssue rights) {
      double worth = rights.ratio().value() * (after - rights.subscriptionPrice().doubleValue());
      return after / (after + Math.max(0, worth));
    }
    return 1;
  }
}
