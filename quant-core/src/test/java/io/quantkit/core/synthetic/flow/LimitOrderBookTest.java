package io.quantkit.core.synthetic.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.order.Side;
import io.quantkit.core.synthetic.RandomStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LimitOrderBookTest {
  private final List<String> heard = new ArrayList<>();
  private final LimitOrderBook book =
      new LimitOrderBook(
          (resting, aggressor, tick, lots) ->
              heard.add(resting + " " + aggressor + " " + lots + "@" + tick));

  @Test
  void executesBestPriceFirstAndOldestFirstAtAPrice() {
    long late = book.limit(Side.SELL, 102, 5);
    long first = book.limit(Side.SELL, 101, 3);
    long second = book.limit(Side.SELL, 101, 4);

    long order = book.limit(Side.BUY, 102, 8);

    assertThat(order).isEqualTo(LimitOrderBook.NO_ORDER);
    assertThat(heard)
        .containsExactly(first + " BUY 3@101", second + " BUY 4@101", late + " BUY 1@102");
    assertThat(book.bestAsk()).isEqualTo(102);
    assertThat(book.lots(late)).isEqualTo(4);
    assertThat(book.lots(first)).isZero();
  }

  @Test
  void restsWhatItsLimitLeaves() {
    book.limit(Side.SELL, 101, 3);

    long order = book.limit(Side.BUY, 101, 5);

    assertThat(book.bestBid()).isEqualTo(101);
    assertThat(book.bestAsk()).isEqualTo(LimitOrderBook.NO_TICK);
    assertThat(book.lots(order)).isEqualTo(2);
    assertThat(book.tick(order)).isEqualTo(101);
  }

  @Test
  void dropsWhatAMarketOrderDoesNotFind() {
    book.limit(Side.BUY, 99, 3);

    assertThat(book.market(Side.SELL, 10)).isEqualTo(3);
    assertThat(book.market(Side.SELL, 10)).isZero();
    assertThat(book.orders(Side.BUY)).isZero();
  }

  @Test
  void smallerOrdersKeepTheirPlaceAndCancelledOnesAreForgotten() {
    long first = book.limit(Side.BUY, 99, 3);
    long second = book.limit(Side.BUY, 99, 3);

    assertThat(book.reduce(first, 2)).isEqualTo(2);
    assertThat(book.orderAt(99, 0)).isEqualTo(first);
    assertThat(book.cancel(first)).isEqualTo(1);
    assertThat(book.cancel(first)).isZero();
    long third = book.limit(Side.BUY, 98, 1);
    assertThat(third).isNotEqualTo(first);
    assertThat(book.cancel(first)).isZero();
    assertThat(book.reduce(second, 9)).isEqualTo(3);
    assertThat(book.bestBid()).isEqualTo(98);
  }

  @Test
  void snapshotsHaveTheBestTenLevelsAndTrueTicks() {
    for (int i = 1; i <= 12; i++) {
      book.limit(Side.BUY, 10_000 - 3 * i, i);
      book.limit(Side.SELL, 10_000 + 7 * i, 2L * i);
    }

    BookSnapshot snapshot = book.snapshot(5, 0.01, 100);

    assertThat(snapshot.bidLevels()).isEqualTo(10);
    assertThat(snapshot.askLevels()).isEqualTo(10);
    assertThat(snapshot.bid(9)).isEqualTo(99.7);
    assertThat(snapshot.ask(9)).isEqualTo(100.7);
    assertThat(snapshot.askSize(9)).isEqualTo(2000);
  }

  @Test
  void refusesOrdersThatAreNone() {
    assertThatThrownBy(() -> book.limit(Side.BUY, 0, 1))
        .hasMessage("tick must be within 1 to 1073741824, was 0");
    assertThatThrownBy(() -> book.market(Side.BUY, 0)).hasMessage("lots must be at least 1, was 0");
    book.limit(Side.BUY, 1, 1);
    assertThatThrownBy(() -> book.limit(Side.SELL, LimitOrderBook.MAX_TICK, 1))
        .hasMessage(
            "prices must be within 8388608 ticks of each other, was 1073741824 beside 1 to 1");
    book.limit(Side.SELL, LimitOrderBook.MAX_RANGE, 1);
    assertThat(book.bestAsk()).isEqualTo(LimitOrderBook.MAX_RANGE);
    assertThat(book.askAbove(Integer.MAX_VALUE)).isEqualTo(LimitOrderBook.NO_TICK);
    assertThat(book.bidBelow(Integer.MIN_VALUE)).isEqualTo(LimitOrderBook.NO_TICK);
    assertThat(book.lotsAt(Integer.MAX_VALUE)).isZero();
  }

  /**
   * A thousand random orders, cancellations and reductions around a price that drifts and jumps,
   * against a plain list searched from its beginning.
   */
  @Property(tries = 100)
  void agreesWithAPlainListAndKeepsItsLaws(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 400) int width) {
    RandomStream random = RandomStream.of(seed);
    Plain plain = new Plain();
    List<String> real = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    LimitOrderBook tested =
        new LimitOrderBook(
            (resting, aggressor, tick, lots) ->
                real.add(ids.indexOf(resting) + " " + aggressor + " " + lots + "@" + tick));
    int centre = 1_000_000;
    for (int step = 0; step < 1000; step++) {
      centre += random.uniform() < 0.01 ? random.below(4000) - 2000 : random.below(5) - 2;
      Side side = random.uniform() < 0.5 ? Side.BUY : Side.SELL;
      int lots = 1 + random.below(9);
      double kind = random.uniform();
      int chosen = ids.isEmpty() ? -1 : random.below(ids.size());
      if (kind < 0.55 || chosen < 0) {
        int tick = centre + random.below(width) - width / 2;
        long id = tested.limit(side, tick, lots);
        ids.add(id == 0 ? -1L - step : id);
        plain.limit(side, tick, lots);
      } else if (kind < 0.7) {
        assertThat(tested.market(side, lots)).isEqualTo(plain.market(side, lots));
      } else if (kind < 0.85) {
        assertThat(tested.cancel(ids.get(chosen))).isEqualTo(plain.reduce(chosen, Long.MAX_VALUE));
      } else {
        assertThat(tested.reduce(ids.get(chosen), lots)).isEqualTo(plain.reduce(chosen, lots));
      }
      plain.compare(tested, ids);
    }
    assertThat(real).isEqualTo(plain.heard);
    assertThat(plain.submitted)
        .isEqualTo(2 * plain.executed + plain.dropped + plain.taken + plain.resting());
  }

  /** The book as a list of orders in the order of their arrival. */
  private static final class Plain {
    private final List<Side> sides = new ArrayList<>();
    private final List<Integer> ticks = new ArrayList<>();
    private final List<Long> left = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private long submitted;
    private long executed;
    private long dropped;
    private long taken;

    void limit(Side side, int tick, long lots) {
      submitted += lots;
      long rest = match(side, tick, lots);
      sides.add(side);
      ticks.add(tick);
      left.add(rest);
    }

    long market(Side side, long lots) {
      submitted += lots;
      long rest = match(side, side == Side.BUY ? Integer.MAX_VALUE : 0, lots);
      dropped += rest;
      return lots - rest;
    }

    long reduce(int order, long lots) {
      long by = Math.min(lots, left.get(order));
      left.set(order, left.get(order) - by);
      taken += by;
      return by;
    }

    private long match(Side side, int limit, long lots) {
      long rest = lots;
      while (rest > 0) {
        int best = best(side.opposite());
        if (best < 0 || (ticks.get(best) - limit) * side.sign() > 0) {
          break;
        }
        long traded = Math.min(rest, left.get(best));
        left.set(best, left.get(best) - traded);
        rest -= traded;
        executed += traded;
        heard.add(best + " " + side + " " + traded + "@" + ticks.get(best));
      }
      return rest;
    }

    private int best(Side side) {
      int best = -1;
      for (int i = 0; i < left.size(); i++) {
        if (sides.get(i) == side
            && left.get(i) > 0
            && (best < 0 || (ticks.get(i) - ticks.get(best)) * side.sign() > 0)) {
          best = i;
        }
      }
      return best;
    }

    long resting() {
      long sum = 0;
      for (long lots : left) {
        sum += lots;
      }
      return sum;
    }

    void compare(LimitOrderBook book, List<Long> ids) {
      int bid = best(Side.BUY);
      int ask = best(Side.SELL);
      assertThat(book.bestBid()).isEqualTo(bid < 0 ? 0 : ticks.get(bid));
      assertThat(book.bestAsk()).isEqualTo(ask < 0 ? 0 : ticks.get(ask));
      assertThat(bid < 0 || ask < 0 || book.bestBid() < book.bestAsk()).isTrue();
      long lots = 0;
      int orders = 0;
      for (int t = book.bestBid(); t != 0; t = book.bidBelow(t)) {
        lots += book.lotsAt(t);
        orders += book.ordersAt(t);
      }
      assertThat(orders).isEqualTo(book.orders(Side.BUY));
      for (int t = book.bestAsk(); t != 0; t = book.askAbove(t)) {
        lots += book.lotsAt(t);
        orders += book.ordersAt(t);
      }
      assertThat(orders).isEqualTo(book.orders(Side.BUY) + book.orders(Side.SELL));
      assertThat(lots).isEqualTo(resting());
      int last = ids.size() - 1;
      if (last >= 0) {
        assertThat(book.lots(ids.get(last))).isEqualTo(left.get(last));
      }
      if (bid >= 0) {
        assertThat(book.orderAt(book.bestBid(), 0)).isEqualTo(ids.get(bid));
      }
    }
  }
}
