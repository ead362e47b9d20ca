package io.quantkit.features.microstructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.MarketRecord;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.synthetic.RandomStream;
import io.quantkit.core.synthetic.flow.HawkesProcess;
import io.quantkit.core.synthetic.flow.InformedTrading;
import io.quantkit.core.synthetic.flow.KyleImpact;
import io.quantkit.core.synthetic.flow.RollModel;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finds the parameters of simulated markets again, within 5 %. */
class RecoveryTest {
  private static final long SECOND = 1_000_000_000L;

  private static double last(OrderFlowFeature feature, int output, List<Trade> trades) {
    double[] values = feature.over(FlowTape.of(trades))[output];
    return values[values.length - 1];
  }

  @Test
  void rollsSpreadOfTrades() {
    List<Trade> trades = new RollModel(100, 0.05, 0.02, 100).trades(100_002, 0, SECOND, 11);
    assertThat(last(new TradeRollSpread(100_000), 0, trades)).isCloseTo(0.1, withinPercentage(5));
    double[] prices = trades.stream().mapToDouble(Trade::price).toArray();
    double[] spreads = new RollSpread(100_000).over(prices);
    assertThat(spreads[prices.length - 1]).isCloseTo(0.1, withinPercentage(5));
  }

  @Test
  void kylesLambdaOfTrades() {
    List<Trade> trades = new KyleImpact(1000, 2e-4, 500, 0.2).trades(50_001, 0, SECOND, 12);
    TradeImpact impact = new TradeImpact(ImpactModel.KYLE, 50_000);
    assertThat(last(impact, 0, trades)).isCloseTo(2e-4, withinPercentage(5));
    assertThat(last(impact, 1, trades)).isGreaterThan(50);
    double share = 2e-4 * 2e-4 * 500 * 500;
    assertThat(last(impact, 2, trades)).isCloseTo(share / (share + 0.04), withinPercentage(5));
  }

  @Test
  void hasbroucksLambdaOfTrades() {
    RandomStream random = RandomStream.of(13);
    List<Trade> trades = new ArrayList<>();
    double price = 50;
    for (int i = 0; i < 50_001; i++) {
      double size = 1 + random.below(1000);
      int sign = random.uniform() < 0.5 ? 1 : -1;
      // The price after the trade is the one whose money the flow is measured in.
      double next = price;
      for (int round = 0; round < 20; round++) {
        next = price * StrictMath.exp(sign * 1e-6 * Math.sqrt(next * size));
      }
      price = next * StrictMath.exp(1e-4 * random.gaussian());
      trades.add(new Trade(i, i, price, size, sign > 0 ? Aggressor.BUYER : Aggressor.SELLER));
    }
    assertThat(last(new TradeImpact(ImpactModel.HASBROUCK, 50_000), 0, trades))
        .isCloseTo(1e-6, withinPercentage(5));
  }

  @Test
  void spreadsAndImpactOfTradesAgainstQuotes() {
    double half = 0.05;
    double permanent = 0.02;
    RandomStream random = RandomStream.of(14);
    List<MarketRecord> records = new ArrayList<>();
    double mid = 100;
    for (int i = 0; i < 20_000; i++) {
      long time = i * 10 * SECOND;
      records.add(new Quote(time, time, mid - half, 300, mid + half, 300));
      int sign = random.uniform() < 0.5 ? 1 : -1;
      Aggressor aggressor =
          i % 2 == 0 ? Aggressor.UNKNOWN : sign > 0 ? Aggressor.BUYER : Aggressor.SELLER;
      records.add(new Trade(time + SECOND, time + SECOND, mid + sign * half, 10, aggressor));
      mid += sign * permanent + 0.01 * random.gaussian();
      long moved = time + 2 * SECOND;
      records.add(new Quote(moved, moved, mid - half, 300, mid + half, 300));
    }
    FlowTape tape = FlowTape.of(records);
    SpreadDecomposition five = new SpreadDecomposition(Duration.ofSeconds(5), 19_000);
    double[][] out = five.at(tape, new long[] {200_001 * SECOND});
    assertThat(out[SpreadDecomposition.MEANS][0]).isCloseTo(2 * half, withinPercentage(0.001));
    assertThat(out[SpreadDecomposition.MEANS + 1][0])
        .isCloseTo(2 * (half - permanent), withinPercentage(5));
    assertThat(out[SpreadDecomposition.MEANS + 2][0]).isCloseTo(2 * permanent, withinPercentage(5));
    double[] effective = new EffectiveSpread(1000).over(tape)[2];
    assertThat(effective[effective.length - 1]).isCloseTo(2 * half, withinPercentage(0.001));
    double[] quoted =
        new QuotedSpread(Duration.ofMinutes(10)).at(tape, new long[] {190_000 * SECOND})[2];
    assertThat(quoted[0]).isCloseTo(2 * half, withinPercentage(0.001));
  }

  @Test
  void parametersOfInformedTrading() {
    InformedTrading truth = new InformedTrading(0.4, 0.5, 60, 100, 110);
    List<InformedTrading.Day> days = truth.days(4000, 15);
    PinFit fit =
        PinFit.of(
            days.stream().mapToInt(InformedTrading.Day::buys).toArray(),
            days.stream().mapToInt(InformedTrading.Day::sells).toArray());
    assertThat(fit.alpha()).isCloseTo(0.4, withinPercentage(5));
    assertThat(fit.delta()).isCloseTo(0.5, withinPercentage(5));
    assertThat(fit.informedRate()).isCloseTo(60, withinPercentage(5));
    assertThat(fit.buyRate()).isCloseTo(100, withinPercentage(5));
    assertThat(fit.sellRate()).isCloseTo(110, withinPercentage(5));
    assertThat(fit.probability()).isCloseTo(truth.probability(), withinPercentage(5));
  }

  @Test
  void informedTradingInVeryActiveMarketsWithoutOverflow() {
    InformedTrading truth = new InformedTrading(0.5, 0.5, 8_000, 40_000, 38_000);
    List<InformedTrading.Day> days = truth.days(400, 16);
    PinFit fit =
        PinFit.of(
            days.stream().mapToInt(InformedTrading.Day::buys).toArray(),
            days.stream().mapToInt(InformedTrading.Day::sells).toArray());
    assertThat(fit.probability()).isCloseTo(truth.probability(), withinPercentage(5));
    assertThat(fit.informedRate()).isCloseTo(8_000, withinPercentage(5));
  }

  @Test
  void informedTradingFromTheTradesOfSessions() {
    TradingCalendar calendar = TradingCalendar.xnys();
    List<Session> sessions = calendar.sessions(LocalDate.of(2018, 1, 1), LocalDate.of(2024, 1, 1));
    InformedTrading truth = new InformedTrading(0.4, 0.5, 40, 30, 30);
    List<Trade> trades = truth.trades(sessions, 20, 100, 17);
    InformedTradingProbability recipe =
        new InformedTradingProbability(calendar, sessions.size(), TradeClassification.TOLD);
    long before = sessions.get(0).open() - SECOND;
    long after = sessions.get(sessions.size() - 1).close();
    OrderFlowKernel kernel = recipe.start();
    kernel.advance(before);
    FlowTape tape = FlowTape.of(trades);
    for (int i = 0; i < tape.size(); i++) {
      tape.feed(i, kernel);
    }
    kernel.advance(after - 1);
    assertThat(kernel.value(0)).isNaN();
    kernel.advance(after);
    assertThat(kernel.value(0)).isCloseTo(truth.probability(), withinPercentage(5));
    List<InformedTrading.Day> days = truth.days(sessions.size(), 17);
    PinFit direct =
        PinFit.of(
            days.stream().mapToInt(InformedTrading.Day::buys).toArray(),
            days.stream().mapToInt(InformedTrading.Day::sells).toArray());
    assertThat(kernel.value(0)).isEqualTo(direct.probability());
  }

  @Test
  void parametersOfSelfExcitingArrivals() {
    HawkesProcess.Arrivals arrivals = HawkesProcess.of(0.5, 0.6, 2.0).start(RandomStream.of(18));
    double[] times = new double[60_000];
    for (int i = 0; i < times.length; i++) {
      times[i] = arrivals.next();
    }
    HawkesFit fit = HawkesFit.of(times, times[times.length - 1]);
    assertThat(fit.baseRate()).isCloseTo(0.5, withinPercentage(5));
    assertThat(fit.branching()).isCloseTo(0.6, withinPercentage(5));
    assertThat(fit.decay()).isCloseTo(2.0, withinPercentage(5));

    OrderFlowKernel kernel = fit.intensity().start();
    double sum = 0;
    int samples = 0;
    int next = 0;
    for (long second = 0; second < 20_000; second++) {
      while (times[next] <= second) {
        long nanos = (long) (times[next++] * 1e9);
        kernel.trade(nanos, nanos, 1, 1, Aggressor.UNKNOWN);
      }
      kernel.advance(second * SECOND);
      sum += kernel.value(0);
      samples++;
    }
    assertThat(sum / samples).isCloseTo(0.5 / (1 - 0.6), withinPercentage(5));
  }

  @Test
  void vpinOfUninformedAndOfOneSidedFlow() {
    for (double buyers : new double[] {0.5, 0.7}) {
      RandomStream random = RandomStream.of(19);
      List<Trade> trades = new ArrayList<>();
      for (int i = 0; i < 400_000; i++) {
        Aggressor side = random.uniform() < buyers ? Aggressor.BUYER : Aggressor.SELLER;
        trades.add(new Trade(i, i, 10, 1, side));
      }
      Vpin vpin = new Vpin(100, 4000, 1, 0.9, TradeClassification.TOLD);
      // The mean of |2 B - n| / n of n tosses: sqrt(2 / (pi n)) to first order, or 2 p - 1.
      double expected = buyers == 0.5 ? Math.sqrt(2 / (Math.PI * 100)) : 0.4;
      assertThat(last(vpin, 0, trades)).isCloseTo(expected, withinPercentage(5));
    }
  }

  /** Days of a diffusion whose trades are at bid or ask. */
  private static BarSeries bouncing(
      double spread, double deviation, int days, int steps, long seed) {
    RandomStream random = RandomStream.of(seed);
    BarSeries.Builder bars = BarSeries.builder(Symbol.of("SIM"), Timeframe.DAY_1);
    double value = 100;
    for (int d = 0; d < days; d++) {
      double open = 0;
      double high = 0;
      double low = Double.POSITIVE_INFINITY;
      double close = 0;
      for (int i = 0; i < steps; i++) {
        value *= StrictMath.exp(deviation / Math.sqrt(steps) * random.gaussian());
        close = value * (1 + (random.uniform() < 0.5 ? spread / 2 : -spread / 2));
        open = i == 0 ? close : open;
        high = Math.max(high, close);
        low = Math.min(low, close);
      }
      bars.add(2L * d, 2L * d + 1, open, high, low, close, 1000);
    }
    return bars.build();
  }

  @Test
  void spreadsFromHighsLowsAndCloses() {
    BarSeries bars = bouncing(0.03, 0.01, 3001, 390, 20);
    double[][] corwinSchultz = new CorwinSchultz(3000, false).over(bars);
    assertThat(corwinSchultz[CorwinSchultz.SPREAD][3000]).isCloseTo(0.03, withinPercentage(5));
    double[][] abdiRanaldo = new AbdiRanaldo(3000).over(bars);
    assertThat(abdiRanaldo[1][3000]).isCloseTo(0.03, withinPercentage(5));
    BarSeries narrow = bouncing(0, 0.02, 2001, 4000, 21);
    assertThat(new CorwinSchultz(2000, false).over(narrow)[CorwinSchultz.VOLATILITY][2000])
        .isCloseTo(0.02, withinPercentage(5));
  }

  @Test
  void realizedMeasuresOfNoisyPrices() {
    int n = 23_400;
    double variance = 0.0004;
    double noise = 0.0003;
    double two = 0;
    double kernel = 0;
    double found = 0;
    double clean = 0;
    double bipower = 0;
    int days = 20;
    for (int day = 0; day < days; day++) {
      RandomStream random = RandomStream.of(22, day);
      double[] noisy = new double[n + 1];
      double[] exact = new double[n + 1];
      double value = StrictMath.log(100);
      for (int i = 0; i <= n; i++) {
        exact[i] = StrictMath.exp(value);
        noisy[i] = StrictMath.exp(value + noise * random.gaussian());
        value += Math.sqrt(variance / n) * random.gaussian();
      }
      double[][] scales = new double[3][n + 1];
      new TwoScaleVariance(n, 120).over(noisy, scales);
      two += scales[1][n] / days;
      found += scales[2][n] / days;
      kernel += new RealizedKernel(n, 60).over(noisy)[n] / days;
      double[][] moments = new double[5][n + 1];
      new RealizedVolatility(n).over(exact, moments);
      clean += moments[0][n] / days;
      bipower += moments[2][n] / days;
      assertThat(new RealizedVolatility(n).over(noisy)[n]).isGreaterThan(8 * variance);
    }
    assertThat(clean).isCloseTo(variance, withinPercentage(5));
    assertThat(bipower).isCloseTo(variance, withinPercentage(5));
    assertThat(two).isCloseTo(variance, withinPercentage(5));
    assertThat(kernel).isCloseTo(variance, withinPercentage(5));
    assertThat(found).isCloseTo(noise * noise, withinPercentage(5));
  }

  @Test
  void jumpsAreFoundAndTheirAbsenceIsNormal() {
    int n = 390;
    int false5 = 0;
    int runs = 2000;
    int found = 0;
    for (int run = 0; run < runs; run++) {
      RandomStream random = RandomStream.of(23, run);
      double[] prices = new double[n + 1];
      double value = 0;
      double jump = run % 20 == 0 ? 0.01 : 0;
      for (int i = 0; i <= n; i++) {
        value += 0.0005 * random.gaussian() + (i == 200 ? jump : 0);
        prices[i] = StrictMath.exp(value);
      }
      double[][] out = new double[3][n + 1];
      new JumpStatistic(n).over(prices, out);
      if (jump > 0) {
        found += out[2][n] < 0.05 ? 1 : 0;
        assertThat(out[0][n]).isGreaterThan(0.2);
      } else {
        false5 += out[2][n] < 0.05 ? 1 : 0;
      }
    }
    assertThat(found).isEqualTo(runs / 20);
    assertThat(false5 / (runs * 0.95)).isBetween(0.03, 0.08);
  }

  @Test
  void theMicroPriceOfAKnownChain() {
    // High imbalance: the middle rises with probability 0.2 and the imbalance is drawn again;
    // otherwise the imbalance turns with probability 0.3. Low: the mirror image. Hence
    // g = 0.8 (0.7 g - 0.3 g) + 0.2 ticks.
    RandomStream random = RandomStream.of(24);
    List<Quote> quotes = new ArrayList<>();
    long bid = 10_000;
    boolean high = true;
    for (int i = 0; i < 100_000; i++) {
      quotes.add(
          new Quote(i, i, bid / 100.0, high ? 900 : 100, (bid + 1) / 100.0, high ? 100 : 900));
      if (random.uniform() < 0.2) {
        bid += high ? 1 : -1;
        high = random.uniform() < 0.5;
      } else if (random.uniform() < 0.3) {
        high = !high;
      }
    }
    MicroPriceModel model = MicroPriceModel.fit(quotes, 0.01, 2, 1);
    double expected = 0.2 / (1 - 0.8 * 0.4);
    assertThat(model.adjustment(1, 1)).isCloseTo(expected, withinPercentage(5));
    assertThat(model.adjustment(0, 1)).isCloseTo(-model.adjustment(1, 1), withinPercentage(1e-6));
    OrderFlowKernel kernel = new MicroPrice(model).start();
    kernel.quote(0, 0, 50, 900, 50.01, 100);
    assertThat(kernel.value(0))
        .isCloseTo(50.005 + 0.01 * model.adjustment(1, 1), withinPercentage(1e-9));
    kernel.quote(0, 0, 50, 900, 50.02, 100);
    assertThat(kernel.value(0)).isNaN();
  }

  @Test
  void tradesAreClassifiedByEachRule() {
    long time = EpochNanos.parse("2024-03-04T14:30:00Z");
    List<MarketRecord> records = new ArrayList<>();
    records.add(new Quote(time, time, 10.00, 5, 10.10, 5));
    double[] prices = {10.10, 10.05, 10.05, 10.00, 10.07, 10.02, 10.05};
    for (int i = 0; i < prices.length; i++) {
      records.add(Trade.of(time + i + 1, prices[i], 1));
    }
    FlowTape tape = FlowTape.of(records);
    assertThat(signs(tape, TradeClassification.TICK_RULE)).containsExactly(0, -1, -1, -1, 1, -1, 1);
    assertThat(signs(tape, TradeClassification.QUOTE_RULE)).containsExactly(1, 0, 0, -1, 1, -1, 0);
    assertThat(signs(tape, TradeClassification.LEE_READY)).containsExactly(1, -1, -1, -1, 1, -1, 1);
    assertThat(signs(tape, TradeClassification.EMO)).containsExactly(1, -1, -1, -1, 1, -1, 1);
    assertThat(signs(tape, TradeClassification.TOLD)).containsExactly(1, -1, -1, -1, 1, -1, 1);
  }

  private static List<Integer> signs(FlowTape tape, TradeClassification rule) {
    double[] out = new TradeDirection(rule).over(tape)[0];
    List<Integer> signs = new ArrayList<>();
    for (int i = 1; i < out.length; i++) {
      signs.add((int) out[i]);
    }
    return signs;
  }
}
