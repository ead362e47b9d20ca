package io.quantkit.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Trade;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActivityBarsTest {
  private static final double NAN = Double.NaN;
  private final RecordedBars recorded = new RecordedBars();

  private BarAggregator start(BarRule rule) {
    return rule.start(recorded);
  }

  @Test
  void aBarOfTradesHasSoMany() {
    BarAggregator aggregator = start(BarRule.ticks(2));
    aggregator.add(Trade.of(1, 10, 1));
    aggregator.add(Trade.of(5, 12, 3));
    aggregator.add(Trade.of(7, 11, 1));

    assertThat(recorded.bars).containsExactly(new Bar(1, 5, 10, 12, 10, 12, 4, 11.5, 2));
    assertThat(aggregator.partial()).contains(new Bar(7, 7, 11, 11, 11, 11, 1, 11, 1));
    aggregator.finish();
    assertThat(recorded.flags).containsExactly(Set.of(), Set.of(BarFlag.INCOMPLETE));
    assertThat(aggregator.partial()).isEmpty();
  }

  @Test
  void theTradeThatReachesTheThresholdIsWhollyInTheBar() {
    BarAggregator aggregator = start(BarRule.volume(10));
    aggregator.add(Trade.of(1, 10, 4));
    aggregator.add(Trade.of(2, 20, 26));
    aggregator.add(Trade.of(3, 30, 9));

    assertThat(recorded.bars).containsExactly(new Bar(1, 2, 10, 20, 10, 20, 30, 560 / 30.0, 2));
  }

  @Test
  void decimalSizesReachADecimalThreshold() {
    BarAggregator aggregator = start(BarRule.volume(1));
    aggregator.add(Trade.of(1, 10, 0.3)); // the doubles add up to less than 1 by 4e-17
    aggregator.add(Trade.of(2, 10, 0.7));
    for (int i = 0; i < 10; i++) {
      aggregator.add(Trade.of(3 + i, 10, 0.1)); // and to more than 1 by 6e-17
    }
    assertThat(recorded.bars).extracting(Bar::volume).containsExactly(1.0, 1.0);
    assertThat(aggregator.partial()).isEmpty();
  }

  @Test
  void aBarOfValueCountsMoney() {
    BarAggregator aggregator = start(BarRule.value(100));
    aggregator.add(Trade.of(1, 10, 9.99));
    aggregator.add(Trade.of(2, 10, 0.01));

    assertThat(recorded.bars).containsExactly(new Bar(1, 2, 10, 10, 10, 10, 10, 10, 2));
  }

  @Test
  void aSplitTradeFillsTheBarExactlyAndTheNextOnes() {
    BarAggregator aggregator = start(BarRule.volume(10).splitting());
    aggregator.add(Trade.of(1, 10, 4));
    aggregator.add(Trade.of(2, 20, 29));

    assertThat(recorded.bars)
        .containsExactly(
            new Bar(1, 2, 10, 20, 10, 20, 10, 16, 2),
            new Bar(2, 2, 20, 20, 20, 20, 10, 20, 0),
            new Bar(3, 3, 20, 20, 20, 20, 10, 20, 0));
    assertThat(aggregator.partial()).contains(new Bar(4, 4, 20, 20, 20, 20, 3, 20, 0));
  }

  @Test
  void aSplitThatIsMetButForRoundingOpensNoBar() {
    BarAggregator aggregator = start(BarRule.volume(1).splitting());
    for (int i = 0; i < 10; i++) {
      aggregator.add(Trade.of(3 + i, 10, 0.1));
    }
    assertThat(recorded.bars).extracting(Bar::volume).containsExactly(1.0);
    assertThat(aggregator.partial()).isEmpty();
  }

  @Test
  void aSplitBarOfValueHoldsExactlyTheMoney() {
    BarAggregator aggregator = start(BarRule.value(100).splitting());
    aggregator.add(Trade.of(1, 10, 5));
    aggregator.add(Trade.of(2, 20, 5));

    assertThat(recorded.bars).containsExactly(new Bar(1, 2, 10, 20, 10, 20, 7.5, 100 / 7.5, 2));
    assertThat(aggregator.partial()).contains(new Bar(2, 2, 20, 20, 20, 20, 2.5, 20, 0));
  }

  @Test
  void barsOfOneInstantAreANanosecondApart() {
    BarAggregator aggregator = start(BarRule.ticks(1));
    for (int i = 0; i < 3; i++) {
      aggregator.add(Trade.of(100, 10 + i, 1));
    }
    aggregator.add(Trade.of(102, 10, 1));
    aggregator.add(Trade.of(109, 10, 1));

    assertThat(recorded.bars).extracting(Bar::start).containsExactly(100L, 101L, 102L, 103L, 109L);
    assertThat(recorded.bars)
        .extracting(Bar::knownAt)
        .containsExactly(100L, 101L, 102L, 103L, 109L);
  }

  @Test
  void aBarStartsWhenTheOneBeforeItIsKnown() {
    BarAggregator aggregator = start(BarRule.ticks(1));
    aggregator.add(10, 50, 1, 1, Aggressor.UNKNOWN);
    aggregator.add(20, 60, 1, 1, Aggressor.UNKNOWN);

    assertThat(recorded.bars).extracting(Bar::start).containsExactly(10L, 50L);
    assertThat(recorded.bars).extracting(Bar::knownAt).containsExactly(50L, 60L);
  }

  @Test
  void barsGoIntoOneBarWhole() {
    BarAggregator aggregator = start(BarRule.value(100));
    aggregator.add(new Bar(0, 9, 10, 12, 9, 11, 5, 10, 3));
    aggregator.add(new Bar(9, 18, 11, 14, 11, 12, 5)); // 60 at the close
    aggregator.add(new Bar(18, 27, 11, 14, 11, 12, 0));

    assertThat(recorded.bars).containsExactly(new Bar(0, 18, 10, 14, 9, 12, 10, NAN, NAN));
    assertThatThrownBy(() -> aggregator.add(Bar.ofClose(27, 36, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("bar must tell its volume");
    assertThatThrownBy(() -> start(BarRule.ticks(2)).add(new Bar(0, 9, 10, 12, 9, 11, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("bar must tell its trades");
    assertThatThrownBy(() -> start(BarRule.volume(2).splitting()).add(new Bar(0, 9, 1, 1, 1, 1, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("bars cannot be divided");
  }

  @Test
  void refusesThresholdsThatMakeNoBars() {
    assertThatThrownBy(() -> BarRule.ticks(0))
        .hasMessage("threshold must be positive and finite, was 0.0");
    assertThatThrownBy(() -> BarRule.ticks(5).splitting())
        .hasMessage("threshold of trades must be whole and not split, was 5.0");
    assertThatThrownBy(() -> BarRule.value(Double.NaN))
        .hasMessage("threshold must be positive and finite, was NaN");
    assertThatThrownBy(() -> start(BarRule.volume(1e-9).splitting()).add(Trade.of(1, 1, 1)))
        .hasMessage("trade must not make more than 1000000 bars of 1.0E-9, was 1.0 at 1.0");
  }

  @Test
  void imbalanceBarsByHand() {
    Threshold.Expected expected = Threshold.expected(3).spans(3, 3).bounded(1, 1000);
    BarAggregator aggregator = start(BarRule.imbalance(Measure.TICKS, expected));
    // b = 0 1 1 1 | -1 1 1 1 1 1. After 3 trades E[b] = (0/4 + 1/2 + 1) / (7/4) = 6/7, the
    // threshold 3 * 6/7 = 2.57; theta reaches 3 with the 4th. Then E[b] = 1.75 / 1.875 = 0.93,
    // E[T] = 4, the threshold 3.73; theta is -1 0 1 2 3 4.
    double[] prices = {10, 11, 12, 12, 11, 12, 13, 14, 15, 16};
    for (int i = 0; i < prices.length; i++) {
      aggregator.add(Trade.of(i, prices[i], 1));
    }
    assertThat(recorded.bars).extracting(Bar::trades).containsExactly(4.0, 6.0);
  }

  @Test
  void runsBarsByHand() {
    Threshold.Expected expected = Threshold.expected(3).spans(3, 3).bounded(1, 1000);
    BarAggregator aggregator = start(BarRule.runs(Measure.TICKS, expected));
    // b = 0 1 1 | 1 -1 1 | 1 1 | 1 1 1. P = 2/3 of the first 3, E[T] = 3, the threshold 2: the
    // first three bars. Then P = (2/3/4 + 2/3/2 + 1) / (7/4) = 6/7, E[T] = (3/4 + 3/2 + 2) / (7/4)
    // = 2.43, the threshold 2.08: three buys.
    double[] prices = {10, 11, 12, 12, 11, 12, 13, 14, 15, 16, 17};
    for (int i = 0; i < prices.length; i++) {
      aggregator.add(Trade.of(i, prices[i], 1));
    }
    assertThat(recorded.bars).extracting(Bar::trades).containsExactly(3.0, 3.0, 2.0, 3.0);
  }

  @Test
  void fixedThresholdsNeedNoPast() {
    BarAggregator imbalance = start(BarRule.imbalance(Measure.VOLUME, Threshold.fixed(5)));
    RecordedBars runs = new RecordedBars();
    BarAggregator run = BarRule.runs(Measure.VOLUME, Threshold.fixed(5)).start(runs);
    double[] prices = {10, 11, 10, 11, 11, 11};
    double[] sizes = {9, 3, 3, 3, 1, 1};
    for (int i = 0; i < prices.length; i++) {
      imbalance.add(Trade.of(i, prices[i], sizes[i]));
      run.add(Trade.of(i, prices[i], sizes[i]));
    }
    assertThat(recorded.bars).extracting(Bar::trades).containsExactly(6.0);
    assertThat(runs.bars).extracting(Bar::trades).containsExactly(4.0);
  }

  @Test
  void theAggressorTellsTheSideWhereKnown() {
    BarAggregator aggregator =
        start(BarRule.imbalance(Measure.TICKS, Threshold.fixed(3)).signedBy(TradeSign.AGGRESSOR));
    aggregator.add(0, 0, 10, 1, Aggressor.SELLER);
    aggregator.add(1, 1, 11, 1, Aggressor.SELLER);
    aggregator.add(2, 2, 10, 1, Aggressor.UNKNOWN);

    assertThat(recorded.bars).hasSize(1);
  }

  @Test
  void boundsHoldForEveryBar() {
    Threshold.Expected expected = Threshold.expected(10).bounded(5, 20);
    BarAggregator aggregator = start(BarRule.imbalance(Measure.VOLUME, expected));
    for (int i = 0; i < 500; i++) {
      aggregator.add(Trade.of(i, i < 250 ? 100 + i % 2 : 100 + i, 1));
    }
    assertThat(recorded.bars)
        .extracting(Bar::trades)
        .allMatch(trades -> trades >= 5 && trades <= 20)
        .contains(20.0);
    assertThatThrownBy(() -> expected.bounded(11, 20))
        .hasMessage(
            "minTicks and maxTicks must enclose initialTicks and be at least 1, were 11, 20");
  }
}
