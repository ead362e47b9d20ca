package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.indicator.price.PivotRule;
import io.quantkit.features.indicator.price.SessionPivots;
import io.quantkit.features.indicator.volume.SessionVwap;
import org.junit.jupiter.api.Test;

/** Compares what begins anew with each day with others' values; see the README beside them. */
class GoldenSessionsTest {
  private final GoldenFile golden = GoldenFile.resource("/golden/session/bitstamp_5m.csv.gz");

  @Test
  void vwapBeginsAnewEachDay() {
    double[][] vwap = new SessionVwap(TradingCalendar.alwaysOpen()).over(timed());

    assertAgrees("pandas.session.0-2.vwap", vwap[0], 796);
    assertAgrees("pandas.session.0-2.deviation", vwap[3], 796);
  }

  @Test
  void pivotsAreThoseOfTheDayBefore() {
    double[][] pivots =
        new SessionPivots(PivotRule.FLOOR, TradingCalendar.alwaysOpen()).over(timed());

    String[] levels = {"p", "r1", "s1", "r2", "s2", "r3", "s3"};
    for (int i = 0; i < levels.length; i++) {
      assertAgrees("oak.pivot_point_levels.Traditional." + levels[i], pivots[i], 224);
    }
  }

  private void assertAgrees(String column, double[] ours, int compared) {
    GoldenFile.Distance distance = golden.distance(column, ours, 1e-9);
    assertThat(distance.within()).as(distance.toString()).isTrue();
    assertThat(distance.misplaced()).as(distance.toString()).isZero();
    assertThat(distance.compared()).isEqualTo(compared);
  }

  private BarSeries timed() {
    double[] seconds = golden.column("epoch_s");
    BarSeries bars = golden.bars();
    BarSeries.Builder timed = BarSeries.builder(Symbol.of("BTCUSD"), Timeframe.MINUTE_5);
    for (int t = 0; t < bars.size(); t++) {
      long start = (long) seconds[t] * 1_000_000_000L;
      timed.add(
          start,
          start + 300_000_000_000L,
          bars.open(t),
          bars.high(t),
          bars.low(t),
          bars.close(t),
          bars.volume(t));
    }
    return timed.build();
  }
}
