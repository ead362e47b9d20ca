package io.quantkit.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.math.Correlation;
import io.quantkit.core.math.Moments;
import io.quantkit.core.series.Panel;
import io.quantkit.core.series.Returns;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SimulatedEquitiesTest {

  private static SimulatedEquities year(int symbols, long seed) {
    return new SimulatedEquities(
        symbols,
        LocalDate.of(2021, 1, 1),
        LocalDate.of(2022, 1, 1),
        Timeframe.MINUTE_15,
        TradingCalendar.xnys(),
        0.05,
        0.3,
        0.4,
        seed);
  }

  @Test
  void followsTheSessionsOfItsCalendar() {
    Panel panel = year(2, 1).panel();

    assertThat(panel.rows()).isEqualTo(251 * 26 + 14);
    assertThat(panel.symbols().toList()).extracting(Object::toString).contains("SIM001", "SIM002");
  }

  @Test
  void leavesOutTheBreaksOfItsCalendar() {
    Panel panel =
        new SimulatedEquities(
                2,
                LocalDate.of(2021, 3, 1),
                LocalDate.of(2021, 3, 2),
                Timeframe.MINUTE_15,
                TradingCalendar.xshg(),
                0,
                0.3,
                0.4,
                1)
            .panel();

    assertThat(panel.rows()).isEqualTo(16);
  }

  @Test
  void hasTheVolatilityAndTheCorrelationAskedFor() {
    Returns returns = Returns.of(year(2, 7).panel());
    double[] x = new double[returns.rows()];
    double[] y = new double[returns.rows()];
    for (int t = 0; t < x.length; t++) {
      x[t] = returns.value(t, 0);
      y[t] = returns.value(t, 1);
    }
    double perYear = Timeframe.MINUTE_15.barsPerYear(TradingCalendar.xnys());

    assertThat(Moments.standardDeviation(x, 1) * Math.sqrt(perYear)).isCloseTo(0.3, within(0.01));
    assertThat(Correlation.pearson(x, y)).isCloseTo(0.4, within(0.03));
  }

  @Test
  void everyTwoSharesHaveTheCorrelationAskedFor() {
    Returns returns = Returns.of(year(6, 7).panel());

    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < i; j++) {
        double correlation = Correlation.pearson(returns.column(i), returns.column(j));
        assertThat(correlation).as("%d with %d", i, j).isCloseTo(0.4, within(0.05));
      }
    }
  }

  @Test
  void equalSeedsGiveEqualBarsWhateverTheNumberOfShares() {
    Panel one = year(1, 3).panel();
    Panel two = year(2, 3).panel();

    for (int t = 0; t < one.rows(); t++) {
      assertThat(two.close(t, 0)).isEqualTo(one.close(t, 0));
      assertThat(two.volume(t, 0)).isEqualTo(one.volume(t, 0));
    }
  }

  @Test
  void keepsTheBarsOfASeedFromReleaseToRelease() {
    Panel panel = year(1, 42).panel();

    assertThat(panel.close(0, 0)).isEqualTo(CLOSE);
    assertThat(panel.close(panel.rows() - 1, 0)).isEqualTo(LAST_CLOSE);
  }

  private static final double CLOSE = 6.54;
  private static final double LAST_CLOSE = 7.94;

  @Test
  void refusesCorrelationsThatAreNone() {
    assertThatThrownBy(
            () ->
                new SimulatedEquities(
                    1,
                    LocalDate.of(2021, 1, 1),
                    LocalDate.of(2022, 1, 1),
                    Timeframe.MINUTE_15,
                    TradingCalendar.xnys(),
                    0,
                    0.3,
                    1.5,
                    1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("correlation must be within [0, 1], was 1.5");
  }
}
