package io.quantkit.features.microstructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.quantkit.core.error.TrainingException;
import io.quantkit.core.synthetic.RandomStream;
import io.quantkit.core.synthetic.flow.InformedTrading;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjustedPinTest {
  /** Good news 0.24, bad 0.16, shocks 0.3. */
  private static int[][] days(int count, double scale, long seed) {
    RandomStream random = RandomStream.of(seed);
    int[][] days = new int[2][count];
    for (int d = 0; d < count; d++) {
      boolean news = random.uniform() < 0.4;
      boolean bad = random.uniform() < 0.4;
      boolean shock = random.uniform() < 0.3;
      double buys = 100 + (news && !bad ? 60 : 0) + (shock ? 90 : 0);
      double sells = 110 + (news && bad ? 70 : 0) + (shock ? 80 : 0);
      days[0][d] = random.poisson(scale * buys);
      days[1][d] = random.poisson(scale * sells);
    }
    return days;
  }

  private static void assertRecovered(AdjustedPinFit fit, double scale) {
    assertThat(fit.alpha()).isCloseTo(0.4, withinPercentage(5));
    assertThat(fit.delta()).isCloseTo(0.4, withinPercentage(5));
    assertThat(fit.theta()).isCloseTo(0.3, withinPercentage(5));
    assertThat(fit.informedBuyRate()).isCloseTo(60 * scale, withinPercentage(5));
    assertThat(fit.informedSellRate()).isCloseTo(70 * scale, withinPercentage(5));
    assertThat(fit.shockBuyRate()).isCloseTo(90 * scale, withinPercentage(5));
    assertThat(fit.shockSellRate()).isCloseTo(80 * scale, withinPercentage(5));
    assertThat(fit.buyRate()).isCloseTo(100 * scale, withinPercentage(5));
    assertThat(fit.sellRate()).isCloseTo(110 * scale, withinPercentage(5));
    double informed = 0.4 * (0.6 * 60 + 0.4 * 70);
    double shock = 0.3 * 170;
    double all = informed + shock + 210;
    assertThat(fit.probability()).isCloseTo(informed / all, withinPercentage(5));
    assertThat(fit.shockProbability()).isCloseTo(shock / all, withinPercentage(5));
  }

  @Test
  void parametersOfInformedTradingAndShocksAreRecovered() {
    int[][] days = days(4000, 1, 15);
    assertRecovered(AdjustedPinFit.of(days[0], days[1]), 1);
  }

  @Test
  void veryActiveMarketsDoNotOverflow() {
    int[][] days = days(3000, 300, 16);
    assertRecovered(AdjustedPinFit.of(days[0], days[1]), 300);
  }

  @Test
  void withoutShocksItIsAtLeastAsLikelyAsTheModelWithoutThem() {
    int[][] days = days(300, 1, 17);
    PinFit plain = PinFit.of(days[0], days[1]);
    AdjustedPinFit adjusted = AdjustedPinFit.of(days[0], days[1]);
    assertThat(adjusted.logLikelihood()).isGreaterThan(plain.logLikelihood());
    assertThat(adjusted.probability()).isLessThan(plain.probability());
  }

  @Test
  void theFeatureCountsSessionsAndTellsTheirFit() {
    TradingCalendar calendar = TradingCalendar.xnys();
    List<Session> sessions = calendar.sessions(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 7, 1));
    InformedTrading market = new InformedTrading(0.4, 0.5, 40, 30, 30);
    OrderFlowKernel kernel =
        new AdjustedInformedTrading(calendar, sessions.size(), TradeClassification.TOLD).start();
    kernel.advance(sessions.get(0).open());
    FlowTape tape = FlowTape.of(market.trades(sessions, 20, 100, 17));
    for (int i = 0; i < tape.size(); i++) {
      tape.feed(i, kernel);
    }
    long end = sessions.get(sessions.size() - 1).close();
    kernel.advance(end - 1);
    assertThat(kernel.value(0)).isNaN();
    kernel.advance(end);
    List<InformedTrading.Day> days = market.days(sessions.size(), 17);
    AdjustedPinFit direct =
        AdjustedPinFit.of(
            days.stream().mapToInt(InformedTrading.Day::buys).toArray(),
            days.stream().mapToInt(InformedTrading.Day::sells).toArray());
    assertThat(kernel.value(AdjustedInformedTrading.ADJUSTED_PIN)).isEqualTo(direct.probability());
    assertThat(kernel.value(AdjustedInformedTrading.SHOCK)).isEqualTo(direct.shockProbability());
    assertThat(kernel.value(10)).isEqualTo(direct.sellRate());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdjustedInformedTrading(calendar, 1, TradeClassification.TOLD))
        .withMessage("sessions must be at least 2, was 1");
  }

  @Test
  void daysThatTellNothingAreRefused() {
    assertThatExceptionOfType(TrainingException.class)
        .isThrownBy(() -> AdjustedPinFit.of(new int[3], new int[3]))
        .withMessageContaining("there must be a trade, was none in all days");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AdjustedPinFit.of(new int[3], new int[2]))
        .withMessage("there must be at least 2 days of buys and as many of sells, were 3 and 2");
  }
}
