package io.quantkit.core.synthetic.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Trade;
import io.quantkit.core.synthetic.ZScore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderFlowTest {
  private static final long SECOND = 1_000_000_000L;
  private static final TapeListener NOBODY = new Tape();

  private static OrderFlow.Builder byDistance() {
    return OrderFlow.builder(100, 0.01)
        .limitRates(1.9, 1.3, 1.1, 0.9, 0.8)
        .cancelRates(0.7, 0.8, 0.6, 0.5)
        .marketRate(0.9);
  }

  @Test
  void ratesByDistanceAreFoundAgain() {
    OrderFlowCounts counts = byDistance().build().run(0, 10_000 * SECOND, 1, NOBODY);
    double[] limits = {1.9, 1.3, 1.1, 0.9, 0.8};
    double[] cancels = {0.7, 0.8, 0.6, 0.5, 0.5, 0.5};

    for (int d = 1; d <= 5; d++) {
      ZScore.checkPoisson("limits at " + d, counts.limitOrders(d), limits[d - 1] * 20_000);
    }
    for (int d = 1; d <= 6; d++) {
      double expected = cancels[d - 1] * counts.orderSeconds(d);
      ZScore.checkPoisson("cancels at " + d, counts.cancellations(d), expected);
    }
    ZScore.checkPoisson("buys", counts.buyOrders(), 9000);
    ZScore.checkPoisson("sells", counts.sellOrders(), 9000);
  }

  @Test
  void excitedMarketOrdersArriveAtTheMeanRateOfTheirProcess() {
    HawkesProcess process =
        HawkesProcess.of(new double[] {0.2, 0.2}, new double[][] {{0.5, 0.1}, {0.1, 0.5}}, 5);
    OrderFlow flow = byDistance().marketOrders(process).build();
    ZScore buys = new ZScore("buys", 0.5 * 500);
    ZScore sells = new ZScore("sells", 0.5 * 500);
    for (int seed = 0; seed < 100; seed++) {
      OrderFlowCounts counts = flow.run(0, 500 * SECOND, seed, NOBODY);
      buys.add(counts.buyOrders());
      sells.add(counts.sellOrders());
    }
    // The first seconds lack a past: about g / (d (1 - g)^2) b = 0.75 events of each side.
    assertThat(buys.z()).isBetween(-5.5, 4.5);
    assertThat(sells.z()).isBetween(-5.5, 4.5);
  }

  @Test
  void ordersHaveTheirMeanSize() {
    Tape tape = new Tape();
    OrderFlow flow =
        OrderFlow.builder(100, 0.01)
            .limitRates(0)
            .cancelRates(0)
            .marketRate(1)
            .meanLots(3)
            .lot(10)
            .build();
    flow.run(0, 5 * SECOND, 3, tape);
    double resting = tape.quotes().get(0).bidSize();

    assertThat(resting % 10).isZero();
    ZScore size = new ZScore("size of the first order", 30);
    for (int seed = 0; seed < 3000; seed++) {
      Tape other = new Tape();
      flow.run(0, 1, seed, other);
      size.add(other.quotes().get(0).bidSize());
    }
    size.check();
  }

  /** Lee and Ready 1991 would find most aggressors: a true one buys at the last ask. */
  @Test
  void tradesHappenAtTheQuoteThatTheirAggressorMeets() {
    List<Object> story = new ArrayList<>();
    byDistance()
        .meanLots(2)
        .snapshotEvery(SECOND)
        .build()
        .run(
            1_000,
            1_000 + 1_000 * SECOND,
            4,
            new TapeListener() {
              @Override
              public void trade(Trade trade) {
                story.add(trade);
              }

              @Override
              public void quote(Quote quote) {
                story.add(quote);
              }

              @Override
              public void book(BookSnapshot book) {
                story.add(book);
              }
            });
    Quote quote = (Quote) story.get(0);
    long time = 0;
    int first = 0;
    int books = 0;
    boolean fresh = true;
    for (Object one : story) {
      if (one instanceof Trade trade) {
        boolean buys = trade.aggressor() == Aggressor.BUYER;
        if (fresh) {
          assertThat(trade.price()).isEqualTo(buys ? quote.ask() : quote.bid());
          first++;
        } else {
          assertThat(buys ? trade.price() >= quote.ask() : trade.price() <= quote.bid()).isTrue();
        }
        fresh = false;
        assertThat(trade.eventTime()).isGreaterThanOrEqualTo(time);
        time = trade.eventTime();
      } else if (one instanceof Quote next) {
        assertThat(next.crossed() || next.locked()).isFalse();
        assertThat(next.eventTime()).isGreaterThanOrEqualTo(time);
        time = next.eventTime();
        quote = next;
        fresh = true;
      } else {
        BookSnapshot book = (BookSnapshot) one;
        Quote top = book.quote();
        assertThat(new double[] {top.bid(), top.bidSize(), top.ask(), top.askSize()})
            .isEqualTo(new double[] {quote.bid(), quote.bidSize(), quote.ask(), quote.askSize()});
        assertThat(book.eventTime()).isGreaterThanOrEqualTo(time);
        books++;
      }
    }
    assertThat(first).isGreaterThan(1000);
    assertThat(books).isEqualTo(1000);
  }

  @Test
  void oneSeedIsOneStory() {
    OrderFlow flow = byDistance().snapshotEvery(SECOND).build();
    Tape first = new Tape();
    Tape again = new Tape();
    Tape other = new Tape();
    flow.run(0, 100 * SECOND, 7, first);
    flow.run(0, 100 * SECOND, 7, again);
    flow.run(0, 100 * SECOND, 8, other);

    assertThat(again.trades()).isEqualTo(first.trades());
    assertThat(again.quotes()).isEqualTo(first.quotes());
    assertThat(again.books()).isEqualTo(first.books());
    assertThat(other.trades()).isNotEqualTo(first.trades());
  }

  @Test
  void goesOnWhenASideRunsOutOrPricesReachTheLowestTick() {
    OrderFlow thin =
        OrderFlow.builder(0.03, 0.01).limitRates(0.5, 0.5).cancelRates(1).marketRate(3).build();
    Tape tape = new Tape();
    OrderFlowCounts counts = thin.run(0, 2_000 * SECOND, 5, tape);

    assertThat(counts.trades()).isLessThan(counts.buyOrders() + counts.sellOrders());
    assertThat(tape.quotes()).anyMatch(quote -> Double.isNaN(quote.bid()));
    assertThat(tape.trades()).allMatch(trade -> trade.price() >= 0.01);
  }

  @Test
  void refusesSettingsThatMakeNoMarket() {
    assertThatThrownBy(() -> OrderFlow.builder(0.001, 0.01))
        .hasMessage("price must be within 1 to 536870912 ticks, was 0.0");
    assertThatThrownBy(() -> byDistance().limitRates(1).build())
        .hasMessage("there must be no more cancel rates than limit rates, was 4 and 1");
    assertThatThrownBy(() -> byDistance().marketOrders(HawkesProcess.of(1, 0.5, 1)))
        .hasMessage("market orders must be of 2 types, was 1");
    assertThatThrownBy(() -> byDistance().build().run(1, 0, 1, NOBODY))
        .hasMessage("toExclusive must not be before fromInclusive, was 0 < 1");
  }
}
