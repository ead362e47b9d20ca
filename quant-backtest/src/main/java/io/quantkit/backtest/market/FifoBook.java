package io.quantkit.backtest.market;

import io.quantkit.core.market.BookOrder;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The orders of others in a book, each with its place in the queue at its price: first in, first
 * out.
 */
final class FifoBook {
  private final Map<Long, Resting> orders = new HashMap<>(); // never iterated
  private final TreeMap<Double, Level> bids = new TreeMap<>(Collections.reverseOrder());
  private final TreeMap<Double, Level> asks = new TreeMap<>();
  private long places;

  /** An order of somebody else. */
  static final class Resting {
    final boolean buy;
    final double price;
    final long place;
    double left;

    Resting(BookOrder added, long place) {
      this.buy = added.buy();
      this.price = added.price();
      this.left = added.size();
      this.place = place;
    }
  }

  private static final class Level {
    double units;
    int orders;
  }

  /** Returns a place behind all that rest now and before all that come. */
  long nextPlace() {
    return ++places;
  }

  /** Returns the units that rest at a price. */
  double units(boolean buy, double price) {
    Level level = side(buy).get(price);
    return level == null ? 0 : level.units;
  }

  /**
   * Adds an order.
   *
   * @throws IllegalArgumentException if one of its number rests already
   */
  void add(BookOrder event) {
    Resting order = new Resting(event, nextPlace());
    if (orders.putIfAbsent(event.orderId(), order) != null) {
      throw new IllegalArgumentException(
          "order to add must not rest yet, was %d at %d"
              .formatted(event.orderId(), event.eventTime()));
    }
    Level level = side(order.buy).computeIfAbsent(order.price, price -> new Level());
    level.units += order.left;
    level.orders++;
  }

  /**
   * Takes units out of an order.
   *
   * @return the order, null if it came before the data did
   */
  @Nullable Resting take(BookOrder event) {
    Resting order = orders.get(event.orderId());
    if (order == null) {
      return null;
    }
    Level level = side(order.buy).get(order.price);
    if (level == null) {
      throw new IllegalStateException("no level of order " + event.orderId());
    }
    double units = Math.min(event.size(), order.left);
    order.left -= units;
    level.units -= units;
    if (order.left <= 0) {
      orders.remove(event.orderId());
      if (--level.orders == 0) {
        side(order.buy).remove(order.price);
      }
    }
    return order;
  }

  /** Shows the best levels of one side. */
  void show(boolean buy, Ladder ladder) {
    int count = 0;
    for (Map.Entry<Double, Level> level : side(buy).entrySet()) {
      if (count == Ladder.MOST) {
        break;
      }
      ladder.next(count++, level.getKey(), level.getValue().units);
    }
    ladder.show(count);
  }

  private Map<Double, Level> side(boolean buy) {
    return buy ? bids : asks;
  }
}
