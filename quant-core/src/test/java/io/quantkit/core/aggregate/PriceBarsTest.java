package io.quantkit.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceBarsTest {
  private static final double NAN = Double.NaN;
  private final RecordedBars recorded = new RecordedBars();

  private BarAggregator feed(BarRule rule, double... prices) {
    BarAggregator aggregator = rule.start(recorded);
    for (int i = 0; i < prices.length; i++) {
      aggregator.add(Trade.of(10L * i, prices[i], 1));
    }
    return aggregator;
  }

  @Test
  void aTurnTakesTwoBricks() {
    feed(BarRule.renko(10), 100, 95, 110, 118, 105, 101, 100, 91, 90);

    assertThat(recorded.bars)
        .containsExactly(
            new Bar(0, 20, 100, 110, 95, 110, 3, 305 / 3.0, 3),
            new Bar(30, 80, 100, 118, 90, 90, 6, 605 / 6.0, 6));
  }

  @Test
  void aJumpMakesSeveralBricksOfOneTrade() {
    feed(BarRule.renko(10), 100, 135, 105);

    assertThat(recorded.bars)
        .containsExactly(
            new Bar(0, 10, 100, 110, 100, 110, 2, 117.5, 2),
            new Bar(10, 10, 110, 120, 110, 120, 0, NAN, 0),
            new Bar(11, 11, 120, 130, 120, 130, 0, NAN, 0),
            new Bar(20, 20, 120, 120, 110, 110, 1, 105, 1));
  }

  @Test
  void levelsAreDecimal() {
    double[] prices = new double[31];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = (1000 + i) / 1000.0; // one tick of 0.001 a trade
    }
    feed(BarRule.renko(0.003), prices);

    assertThat(recorded.bars).hasSize(10);
    assertThat(recorded.bars.get(9).close()).isEqualTo(1.03);
  }

  @Test
  void aBrickNeedsAPriceWithinReach() {
    BarAggregator aggregator = feed(BarRule.renko(1e-6), 100);
    assertThatThrownBy(() -> aggregator.add(Trade.of(1, 200, 1)))
        .hasMessage(
            "price must not jump more than 1000000 bricks of 1.0E-6, was 200.0 after 100.0");
    assertThat(aggregator.counts().accepted()).isEqualTo(1);
  }

  @Test
  void aRangeBarEndsWithTheTradeThatMakesItWide() {
    BarAggregator aggregator = feed(BarRule.range(0.1), 10.05, 10.1, 10.02, 10.2, 10.3, 10.2);

    assertThat(recorded.bars)
        .extracting(Bar::low, Bar::high)
        .containsExactly(tuple(10.02, 10.2), tuple(10.2, 10.3));
    assertThat(aggregator.partial()).isEmpty();
  }

  @Test
  void heikinAshiAveragesTheBar() {
    HeikinAshi transform = new HeikinAshi();
    Bar first = transform.next(new Bar(0, 1, 10, 14, 8, 12, 5, 11, 2));
    Bar second = transform.next(new Bar(1, 2, 12, 13, 12, 13, 6));

    assertThat(first).isEqualTo(new Bar(0, 1, 11, 14, 8, 11, 5, 11, 2));
    assertThat(second).isEqualTo(new Bar(1, 2, 11, 13, 11, 12.5, 6));
    Bar third = new Bar(2, 3, 9, 10, 9, 10, 6);
    assertThat(HeikinAshi.after(second).next(third)).isEqualTo(transform.next(third));
    assertThatThrownBy(() -> transform.next(Bar.ofClose(3, 4, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("bar must tell all four prices");
  }

  @Test
  void heikinAshiOfASeriesIsThatOfItsBars() {
    List<Bar> bars = List.of(new Bar(0, 1, 10, 14, 8, 12, 5), new Bar(1, 2, 12, 13, 12, 13, 6));
    BarSeries series = BarSeries.copyOf(Symbol.of("X"), Timeframe.SECOND_1, bars);
    HeikinAshi transform = new HeikinAshi();

    BarSeries transformed = HeikinAshi.over(series);

    for (int i = 0; i < bars.size(); i++) {
      assertThat(transformed.bar(i)).isEqualTo(transform.next(bars.get(i)));
    }
  }
}
