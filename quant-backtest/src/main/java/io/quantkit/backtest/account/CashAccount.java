package io.quantkit.backtest.account;

import io.quantkit.core.market.AssetClass;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import io.quantkit.core.time.SettlementRule;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An account without credit: purchases are paid with its own money, and nothing is sold short.
 *
 * <p>What a sale brings settles with the market's cycle, by the date of the trade; a purchase is
 * paid with settled money first, then with what settles earliest. Shares that were paid with money
 * that had not settled are fully paid when it does; of a position, fully paid shares count as sold
 * first. To sell others before is a good-faith violation.
 *
 * <p>Whether there is money enough is judged by the price expected when an order arrives; if a
 * market order executes at a worse one, or for its fee, cash may become negative. Shares and funds
 * settle by {@code shares}, options on the next session; everything else at once.
 *
 * @param shares when shares settle
 * @param unsettled what may be done with money that has not settled
 */
public record CashAccount(SettlementRule shares, Unsettled unsettled) implements AccountModel {

  /** What may be done with money that has not settled. */
  public enum Unsettled {
    /** Nothing: purchases need settled money. */
    NO_PURCHASES,
    /** It may buy, but what it bought may not be sold before it is settled. */
    NO_SALES,
    /**
     * It may buy, and good-faith violations are counted: after {@link CashAccount#VIOLATIONS}
     * within a year, purchases need settled money for {@link CashAccount#RESTRICTED_DAYS} days, as
     * Fidelity has it ("Avoiding cash account trading violations"). Each violation is told at the
     * session's close, as an activity of no amount.
     */
    COUNTED
  }

  /** How many good-faith violations within twelve months restrict an account: 3. */
  public static final int VIOLATIONS = 3;

  /** For how many calendar days: 90. */
  public static final int RESTRICTED_DAYS = 90;

  /** US settlement, effective-dated, and violations counted. */
  public static final CashAccount US =
      new CashAccount(SettlementRule.usEquities(), Unsettled.COUNTED);

  public CashAccount {
    Objects.requireNonNull(shares, "shares");
    Objects.requireNonNull(unsettled, "unsettled");
  }

  /** Returns this account with another use of unsettled money. */
  public CashAccount with(Unsettled newUnsettled) {
    return new CashAccount(shares, newUnsettled);
  }

  @Override
  public BrokerAccount open(AccountOpening opening) {
    return new RunningAccount(opening, new Rules(this, opening.symbols().size()));
  }

  private static final class Rules implements AccountRules {
    private final CashAccount model;
    private final SettlementRule options = SettlementRule.usOptions();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final List<Deque<Unpaid>> unpaid = new ArrayList<>();
    private final Deque<LocalDate> violations = new ArrayDeque<>();
    private Decimal unsettled = Decimal.ZERO;
    private LocalDate restrictedUntil = LocalDate.MIN;

    Rules(CashAccount model, int symbols) {
      this.model = model;
      for (int s = 0; s < symbols; s++) {
        unpaid.add(new ArrayDeque<>(0));
      }
    }

    @Override
    public boolean shorting() {
      return false;
    }

    /** Lets settle what has settled by a date. */
    private void settle(LocalDate date) {
      while (!pending.isEmpty() && !pending.getFirst().date.isAfter(date)) {
        unsettled = unsettled.minus(pending.removeFirst().amount);
      }
    }

    private boolean needsSettled(LocalDate date) {
      return model.unsettled == Unsettled.NO_PURCHASES || date.isBefore(restrictedUntil);
    }

    @Override
    public Optional<String> refusal(
        RunningAccount account, int symbol, Side side, Decimal quantity, Decimal price, long time) {
      LocalDate date = account.date(time);
      settle(date);
      if (side == Side.SELL) {
        Optional<String> uncovered = account.uncovered(symbol, quantity);
        if (uncovered.isPresent() || model.unsettled != Unsettled.NO_SALES) {
          return uncovered;
        }
        Decimal free =
            account.position(symbol).minus(account.openSells(symbol)).minus(unpaid(symbol, date));
        return quantity.compareTo(free) <= 0
            ? Optional.empty()
            : Optional.of(
                "selling %s %s needs shares that are not paid yet, fully paid are %s"
                    .formatted(quantity, account.symbol(symbol), free));
      }
      boolean settledOnly = needsSettled(date);
      Decimal money = settledOnly ? account.cash().minus(unsettled) : account.cash();
      Decimal left = money.minus(account.openBuyValue());
      Decimal cost = RunningAccount.money(quantity, price);
      return cost.compareTo(left) <= 0
          ? Optional.empty()
          : Optional.of(
              "buying %s %s takes %s, available are %s%s"
                  .formatted(
                      quantity,
                      account.symbol(symbol),
                      cost,
                      left,
                      settledOnly ? " of settled money" : ""));
    }

    private Decimal unpaid(int symbol, LocalDate date) {
      Deque<Unpaid> mine = unpaid.get(symbol);
      while (!mine.isEmpty() && !mine.getFirst().until.isAfter(date)) {
        mine.removeFirst();
      }
      Decimal sum = Decimal.ZERO;
      for (Unpaid part : mine) {
        sum = sum.plus(part.quantity);
      }
      return sum;
    }

    @Override
    public void onFill(RunningAccount account, int symbol, Fill fill) {
      LocalDate date = account.date(fill.time());
      settle(date);
      if (fill.side() == Side.BUY) {
        buy(account, symbol, fill);
      } else {
        sell(account, symbol, fill, date);
      }
    }

    private void buy(RunningAccount account, int symbol, Fill fill) {
      Decimal settled = account.cash().minus(unsettled).max(Decimal.ZERO);
      Decimal missing = fill.notional().plus(fill.fee()).minus(settled);
      LocalDate until = LocalDate.MIN;
      while (missing.isPositive() && !pending.isEmpty()) {
        Pending first = pending.removeFirst();
        Decimal used = first.amount.min(missing);
        missing = missing.minus(used);
        unsettled = unsettled.minus(used);
        until = first.date;
        if (used.compareTo(first.amount) < 0) {
          pending.addFirst(new Pending(first.date, first.amount.minus(used)));
        }
      }
      if (!until.equals(LocalDate.MIN)) {
        insert(unpaid.get(symbol), new Unpaid(until, fill.quantity()));
      }
    }

    private static void insert(Deque<Unpaid> parts, Unpaid part) {
      Deque<Unpaid> later = new ArrayDeque<>();
      while (!parts.isEmpty() && parts.getLast().until.isAfter(part.until)) {
        later.addFirst(parts.removeLast());
      }
      parts.addLast(part);
      parts.addAll(later);
    }

    private void sell(RunningAccount account, int symbol, Fill fill, LocalDate date) {
      Decimal free = account.position(symbol).minus(unpaid(symbol, date));
      Decimal early = fill.quantity().minus(free.max(Decimal.ZERO));
      if (early.isPositive()) {
        violate(account, symbol, early, date);
      }
      Decimal proceeds = fill.notional().minus(fill.fee());
      LocalDate settles = settles(account, symbol, date, fill.time());
      if (proceeds.isPositive() && settles.isAfter(date)) {
        insertPending(new Pending(settles, proceeds));
        unsettled = unsettled.plus(proceeds);
      }
    }

    private void insertPending(Pending added) {
      Deque<Pending> later = new ArrayDeque<>(0);
      while (!pending.isEmpty() && pending.getLast().date.isAfter(added.date)) {
        later.addFirst(pending.removeLast());
      }
      pending.addLast(added);
      pending.addAll(later);
    }

    private void violate(RunningAccount account, int symbol, Decimal early, LocalDate date) {
      Deque<Unpaid> mine = unpaid.get(symbol);
      LocalDate until = mine.isEmpty() ? date : mine.getFirst().until;
      Decimal left = early;
      while (left.isPositive() && !mine.isEmpty()) {
        Unpaid first = mine.removeFirst();
        Decimal sold = first.quantity.min(left);
        left = left.minus(sold);
        if (sold.compareTo(first.quantity) < 0) {
          mine.addFirst(new Unpaid(first.until, first.quantity.minus(sold)));
        }
      }
      while (!violations.isEmpty() && !violations.getFirst().isAfter(date.minusMonths(12))) {
        violations.removeFirst();
      }
      violations.addLast(date);
      if (violations.size() >= VIOLATIONS && model.unsettled == Unsettled.COUNTED) {
        restrictedUntil = date.plusDays(RESTRICTED_DAYS);
      }
      account.note(
          "good-faith violation %d within a year: %s %s sold that are paid on %s"
              .formatted(violations.size(), early, account.symbol(symbol), until));
    }

    private LocalDate settles(RunningAccount account, int symbol, LocalDate date, long time) {
      AssetClass kind = account.instrument(symbol).assetClass();
      boolean share = kind == AssetClass.EQUITY || kind == AssetClass.ETF;
      if (!share && kind != AssetClass.OPTION) {
        return date;
      }
      SettlementRule rule = share ? model.shares : options;
      LocalDate session =
          rule.calendar().isSession(date) ? date : rule.calendar().sessionAtOrAfter(time).date();
      return rule.settles(session);
    }

    @Override
    public Decimal buyingPower(RunningAccount account) {
      boolean settledOnly = model.unsettled == Unsettled.NO_PURCHASES;
      Decimal money = settledOnly ? account.cash().minus(unsettled) : account.cash();
      return money.minus(account.openBuyValue()).max(Decimal.ZERO);
    }
  }

  /** Money that settles on a date. */
  private record Pending(LocalDate date, Decimal amount) {}

  /** Units of a position that are fully paid on a date. */
  private record Unpaid(LocalDate until, Decimal quantity) {}
}
