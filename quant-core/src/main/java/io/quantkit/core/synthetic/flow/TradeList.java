package io.quantkit.core.synthetic.flow;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Trade;
import io.quantkit.core.synthetic.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the trades of a {@link TradeModel}, and holds the rules its parameters share. */
final class TradeList {
  private final List<Trade> trades;
  private final long nanosBetween;
  private long time;

  TradeList(int count, long from, long nanosBetween) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be at least 0, was " + count);
    }
    if (nanosBetween < 0) {
      throw new IllegalArgumentException("nanosBetween must be at least 0, was " + nanosBetween);
    }
    this.trades = new ArrayList<>(count);
    this.time = from;
    this.nanosBetween = nanosBetween;
  }

  void add(double price, double size, int sign) {
    if (!(price > 0)) {
      throw new IllegalStateException(
          "the price must stay positive, became %s at trade %d".formatted(price, trades.size()));
    }
    Aggressor aggressor = sign > 0 ? Aggressor.BUYER : Aggressor.SELLER;
    trades.add(new Trade(time, time, price, size, aggressor));
    time += nanosBetween;
  }

  List<Trade> list() {
    return Collections.unmodifiableList(trades);
  }

  /** Returns 1 or -1, one as likely as the other. */
  static int sign(RandomStream random) {
    return random.uniform() < 0.5 ? 1 : -1;
  }

  static void requirePositive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
  }

  static void requireNotNegative(String name, double value) {
    if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, was " + value);
    }
  }
}
