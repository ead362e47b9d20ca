package io.quantkit.core.engine;

import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.ledger.ActionTerms;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.ledger.MultiCurrencyLedger;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSlice;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the account's books and those of the strategies that have books of their own. */
final class Accountant {
  private final Ledger account;
  private final @Nullable MultiCurrencyLedger currencies;
  private final List<StrategySlot> slots;
  private final Universe universe;
  private final Map<String, Decimal> allotments = new LinkedHashMap<>();
  private final Ledger[] all;

  /**
   * Creates the keeper of empty books.
   *
   * @param currencies the books of all currencies, those of the account among them; null if it has
   *     one only. Strategies have no books of their own then
   */
  Accountant(
      Ledger account,
      @Nullable MultiCurrencyLedger currencies,
      List<StrategySlot> slots,
      Universe universe) {
    this.account = account;
    this.currencies = currencies;
    this.slots = slots;
    this.universe = universe;
    List<Ledger> ledgers = new ArrayList<>();
    ledgers.add(account);
    for (StrategySlot slot : slots) {
      if (slot.ledger() != account) {
        ledgers.add(slot.ledger());
      }
    }
    this.all = ledgers.toArray(new Ledger[0]);
  }

  /** Says how much of the account's cash a strategy is given. */
  void allot(String strategy, Decimal cash) {
    allotments.put(strategy, cash);
  }

  void open(long time, Decimal cash) {
    if (cash.isPositive()) {
      account.deposit(time, cash);
    }
    for (StrategySlot slot : slots) {
      Decimal allotted = allotments.getOrDefault(slot.name(), Decimal.ZERO);
      if (allotted.isPositive()) {
        slot.ledger().deposit(time, allotted);
      }
    }
  }

  /** Values the positions that have a new price, each rounded to its instrument's tick. */
  void mark(BarSlice bars) {
    if (currencies != null) {
      currencies.mark(bars, universe);
      return;
    }
    for (Ledger ledger : all) {
      ledger.mark(bars, universe);
    }
  }

  void mark(Symbol symbol, double price) {
    if (currencies != null) {
      currencies.mark(symbol, price, universe);
      return;
    }
    for (Ledger ledger : all) {
      ledger.mark(symbol, price, universe);
    }
  }

  void apply(CorporateAction action) {
    ActionTerms terms =
        ActionTerms.DEFAULT.withLotSize(universe.instrument(action.symbol()).lotSize());
    if (currencies != null) {
      currencies.apply(action, terms, universe);
      return;
    }
    for (Ledger ledger : all) {
      if (!ledger.seen(action)) {
        ledger.apply(action, terms);
      }
    }
  }

  void payDividends(long time) {
    if (currencies != null) {
      currencies.payDividends(time);
      return;
    }
    for (Ledger ledger : all) {
      ledger.payDividends(time);
    }
  }

  /** Returns the strategy that holds most units of a symbol, the first of several. */
  StrategySlot holder(Symbol symbol) {
    StrategySlot holder = slots.get(0);
    for (StrategySlot slot : slots) {
      Decimal held = slot.ledger().position(symbol).quantity().abs();
      if (held.compareTo(holder.ledger().position(symbol).quantity().abs()) > 0) {
        holder = slot;
      }
    }
    return holder;
  }

  /**
   * Books what the broker credited or charged. What concerns a symbol is shared by the strategies
   * that hold it, in proportion to the sizes of their positions; what concerns the account stays
   * with the account.
   */
  void book(AccountActivity activity) {
    book(account, activity, activity.amount());
    if (all.length > 1 && activity.symbol().isPresent()) {
      share(activity, activity.symbol().get());
    }
  }

  private void share(AccountActivity activity, Symbol symbol) {
    List<StrategySlot> holders = new ArrayList<>();
    Decimal units = Decimal.ZERO;
    for (StrategySlot slot : slots) {
      Decimal held = slot.ledger().position(symbol).quantity().abs();
      if (held.isPositive()) {
        holders.add(slot);
        units = units.plus(held);
      }
    }
    Decimal rest = activity.amount();
    for (int i = 0; i < holders.size(); i++) {
      Ledger ledger = holders.get(i).ledger();
      Decimal held = ledger.position(symbol).quantity().abs();
      Decimal part =
          i == holders.size() - 1
              ? rest
              : activity
                  .amount()
                  .times(held.dividedBy(units, 9, RoundingMode.DOWN), 9, RoundingMode.DOWN);
      rest = rest.minus(part);
      book(ledger, activity, part);
    }
  }

  private static void book(Ledger ledger, AccountActivity activity, Decimal amount) {
    if (amount.isZero()) {
      return;
    }
    switch (activity.kind()) {
      case CASH_INTEREST, MARGIN_INTEREST -> ledger.interest(activity.time(), amount);
      case BORROW_FEE, FEE -> ledger.fee(activity.time(), amount.negated(), activity.description());
    }
  }
}
