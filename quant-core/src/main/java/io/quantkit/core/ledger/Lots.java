package io.quantkit.core.ledger;

import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The lots of one position, all on one side; quantities and costs are positive here on both.
 *
 * <p>Closing is planned first and then done, so that an amount which does not fit a {@link Decimal}
 * is noticed while nothing has changed. The cost of a lot that is closed in part is split: the part
 * takes {@code quantity * price} rounded to the money scale, the rest keeps what is left, so that
 * the parts always sum to the whole.
 */
final class Lots {
  private final boolean oldestFirst;
  private final int moneyScale;
  private Decimal[] quantities = new Decimal[4];
  private Decimal[] prices = new Decimal[4];
  private Decimal[] costs = new Decimal[4];
  private long[] openedAt = new long[4];
  private int head;
  private int tail;

  private int plannedWhole;
  private Decimal plannedQuantity = Decimal.ZERO; // what is left of the lot split, zero if none is
  private Decimal plannedCost = Decimal.ZERO;

  Lots(LotMethod method, int moneyScale) {
    this.oldestFirst = method == LotMethod.FIFO;
    this.moneyScale = moneyScale;
  }

  /** Returns lots of a position, given oldest first with its sign. */
  static Lots of(LotMethod method, int moneyScale, List<Lot> given) {
    Lots lots = new Lots(method, moneyScale);
    for (Lot lot : given) {
      lots.open(lot.openedAt(), lot.quantity().abs(), lot.price(), lot.cost().abs());
    }
    return lots;
  }

  /**
   * Plans to close units.
   *
   * @param quantity how many, at most what is held
   * @return what they cost
   */
  Decimal plan(Decimal quantity) {
    Decimal open = quantity;
    Decimal cost = Decimal.ZERO;
    plannedWhole = 0;
    plannedQuantity = Decimal.ZERO;
    while (open.isPositive()) {
      int i = oldestFirst ? head + plannedWhole : tail - 1 - plannedWhole;
      int compared = open.compareTo(quantities[i]);
      if (compared < 0) {
        Decimal part = open.times(prices[i], moneyScale, RoundingMode.HALF_EVEN).min(costs[i]);
        plannedQuantity = quantities[i].minus(open);
        plannedCost = costs[i].minus(part);
        return cost.plus(part);
      }
      cost = cost.plus(costs[i]);
      open = open.minus(quantities[i]);
      plannedWhole++;
    }
    return cost;
  }

  /** Closes what was planned last. */
  void close() {
    for (int n = 0; n < plannedWhole; n++) {
      int i = oldestFirst ? head++ : --tail;
      clear(i);
    }
    if (head == tail) {
      head = 0;
      tail = 0;
    }
    if (!plannedQuantity.isZero()) {
      int i = oldestFirst ? head : tail - 1;
      quantities[i] = plannedQuantity;
      costs[i] = plannedCost;
    }
  }

  void open(long time, Decimal quantity, Decimal price, Decimal cost) {
    if (tail == quantities.length) {
      makeRoom();
    }
    quantities[tail] = quantity;
    prices[tail] = price;
    costs[tail] = cost;
    openedAt[tail] = time;
    tail++;
  }

  /** Returns the lots, oldest first, with the sign of the position. */
  List<Lot> toList(boolean isShort) {
    List<Lot> lots = new ArrayList<>(tail - head);
    for (int i = head; i < tail; i++) {
      lots.add(
          isShort
              ? new Lot(openedAt[i], quantities[i].negated(), prices[i], costs[i].negated())
              : new Lot(openedAt[i], quantities[i], prices[i], costs[i]));
    }
    return Collections.unmodifiableList(lots);
  }

  @SuppressWarnings("NullAway") // slots outside [head, tail) hold nothing and are never read
  private void clear(int i) {
    quantities[i] = null;
    prices[i] = null;
    costs[i] = null;
  }

  private void makeRoom() {
    int size = tail - head;
    int length = head > size ? quantities.length : 2 * quantities.length;
    quantities = Arrays.copyOf(Arrays.copyOfRange(quantities, head, tail), length);
    prices = Arrays.copyOf(Arrays.copyOfRange(prices, head, tail), length);
    costs = Arrays.copyOf(Arrays.copyOfRange(costs, head, tail), length);
    openedAt = Arrays.copyOf(Arrays.copyOfRange(openedAt, head, tail), length);
    head = 0;
    tail = size;
  }
}
