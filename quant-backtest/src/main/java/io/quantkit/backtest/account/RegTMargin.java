package io.quantkit.backtest.account;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A margin account by the Federal Reserve's Regulation T and FINRA's Rule 4210, for shares.
 *
 * <p>Equity is cash and the value of long less that of short positions. New positions need {@code
 * initial} of their value as equity, on top of the proceeds for short ones: 150 % in all. Held
 * positions need {@code longMaintenance} of their value, short ones {@code shortMaintenance} but at
 * least 5 dollars a share, or below a price of 5 dollars the whole value and at least 2.50 a share.
 * An order is taken if the equity beyond what all positions and open orders need, the larger of
 * initial and maintenance requirements, is enough for what it opens; what it closes needs nothing
 * and frees what it needed. Borrowing and short sales need an equity of {@code minimumEquity}.
 *
 * <p>If equity falls below the maintenance requirements, the broker {@linkplain
 * BrokerAccount#liquidations closes positions} in {@code order}, each as far as is necessary, and
 * all of them if equity is used up. There is no time to meet a call with new money.
 *
 * <p>Simplified: no special memorandum account, so that profits raise buying power at once but are
 * not kept when prices fall again; no options; no concentration and no day-trading rules: for the
 * years before FINRA retired the pattern day trader, {@link DayTradeLimit} adds them. Amounts are
 * in the account's currency, taken to be dollars.
 *
 * @param initial the equity that opening needs, as a part of the value; Regulation T says 0.5
 * @param longMaintenance what a long position needs, as a part of the value; Rule 4210 says 0.25,
 *     brokers often 0.3
 * @param shortMaintenance what a short position needs, as a part of the value; Rule 4210 says 0.3
 * @param minimumEquity the least equity with which to borrow or sell short; Rule 4210 says 2,000
 * @param shortCollar by which factor the price of an order that sells short is raised when it is
 *     judged, at least 1; Alpaca takes 1.03
 * @param locates what can be borrowed to be sold short
 * @param order in which positions are closed
 */
public record RegTMargin(
    Decimal initial,
    Decimal longMaintenance,
    Decimal shortMaintenance,
    Decimal minimumEquity,
    Decimal shortCollar,
    Locates locates,
    CloseOrder order)
    implements AccountModel {

  /** In which order a broker closes positions. Equal ones are closed in the order of symbols. */
  public enum CloseOrder {
    /** The largest maintenance requirement first: the fewest orders. */
    LARGEST_FIRST,
    /** The smallest maintenance requirement first: the largest positions are kept longest. */
    SMALLEST_FIRST,
    /** In the order of symbols. */
    BY_SYMBOL
  }

  private static final Decimal FIVE = Decimal.of(5);
  private static final Decimal TWO_FIFTY = Decimal.parse("2.5");
  private static final int SCALE = 9;

  /** The rules' own numbers, 50 %, 25 % and 30 %; everything can be borrowed. */
  public static final RegTMargin FINRA =
      new RegTMargin(
          Decimal.parse("0.5"),
          Decimal.parse("0.25"),
          Decimal.parse("0.3"),
          Decimal.of(2000),
          Decimal.ONE,
          Locates.UNLIMITED,
          CloseOrder.LARGEST_FIRST);

  /** As {@link #FINRA}, with 30 % for long positions as well, and Alpaca's collar of 3 %. */
  public static final RegTMargin ALPACA =
      new RegTMargin(
          Decimal.parse("0.5"),
          Decimal.parse("0.3"),
          Decimal.parse("0.3"),
          Decimal.of(2000),
          Decimal.parse("1.03"),
          Locates.UNLIMITED,
          CloseOrder.LARGEST_FIRST);

  public RegTMargin {
    part("initial", initial);
    part("longMaintenance", longMaintenance);
    part("shortMaintenance", shortMaintenance);
    Objects.requireNonNull(locates, "locates");
    Objects.requireNonNull(order, "order");
    if (minimumEquity.isNegative()) {
      throw new IllegalArgumentException("minimumEquity must be at least 0, was " + minimumEquity);
    }
    if (shortCollar.compareTo(Decimal.ONE) < 0) {
      throw new IllegalArgumentException("shortCollar must be at least 1, was " + shortCollar);
    }
  }

  private static void part(String name, Decimal part) {
    if (!part.isPositive() || part.compareTo(Decimal.ONE) > 0) {
      throw new IllegalArgumentException(name + " must be within (0, 1], was " + part);
    }
  }

  /** Returns this account with other units to borrow. */
  public RegTMargin with(Locates newLocates) {
    return new RegTMargin(
        initial, longMaintenance, shortMaintenance, minimumEquity, shortCollar, newLocates, order);
  }

  /** Returns this account with another order in which positions are closed. */
  public RegTMargin with(CloseOrder newOrder) {
    return new RegTMargin(
        initial, longMaintenance, shortMaintenance, minimumEquity, shortCollar, locates, newOrder);
  }

  /** Returns what a long position needs for every unit, rounded up. */
  private Decimal longUnit(Decimal price) {
    return price.times(longMaintenance, SCALE, RoundingMode.CEILING);
  }

  /** Returns what a short position needs for every unit, rounded up. */
  private Decimal shortUnit(Decimal price) {
    return price.compareTo(FIVE) < 0
        ? price.max(TWO_FIFTY)
        : price.times(shortMaintenance, SCALE, RoundingMode.CEILING).max(FIVE);
  }

  /** Returns what every unit of a position needs when it is opened, rounded up. */
  private Decimal openingUnit(Decimal price, boolean isShort) {
    Decimal first = price.times(initial, SCALE, RoundingMode.CEILING);
    return first.max(isShort ? shortUnit(price) : longUnit(price));
  }

  @Override
  public BrokerAccount open(AccountOpening opening) {
    return new RunningAccount(opening, new Rules(this, opening.symbols().size()));
  }

  private static final class Rules implements AccountRules {
    private final RegTMargin model;

    /** What the broker is closing of each symbol today. */
    private final Decimal[] closing;

    private LocalDate closingDate = LocalDate.MIN;

    Rules(RegTMargin model, int symbols) {
      this.model = model;
      this.closing = new Decimal[symbols];
      Arrays.fill(closing, Decimal.ZERO);
    }

    @Override
    public void onFill(RunningAccount account, int symbol, Fill fill) {
      if (closing[symbol].isPositive()) {
        boolean closes = (fill.side() == Side.BUY) == account.position(symbol).isNegative();
        if (closes) {
          closing[symbol] = closing[symbol].minus(fill.quantity().min(closing[symbol]));
        }
      }
    }

    @Override
    public boolean shorting() {
      return true;
    }

    /** Returns what all positions need if they were opened now, and open orders. */
    private Decimal needed(RunningAccount account) {
      Decimal sum = Decimal.ZERO;
      for (int i = 0; i < account.heldCount(); i++) {
        int s = account.held(i);
        Decimal quantity = account.position(s);
        Decimal unit = model.openingUnit(account.price(s), quantity.isNegative());
        sum = sum.plus(RunningAccount.money(quantity.abs(), unit));
      }
      int left = account.openCount();
      for (int s = 0; left > 0; s++) {
        Decimal buys = account.openBuys(s);
        if (buys.isPositive()) {
          sum = sum.plus(forOrders(account, s, buys, account.openBuyValue(s), false));
          left--;
        }
        Decimal sells = account.openSells(s);
        if (sells.isPositive()) {
          sum = sum.plus(forOrders(account, s, sells, account.openSellValue(s), true));
          left--;
        }
      }
      return sum;
    }

    /** Returns what the orders of one side need for what they open, at their average price. */
    private Decimal forOrders(
        RunningAccount account, int symbol, Decimal units, Decimal value, boolean sells) {
      Decimal opened = units.minus(closable(account, symbol, sells)).max(Decimal.ZERO);
      if (opened.isZero()) {
        return Decimal.ZERO;
      }
      Decimal price = value.dividedBy(units, SCALE, RoundingMode.CEILING);
      return RunningAccount.money(opened, model.openingUnit(collared(price, sells), sells));
    }

    private Decimal collared(Decimal price, boolean sells) {
      return sells ? price.times(model.shortCollar, SCALE, RoundingMode.CEILING) : price;
    }

    /** Returns how many units of a position orders of a side can close. */
    private static Decimal closable(RunningAccount account, int symbol, boolean sells) {
      Decimal position = account.position(symbol);
      return (sells ? position : position.negated()).max(Decimal.ZERO);
    }

    @Override
    public Optional<String> refusal(
        RunningAccount account, int symbol, Side side, Decimal quantity, Decimal price, long time) {
      boolean sells = side == Side.SELL;
      Decimal open = sells ? account.openSells(symbol) : account.openBuys(symbol);
      Decimal closable = closable(account, symbol, sells).minus(open).max(Decimal.ZERO);
      Decimal closed = quantity.min(closable);
      Decimal opened = quantity.minus(closed);
      if (opened.isZero()) {
        return Optional.empty();
      }
      if (sells) {
        Decimal borrowed = open.plus(quantity).minus(account.position(symbol)).max(Decimal.ZERO);
        Decimal available = model.locates.available(account.symbol(symbol), account.date(time));
        if (borrowed.compareTo(available) > 0) {
          return Optional.of(
              "selling %s %s short needs %s to be borrowed, available are %s"
                  .formatted(opened, account.symbol(symbol), borrowed, available));
        }
      }
      Decimal equity = account.equity();
      Decimal unit = model.openingUnit(collared(price, sells), sells);
      Decimal needs = RunningAccount.money(opened, unit);
      if (equity.compareTo(model.minimumEquity) < 0) {
        Decimal cost = RunningAccount.money(opened, price);
        boolean borrows = cost.plus(account.openBuyValue()).compareTo(account.cash()) > 0;
        if (sells || borrows) {
          return Optional.of(
              "borrowing needs an equity of at least %s, was %s"
                  .formatted(model.minimumEquity, equity));
        }
      }
      Decimal held = account.price(symbol);
      Decimal freed =
          closed.isZero()
              ? Decimal.ZERO
              : RunningAccount.money(closed, model.openingUnit(held, !sells));
      Decimal excess = equity.minus(needed(account)).plus(freed);
      return needs.compareTo(excess) <= 0
          ? Optional.empty()
          : Optional.of(
              "insufficient buying power: %s %s %s needs an equity of %s, available is %s"
                  .formatted(
                      sells ? "selling" : "buying", opened, account.symbol(symbol), needs, excess));
    }

    @Override
    public Decimal buyingPower(RunningAccount account) {
      Decimal excess = account.equity().minus(needed(account)).max(Decimal.ZERO);
      return excess.dividedBy(model.initial, SCALE, RoundingMode.DOWN);
    }

    @Override
    public Decimal initialMargin(RunningAccount account) {
      return needed(account);
    }

    @Override
    public Decimal maintenanceMargin(RunningAccount account) {
      Decimal sum = Decimal.ZERO;
      for (int i = 0; i < account.heldCount(); i++) {
        Decimal position = account.position(account.held(i));
        Decimal price = account.price(account.held(i));
        Decimal unit = position.isNegative() ? model.shortUnit(price) : model.longUnit(price);
        sum = sum.plus(RunningAccount.money(position.abs(), unit));
      }
      return sum;
    }

    @Override
    public List<Liquidation> liquidations(RunningAccount account, long time) {
      if (account.heldCount() == 0) {
        return List.of();
      }
      LocalDate date = account.date(time);
      if (!date.equals(closingDate)) {
        closingDate = date;
        Arrays.fill(closing, Decimal.ZERO);
      }
      List<Need> needs = needs(account);
      Decimal required = Decimal.ZERO;
      for (Need need : needs) {
        required = required.plus(need.total());
      }
      Decimal equity = account.equity();
      Decimal missing = required.minus(equity);
      if (!missing.isPositive()) {
        return List.of();
      }
      needs.sort(comparator());
      List<Liquidation> orders = new ArrayList<>();
      for (Need need : needs) {
        if (!missing.isPositive()) {
          break;
        }
        Decimal lot = account.instrument(need.symbol).lotSize();
        Decimal enough =
            missing
                .dividedBy(need.unit, SCALE, RoundingMode.CEILING)
                .roundToMultiple(lot, RoundingMode.CEILING);
        Decimal quantity = equity.isPositive() ? enough.min(need.quantity) : need.quantity;
        missing = missing.minus(RunningAccount.money(quantity, need.unit));
        closing[need.symbol] = closing[need.symbol].plus(quantity);
        orders.add(
            new Liquidation(
                account.symbol(need.symbol),
                need.isShort ? Side.BUY : Side.SELL,
                quantity,
                "margin call: equity of %s is below the maintenance requirement of %s"
                    .formatted(equity, required)));
      }
      return orders;
    }

    private Comparator<Need> comparator() {
      Comparator<Need> bySymbol = Comparator.comparingInt(Need::symbol);
      return switch (model.order) {
        case LARGEST_FIRST -> Comparator.comparing(Need::total).reversed().thenComparing(bySymbol);
        case SMALLEST_FIRST -> Comparator.comparing(Need::total).thenComparing(bySymbol);
        case BY_SYMBOL -> bySymbol;
      };
    }

    /** Returns what is left of positions behind what the broker is closing already. */
    private List<Need> needs(RunningAccount account) {
      List<Need> needs = new ArrayList<>();
      for (int i = 0; i < account.heldCount(); i++) {
        int s = account.held(i);
        Decimal position = account.position(s);
        boolean isShort = position.isNegative();
        Decimal left = position.abs().minus(closing[s]);
        if (left.isPositive()) {
          Decimal price = account.price(s);
          Decimal unit = isShort ? model.shortUnit(price) : model.longUnit(price);
          if (unit.isPositive()) {
            needs.add(new Need(s, isShort, left, unit));
          }
        }
      }
      return needs;
    }
  }

  /** A position and what each of its units needs. */
  private record Need(int symbol, boolean isShort, Decimal quantity, Decimal unit) {

    Decimal total() {
      return RunningAccount.money(quantity, unit);
    }
  }
}
