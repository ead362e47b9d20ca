package io.quantkit.core.ledger;

import io.quantkit.core.math.Decimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;

/**
 * The lots of one position, all on one side; quantities and costs are positive here on both.
 *
 * <p>Quantities are whole numbers of {@code 10^-unitScale}, one scale for all lots, and costs are
 * in the ledger's {@link Money}. Closing is planned first and then done, so that an amount which
 * does not fit is noticed while nothing has changed. The cost of a lot that is closed in part is
 * split: the part takes {@code quantity * price} rounded to the finest scale, the rest keeps what
 * is left, so that the parts always sum to the whole.
 */
final class Lots {
  private final boolean oldestFirst;
  private final Money money;
  private int unitScale;
  private long[] quantities = new long[4];
  private long[] prices = new long[4];
  private byte[] priceScales = new byte[4];
  private long[] costs = new long[4];
  private long[] openedAt = new long[4];
  private int head;
  private int tail;

  private int plannedWhole;
  private long plannedQuantity; // what is left of the lot split, zero if none is
  private long plannedCost;

  Lots(LotMethod method, Money money) {
    this.oldestFirst = method == LotMethod.FIFO;
    this.money = money;
  }

  /** Returns lots of a position, given oldest first with its sign. */
  static Lots of(LotMethod method, Money money, List<Lot> given) {
    Lots lots = new Lots(method, money);
    for (Lot lot : given) {
      lots.unitScale = Math.max(lots.unitScale, lot.quantity().scale());
    }
    for (Lot lot : given) {
      Decimal quantity = lot.quantity().abs();
      lots.open(
          lot.openedAt(),
          lots.units(quantity),
          lot.price().unscaled(),
          lot.price().scale(),
          money.of(lot.cost().abs()));
    }
    return lots;
  }

  /** Returns what is left of lots, given oldest first with their sign, after units are closed. */
  static List<Lot> without(LotMethod method, int moneyScale, List<Lot> given, Decimal units) {
    Money money = new Money(moneyScale);
    for (Lot lot : given) {
      money.scale(Math.max(money.scale(), lot.cost().scale()));
    }
    while (true) {
      try {
        Lots lots = of(method, money, given);
        lots.unitScale(Math.max(lots.unitScale, units.scale()));
        lots.plan(lots.units(units));
        lots.close();
        return lots.toList(given.get(0).quantity().isNegative());
      } catch (ArithmeticException tight) {
        if (money.scale() == moneyScale) {
          throw tight;
        }
        money.scale(money.scale() + 1);
      }
    }
  }

  /** Returns the lots, and parts of lots, that were closed to leave what is left of some. */
  static List<Lot> difference(LotMethod method, List<Lot> given, List<Lot> left) {
    List<Lot> taken = new ArrayList<>();
    int lost = given.size() - left.size();
    for (int i = 0; i < given.size(); i++) {
      Lot lot = given.get(i);
      int at = method == LotMethod.FIFO ? i - lost : i;
      if (at < 0 || at >= left.size()) {
        taken.add(lot);
      } else if (!left.get(at).equals(lot)) {
        Lot rest = left.get(at);
        taken.add(
            new Lot(
                lot.openedAt(),
                lot.quantity().minus(rest.quantity()),
                lot.price(),
                lot.cost().minus(rest.cost())));
      }
    }
    return taken;
  }

  /** Returns how many decimals quantities are counted in. */
  int unitScale() {
    return unitScale;
  }

  /** Returns a quantity as it is counted here. */
  long units(Decimal quantity) {
    if (quantity.scale() > unitScale) {
      throw new ArithmeticException(
          "quantities have at most 18 digits, which is too few for "
              + quantity
              + " beside the others");
    }
    return Money.raised(quantity.unscaled(), unitScale - quantity.scale());
  }

  /**
   * Counts quantities in another scale.
   *
   * @return whether it holds all of them; if not, nothing has changed
   */
  boolean unitScale(int newScale) {
    if (newScale > unitScale) {
      long factor = Money.power(newScale - unitScale);
      long most = (Money.LIMIT - 1) / factor;
      for (int i = head; i < tail; i++) {
        if (quantities[i] > most) {
          return false;
        }
      }
      for (int i = head; i < tail; i++) {
        quantities[i] *= factor;
      }
    } else {
      long divisor = Money.power(unitScale - newScale);
      for (int i = head; i < tail; i++) {
        if (quantities[i] % divisor != 0) {
          return false;
        }
      }
      for (int i = head; i < tail; i++) {
        quantities[i] /= divisor;
      }
    }
    unitScale = newScale;
    return true;
  }

  /**
   * Plans to close units.
   *
   * @param quantity how many, at most what is held
   * @return what they cost
   */
  long plan(long quantity) {
    plannedWhole = 0;
    plannedQuantity = 0;
    long open = quantity;
    long cost = 0;
    while (open > 0) {
      int i = oldestFirst ? head + plannedWhole : tail - 1 - plannedWhole;
      if (open < quantities[i]) {
        long worth = money.times(open, unitScale, prices[i], priceScales[i]);
        long part = Math.min(worth, costs[i]);
        plannedQuantity = quantities[i] - open;
        plannedCost = costs[i] - part;
        return Money.checked(cost + part);
      }
      cost = Money.checked(cost + costs[i]);
      open -= quantities[i];
      plannedWhole++;
    }
    return cost;
  }

  /** Closes what was planned last. */
  void close() {
    if (oldestFirst) {
      head += plannedWhole;
    } else {
      tail -= plannedWhole;
    }
    if (head == tail) {
      head = 0;
      tail = 0;
    }
    if (plannedQuantity != 0) {
      int i = oldestFirst ? head : tail - 1;
      quantities[i] = plannedQuantity;
      costs[i] = plannedCost;
    }
  }

  void open(long time, long quantity, long price, int priceScale, long cost) {
    if (tail == quantities.length) {
      makeRoom();
    }
    quantities[tail] = quantity;
    prices[tail] = price;
    priceScales[tail] = (byte) priceScale;
    costs[tail] = cost;
    openedAt[tail] = time;
    tail++;
  }

  boolean costsAll(LongPredicate condition) {
    for (int i = head; i < tail; i++) {
      if (!condition.test(costs[i])) {
        return false;
      }
    }
    return true;
  }

  void replaceCosts(LongUnaryOperator change) {
    for (int i = head; i < tail; i++) {
      costs[i] = change.applyAsLong(costs[i]);
    }
  }

  /** Returns the lots, oldest first, with the sign of the position. */
  List<Lot> toList(boolean isShort) {
    List<Lot> lots = new ArrayList<>(tail - head);
    int sign = isShort ? -1 : 1;
    for (int i = head; i < tail; i++) {
      lots.add(
          new Lot(
              openedAt[i],
              Decimal.ofScaled(sign * quantities[i], unitScale),
              Decimal.ofScaled(prices[i], priceScales[i]),
              money.decimal(sign * costs[i])));
    }
    return Collections.unmodifiableList(lots);
  }

  private void makeRoom() {
    int size = tail - head;
    int length = head > size ? quantities.length : 2 * quantities.length;
    quantities = Arrays.copyOf(Arrays.copyOfRange(quantities, head, tail), length);
    prices = Arrays.copyOf(Arrays.copyOfRange(prices, head, tail), length);
    priceScales = Arrays.copyOf(Arrays.copyOfRange(priceScales, head, tail), length);
    costs = Arrays.copyOf(Arrays.copyOfRange(costs, head, tail), length);
    openedAt = Arrays.copyOf(Arrays.copyOfRange(openedAt, head, tail), length);
    head = 0;
    tail = size;
  }
}
