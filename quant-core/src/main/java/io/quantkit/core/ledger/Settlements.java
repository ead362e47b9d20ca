package io.quantkit.core.ledger;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.SettlementRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;

/**
 * Money of trades that is not settled yet: one sum of receipts and one of payments for each time at
 * which something settles, the earliest first.
 */
final class Settlements {
  private final Function<Symbol, SettlementRule> rules;
  private final List<Dates> dates = new ArrayList<>();
  private long[] times = new long[8];
  private long[] receipts = new long[8];
  private long[] payments = new long[8];
  private int size;

  Settlements(Function<Symbol, SettlementRule> rules) {
    this.rules = rules;
  }

  /** Returns when trades of a symbol settle. */
  Dates dates(Symbol symbol) {
    SettlementRule rule = rules.apply(symbol);
    for (Dates known : dates) {
      if (known.rule.equals(rule)) {
        return known;
      }
    }
    Dates added = new Dates(rule);
    dates.add(added);
    return added;
  }

  /** Throws if an amount that settles at a time does not fit. */
  void check(long time, long amount) {
    int i = indexOf(time);
    if (i >= 0) {
      Money.checked(amount > 0 ? receipts[i] + amount : payments[i] - amount);
    }
  }

  /** Adds what is received, or paid if negative, at a time. */
  void add(long time, long amount) {
    int i = indexOf(time);
    if (i < 0) {
      i = insert(time, -1 - i);
    }
    receipts[i] += Math.max(amount, 0);
    payments[i] -= Math.min(amount, 0);
  }

  private int indexOf(long time) {
    if (size > 0 && times[size - 1] == time) {
      return size - 1;
    }
    return Arrays.binarySearch(times, 0, size, time);
  }

  private int insert(long time, int at) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      receipts = Arrays.copyOf(receipts, 2 * size);
      payments = Arrays.copyOf(payments, 2 * size);
    }
    System.arraycopy(times, at, times, at + 1, size - at);
    System.arraycopy(receipts, at, receipts, at + 1, size - at);
    System.arraycopy(payments, at, payments, at + 1, size - at);
    size++;
    times[at] = time;
    receipts[at] = 0;
    payments[at] = 0;
    return at;
  }

  /** Forgets what has settled by a time, inclusive. */
  void settle(long time) {
    int settled = 0;
    while (settled < size && times[settled] <= time) {
      settled++;
    }
    if (settled > 0) {
      size -= settled;
      System.arraycopy(times, settled, times, 0, size);
      System.arraycopy(receipts, settled, receipts, 0, size);
      System.arraycopy(payments, settled, payments, 0, size);
    }
  }

  long receipts() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum = Money.checked(sum + receipts[i]);
    }
    return sum;
  }

  long payments() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum = Money.checked(sum + payments[i]);
    }
    return sum;
  }

  List<PendingSettlement> toList(Money money) {
    List<PendingSettlement> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(
          new PendingSettlement(times[i], money.decimal(receipts[i]), money.decimal(payments[i])));
    }
    return Collections.unmodifiableList(list);
  }

  boolean amountsAll(LongPredicate condition) {
    for (int i = 0; i < size; i++) {
      if (!condition.test(receipts[i]) || !condition.test(payments[i])) {
        return false;
      }
    }
    return true;
  }

  void replaceAmounts(LongUnaryOperator change) {
    for (int i = 0; i < size; i++) {
      receipts[i] = change.applyAsLong(receipts[i]);
      payments[i] = change.applyAsLong(payments[i]);
    }
  }

  /** When trades settle under one rule; remembers the trading day it was asked for last. */
  static final class Dates {
    private final SettlementRule rule;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private long settles;

    Dates(SettlementRule rule) {
      this.rule = rule;
    }

    /**
     * Returns when a trade settles: when the date on which it does begins where the market is, or
     * at once if that is the day of the trade.
     */
    long settles(long time) {
      if (time >= from && time < to) {
        return settles;
      }
      LocalDate date = rule.calendar().tradingDateOf(time);
      LocalDate settled = rule.settles(date);
      from = time;
      to = rule.calendar().session(date).orElseThrow().postClose();
      settles =
          settled.equals(date)
              ? Long.MIN_VALUE
              : Math.multiplyExact(
                  settled.atStartOfDay(rule.calendar().zone()).toEpochSecond(), 1_000_000_000L);
      return settles;
    }
  }
}
