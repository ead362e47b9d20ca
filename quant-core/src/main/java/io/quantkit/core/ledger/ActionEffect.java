package io.quantkit.core.ledger;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What a corporate action makes of a position: worked out here, booked by the ledger.
 *
 * <p>Everything is signed, so that a short position owes what a long one is given. Units are scaled
 * lot by lot on the running sum, so that lots sum to the whole; what is less than a lot size is
 * closed like a sale. What it brings less what the closed units cost is the gain.
 *
 * @param after the positions that change
 * @param cash what is paid at once
 * @param dividend what is earned as a dividend, tax included
 * @param tax what is withheld from it
 */
record ActionEffect(List<Held> after, Decimal cash, Decimal dividend, Decimal tax) {

  /** As many digits as a decimal holds. */
  private static final MathContext PRECISE =
      new MathContext(Decimal.MAX_DIGITS - 1, RoundingMode.HALF_EVEN);

  /** The finest step of units, if so many digits are free. */
  private static final int GRAIN = 9;

  private static ActionEffect of(Decimal cash, Held... after) {
    return new ActionEffect(List.of(after), cash, Decimal.ZERO, Decimal.ZERO);
  }

  /** Works effects out for one set of books. */
  record Rules(LotMethod method, int moneyScale, ActionTerms terms) {

    /**
     * Returns what an action makes of a position that is not flat.
     *
     * @param others tells what is held of other symbols
     */
    ActionEffect effect(CorporateAction action, Held held, Function<Symbol, Held> others) {
      if (action instanceof CorporateAction.Split split) {
        return scale(held, split.ratio());
      } else if (action instanceof CorporateAction.StockDividend dividend) {
        ShareRatio on = dividend.ratio();
        return scale(held, ShareRatio.of(Math.addExact(on.from(), on.to()), on.from()));
      } else if (action instanceof CorporateAction.CashDividend dividend) {
        return pay(held, dividend);
      } else if (action instanceof CorporateAction.SpinOff spinOff) {
        return spinOff(held, spinOff, others.apply(spinOff.child()));
      } else if (action instanceof CorporateAction.Merger merger) {
        return merger.acquirer().isEmpty()
            ? close(held, merger.cash())
            : exchange(held, merger, others.apply(merger.acquirer().get()));
      } else if (action instanceof CorporateAction.SymbolChange change) {
        Held successor = others.apply(change.successor());
        Decimal price = successor.flat() ? held.price() : successor.price();
        return of(
            Decimal.ZERO,
            new Held(held.symbol(), List.of(), held.price()),
            new Held(change.successor(), merge(successor.lots(), held.lots()), price));
      } else if (action instanceof CorporateAction.Delisting delisting) {
        return close(held, delisting.terminalPrice());
      } else if (action instanceof CorporateAction.RightsIssue rights) {
        return rights(held, rights);
      }
      throw new AssertionError("unknown action " + action);
    }

    private ActionEffect scale(Held held, ShareRatio ratio) {
      BigDecimal exact = times(held.quantity().abs(), ratio);
      Decimal price = precise(over(big(held.price()), ratio));
      Given given = give(held.lots(), ratio, exact, terms.price().orElse(price));
      return of(given.cash, new Held(held.symbol(), given.lots, price));
    }

    private ActionEffect pay(Held held, CorporateAction.CashDividend dividend) {
      Decimal gross = money(big(held.quantity()).multiply(big(dividend.amount())));
      Decimal tax =
          held.isShort() ? Decimal.ZERO : money(big(gross).multiply(big(terms.withholdingRate())));
      Decimal price = held.price().minus(dividend.amount()).max(Decimal.ZERO);
      return new ActionEffect(
          List.of(new Held(held.symbol(), held.lots(), price)), Decimal.ZERO, gross, tax);
    }

    private ActionEffect close(Held held, Decimal price) {
      Decimal cash = money(big(held.quantity()).multiply(big(price)));
      return of(cash, new Held(held.symbol(), List.of(), price));
    }

    private ActionEffect spinOff(Held held, CorporateAction.SpinOff action, Held child) {
      BigDecimal share = BigDecimal.valueOf(action.childShare());
      BigDecimal part = big(held.price()).multiply(share);
      Decimal implied = precise(over(part, action.ratio()));
      Decimal price = child.flat() ? implied : child.price();
      List<Lot> kept = new ArrayList<>();
      List<Lot> passed = new ArrayList<>();
      for (Lot lot : held.lots()) {
        Decimal cost = money(big(lot.cost()).multiply(share));
        kept.add(lot(lot.openedAt(), lot.quantity(), lot.cost().minus(cost)));
        passed.add(lot(lot.openedAt(), lot.quantity(), cost));
      }
      BigDecimal exact = times(held.quantity().abs(), action.ratio());
      Given given = give(passed, action.ratio(), exact, terms.price().orElse(price));
      return of(
          given.cash,
          new Held(held.symbol(), kept, precise(big(held.price()).subtract(part))),
          new Held(action.child(), merge(child.lots(), given.lots), price));
    }

    /** Takes the acquirer's shares, and cash as the price of a part of each lot. */
    private ActionEffect exchange(Held held, CorporateAction.Merger action, Held acquirer) {
      ShareRatio ratio = action.ratio().orElseThrow();
      BigDecimal rest = big(held.price()).subtract(big(action.cash())).max(BigDecimal.ZERO);
      Decimal known = acquirer.flat() ? precise(over(rest, ratio)) : acquirer.price();
      Decimal price = terms.price().orElse(known);
      BigDecimal shares = times(price, ratio);
      BigDecimal worth = shares.add(big(action.cash()));
      BigDecimal moved =
          action.cash().isZero() || worth.signum() == 0
              ? BigDecimal.ONE
              : shares.divide(worth, MathContext.DECIMAL128);
      List<Lot> passed = new ArrayList<>();
      for (Lot lot : held.lots()) {
        passed.add(lot(lot.openedAt(), lot.quantity(), money(big(lot.cost()).multiply(moved))));
      }
      BigDecimal exact = times(held.quantity().abs(), ratio);
      Given given = give(passed, ratio, exact, price);
      Decimal cash = money(big(held.quantity()).multiply(big(action.cash())));
      return of(
          cash.plus(given.cash),
          new Held(held.symbol(), List.of(), held.price()),
          new Held(
              acquirer.symbol(),
              merge(acquirer.lots(), given.lots),
              acquirer.flat() ? price : acquirer.price()));
    }

    private ActionEffect rights(Held held, CorporateAction.RightsIssue action) {
      BigDecimal exact = times(held.quantity().abs(), action.ratio());
      BigDecimal sign = BigDecimal.valueOf(held.quantity().signum());
      if (terms.rightsPolicy() == RightsPolicy.LAPSE) {
        return of(Decimal.ZERO, held);
      } else if (terms.rightsPolicy() == RightsPolicy.SELL) {
        BigDecimal gap = big(held.price()).subtract(big(action.subscriptionPrice()));
        BigDecimal from = BigDecimal.valueOf(action.ratio().from());
        BigDecimal all = from.add(BigDecimal.valueOf(action.ratio().to()));
        Decimal implied =
            precise(gap.max(BigDecimal.ZERO).multiply(from).divide(all, MathContext.DECIMAL128));
        Decimal right = terms.price().orElse(implied);
        Decimal after = precise(big(held.price()).subtract(times(right, action.ratio())));
        return of(
            money(exact.multiply(big(right)).multiply(sign)),
            new Held(held.symbol(), held.lots(), after.max(Decimal.ZERO)));
      }
      BigDecimal units = whole(exact);
      if (units.signum() == 0) {
        return of(Decimal.ZERO, held);
      }
      Decimal cost = money(units.multiply(big(action.subscriptionPrice())).multiply(sign));
      List<Lot> lots = new ArrayList<>(held.lots());
      lots.add(lot(action.eventTime(), Decimal.from(units.multiply(sign)), cost));
      lots.sort(Comparator.comparingLong(Lot::openedAt));
      BigDecimal before = big(held.quantity().abs());
      BigDecimal worth =
          before.multiply(big(held.price())).add(units.multiply(big(action.subscriptionPrice())));
      Decimal price = precise(worth.divide(before.add(units), MathContext.DECIMAL128));
      return of(cost.negated(), new Held(held.symbol(), lots, price));
    }

    /**
     * Scales lots and sells what is less than a lot size.
     *
     * @param exact how many units there would be if they could be divided at will, not negative
     */
    private Given give(List<Lot> lots, ShareRatio ratio, BigDecimal exact, Decimal price) {
      boolean isShort = lots.get(0).quantity().isNegative();
      int integers = Math.max(1, exact.precision() - exact.scale());
      int grain = Math.max(0, Math.min(GRAIN, Decimal.MAX_DIGITS - integers));
      List<Lot> scaled = scaled(lots, ratio, grain);
      BigDecimal sum = BigDecimal.ZERO;
      for (Lot lot : scaled) {
        sum = sum.add(big(lot.quantity().abs()));
      }
      BigDecimal units = whole(exact).min(sum);
      BigDecimal fraction = exact.subtract(units);
      Decimal cash = money(fraction.multiply(big(price)));
      List<Lot> left = units.signum() == 0 ? List.of() : closed(scaled, sum.subtract(units));
      return new Given(left, isShort ? cash.negated() : cash);
    }

    private static List<Lot> scaled(List<Lot> lots, ShareRatio ratio, int grain) {
      List<Lot> scaled = new ArrayList<>();
      BigDecimal held = BigDecimal.ZERO;
      BigDecimal given = BigDecimal.ZERO;
      Decimal carried = Decimal.ZERO;
      for (Lot lot : lots) {
        held = held.add(big(lot.quantity().abs()));
        BigDecimal upTo =
            held.multiply(BigDecimal.valueOf(ratio.to()))
                .divide(BigDecimal.valueOf(ratio.from()), grain, RoundingMode.FLOOR);
        BigDecimal units = upTo.subtract(given);
        given = upTo;
        carried = carried.plus(lot.cost());
        if (units.signum() > 0) {
          Decimal quantity = Decimal.from(units);
          boolean isShort = lot.quantity().isNegative();
          scaled.add(lot(lot.openedAt(), isShort ? quantity.negated() : quantity, carried));
          carried = Decimal.ZERO;
        }
      }
      if (!carried.isZero() && !scaled.isEmpty()) {
        Lot last = scaled.remove(scaled.size() - 1);
        scaled.add(lot(last.openedAt(), last.quantity(), last.cost().plus(carried)));
      }
      return scaled;
    }

    /** Returns the lots of two positions together; opposite ones close each other. */
    private List<Lot> merge(List<Lot> held, List<Lot> given) {
      if (held.isEmpty() || given.isEmpty()) {
        return held.isEmpty() ? given : held;
      }
      if (held.get(0).quantity().signum() == given.get(0).quantity().signum()) {
        List<Lot> all = new ArrayList<>(held);
        all.addAll(given);
        all.sort(Comparator.comparingLong(Lot::openedAt));
        return all;
      }
      BigDecimal ours = big(units(held));
      BigDecimal theirs = big(units(given));
      BigDecimal both = ours.min(theirs);
      if (ours.compareTo(theirs) == 0) {
        return List.of();
      }
      return ours.compareTo(theirs) > 0 ? closed(held, both) : closed(given, both);
    }

    private List<Lot> closed(List<Lot> lots, BigDecimal units) {
      if (units.signum() == 0) {
        return lots;
      }
      return Lots.without(method, moneyScale, lots, Decimal.from(units));
    }

    /** Returns the part of a number of units that can be held. */
    private BigDecimal whole(BigDecimal units) {
      BigDecimal lotSize = big(terms.lotSize());
      return units.divideToIntegralValue(lotSize).multiply(lotSize);
    }

    private Decimal money(BigDecimal amount) {
      return Decimal.from(amount.setScale(moneyScale, RoundingMode.HALF_EVEN));
    }
  }

  private record Given(List<Lot> lots, Decimal cash) {}

  private static Lot lot(long openedAt, Decimal quantity, Decimal cost) {
    BigDecimal price = big(cost).divide(big(quantity), MathContext.DECIMAL128);
    return new Lot(openedAt, quantity, precise(price), cost);
  }

  private static Decimal units(List<Lot> lots) {
    Decimal sum = Decimal.ZERO;
    for (Lot lot : lots) {
      sum = sum.plus(lot.quantity().abs());
    }
    return sum;
  }

  /** Returns a number times a ratio, to 34 digits. */
  private static BigDecimal times(Decimal number, ShareRatio ratio) {
    return big(number)
        .multiply(BigDecimal.valueOf(ratio.to()))
        .divide(BigDecimal.valueOf(ratio.from()), MathContext.DECIMAL128);
  }

  /** Returns a number divided by a ratio, to 34 digits. */
  private static BigDecimal over(BigDecimal number, ShareRatio ratio) {
    return number
        .multiply(BigDecimal.valueOf(ratio.from()))
        .divide(BigDecimal.valueOf(ratio.to()), MathContext.DECIMAL128);
  }

  /** Returns a number to as many digits as a decimal holds. */
  private static Decimal precise(BigDecimal number) {
    BigDecimal rounded = number.round(PRECISE);
    int scale = Math.max(0, Math.min(rounded.scale(), Decimal.MAX_DIGITS));
    return Decimal.from(rounded.setScale(scale, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal big(Decimal number) {
    return number.toBigDecimal();
  }
}
