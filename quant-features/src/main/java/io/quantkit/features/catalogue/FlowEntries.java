package io.quantkit.features.catalogue;

import io.quantkit.core.market.Quote;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.microstructure.AdjustedInformedTrading;
import io.quantkit.features.microstructure.EffectiveSpread;
import io.quantkit.features.microstructure.HawkesIntensity;
import io.quantkit.features.microstructure.ImpactModel;
import io.quantkit.features.microstructure.InformedTradingProbability;
import io.quantkit.features.microstructure.MicroPrice;
import io.quantkit.features.microstructure.MicroPriceModel;
import io.quantkit.features.microstructure.MultiLevelOrderFlowImbalance;
import io.quantkit.features.microstructure.OrderFlowImbalance;
import io.quantkit.features.microstructure.QueueImbalance;
import io.quantkit.features.microstructure.QuotedSpread;
import io.quantkit.features.microstructure.SpreadDecomposition;
import io.quantkit.features.microstructure.TickMomentum;
import io.quantkit.features.microstructure.TradeClassification;
import io.quantkit.features.microstructure.TradeDirection;
import io.quantkit.features.microstructure.TradeImbalance;
import io.quantkit.features.microstructure.TradeImpact;
import io.quantkit.features.microstructure.TradeIntensity;
import io.quantkit.features.microstructure.TradeRollSpread;
import io.quantkit.features.microstructure.TradeSizes;
import io.quantkit.features.microstructure.VolumeClock;
import io.quantkit.features.microstructure.Vpin;
import io.quantkit.features.microstructure.WeightedMid;
import io.quantkit.features.microstructure.WithoutBounce;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Order flow over trades, quotes and books. */
final class FlowEntries {
  private static final Duration SECONDS_10 = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private FlowEntries() {}

  static List<FlowEntry> entries() {
    List<FlowEntry> entries = new ArrayList<>();
    addQuotes(entries);
    addSpreads(entries);
    addTrades(entries);
    addInformed(entries);
    return List.copyOf(entries);
  }

  private static void addQuotes(List<FlowEntry> entries) {
    entries.add(
        FlowEntry.of(
            new OrderFlowImbalance(SECONDS_10),
            "Order-flow imbalance",
            "O(1)",
            "R. Cont, A. Kukanov and S. Stoikov, Journal of Financial Econometrics 12, 2014",
            OutputEntry.any(
                "sum([b >= b'] q - [b <= b'] q' - [a <= a'] s + [a >= a'] s')", Unit.VOLUME),
            OutputEntry.any("imbalance / mean((q + s) / 2)", Unit.RATIO)));
    OutputEntry level = OutputEntry.any("order-flow imbalance of the level", Unit.VOLUME);
    entries.add(
        FlowEntry.of(
            new MultiLevelOrderFlowImbalance(3, SECONDS_10),
            "Multi-level order-flow imbalance",
            "O(levels)",
            "K. Xu, M. Gould and S. Howison, Market Microstructure and Liquidity 4, 2018",
            level,
            level,
            level,
            OutputEntry.any("sum over levels", Unit.VOLUME)));
    for (int levels : new int[] {1, 5}) {
      entries.add(
          FlowEntry.of(
              new QueueImbalance(levels),
              "Queue imbalance",
              "O(levels)",
              "M. Gould and J. Bonart, Market Microstructure and Liquidity 2, 2016",
              OutputEntry.within(-1, 1, "(q - s) / (q + s)", Unit.RATIO)));
    }
    entries.add(
        FlowEntry.of(
            new WeightedMid(),
            "Middle and weighted middle",
            "O(1)",
            "definition",
            OutputEntry.atLeastZero("(a + b) / 2", Unit.PRICE),
            OutputEntry.any("(b s + a q) / (q + s)", Unit.PRICE),
            OutputEntry.within(-0.5, 0.5, "(weighted - middle) / (a - b)", Unit.RATIO)));
    entries.add(
        FlowEntry.of(
            new MicroPrice(sampleModel()),
            "Micro-price",
            "O(1)",
            "S. Stoikov, Quantitative Finance 18, 2018",
            OutputEntry.any("middle + G(q / (q + s), a - b)", Unit.PRICE),
            OutputEntry.any("G(q / (q + s), a - b)", Unit.PRICE)));
  }

  /** Returns a model of invented quotes whose middle follows the imbalance. */
  private static MicroPriceModel sampleModel() {
    SplittableRandom random = new SplittableRandom(1);
    List<Quote> quotes = new ArrayList<>();
    int bid = 2000;
    for (int i = 0; i < 4000; i++) {
      int bidSize = 1 + random.nextInt(9);
      int askSize = 1 + random.nextInt(9);
      double ask = (bid + 1 + random.nextInt(2)) / 100.0;
      quotes.add(new Quote(i, i, bid / 100.0, bidSize, ask, askSize));
      bid += random.nextInt(bidSize + askSize) < bidSize ? random.nextInt(2) : -random.nextInt(2);
    }
    return MicroPriceModel.fit(quotes, 0.01, 4, 2);
  }

  private static void addSpreads(List<FlowEntry> entries) {
    entries.add(
        FlowEntry.of(
            new QuotedSpread(MINUTE),
            "Quoted spread",
            "O(1)",
            "definition",
            OutputEntry.any("a - b", Unit.PRICE),
            OutputEntry.any("(a - b) / middle", Unit.RATIO),
            OutputEntry.any("time-weighted mean(a - b)", Unit.PRICE),
            OutputEntry.any("time-weighted mean((a - b) / middle)", Unit.RATIO)));
    entries.add(
        FlowEntry.of(
            new EffectiveSpread(100),
            "Effective spread",
            "O(1)",
            "R. Huang and H. Stoll, Journal of Financial Economics 41, 1996",
            OutputEntry.any("2 sign (p - middle)", Unit.PRICE),
            OutputEntry.any("2 sign (p - middle) / middle", Unit.RATIO),
            OutputEntry.any("mean of effective spreads", Unit.PRICE),
            OutputEntry.any("mean of relative effective spreads", Unit.RATIO)));
    for (Duration horizon : List.of(Duration.ofSeconds(5), Duration.ofMinutes(5))) {
      entries.add(
          FlowEntry.of(
              new SpreadDecomposition(horizon, 100),
              "Realised spread and price impact",
              "O(1)",
              "R. Huang and H. Stoll, Journal of Financial Economics 41, 1996",
              OutputEntry.any("2 sign (p - middle)", Unit.PRICE),
              OutputEntry.any("2 sign (p - middle after the horizon)", Unit.PRICE),
              OutputEntry.any("2 sign (middle after the horizon - middle)", Unit.PRICE),
              OutputEntry.any("mean of effective spreads", Unit.PRICE),
              OutputEntry.any("mean of realised spreads", Unit.PRICE),
              OutputEntry.any("mean of price impacts", Unit.PRICE)));
    }
    for (WithoutBounce rule : WithoutBounce.values()) {
      entries.add(
          FlowEntry.of(
              new TradeRollSpread(200, rule),
              "Roll's spread of trades",
              "O(1)",
              "R. Roll, Journal of Finance 39, 1984",
              OutputEntry.any("2 sqrt(-cov(dp[t], dp[t-1]))", Unit.PRICE)));
    }
  }

  private static void addTrades(List<FlowEntry> entries) {
    for (TradeClassification rule : TradeClassification.values()) {
      entries.add(
          FlowEntry.of(
              new TradeDirection(rule),
              "Direction of a trade",
              "O(1)",
              "C. Lee and M. Ready, Journal of Finance 46, 1991",
              OutputEntry.within(-1, 1, "sign of the trade", Unit.CODE)));
    }
    entries.add(
        FlowEntry.of(
            new TradeImbalance(MINUTE),
            "Buying against selling",
            "O(1)",
            "definition",
            OutputEntry.atLeastZero("sum(size of buys)", Unit.VOLUME),
            OutputEntry.atLeastZero("sum(size of sells)", Unit.VOLUME),
            OutputEntry.within(-1, 1, "(bought - sold) / (bought + sold)", Unit.RATIO),
            OutputEntry.within(-1, 1, "(buys - sells) / (buys + sells)", Unit.RATIO)));
    entries.add(
        FlowEntry.of(
            new TradeIntensity(MINUTE),
            "Trade intensity",
            "O(1)",
            "definition",
            OutputEntry.atLeastZero("trades / seconds", Unit.OTHER),
            OutputEntry.atLeastZero("sum(size) / seconds", Unit.VOLUME)));
    entries.add(
        FlowEntry.of(
            new HawkesIntensity(0.5, 0.6, 2),
            "Self-exciting intensity",
            "O(1)",
            "A. Hawkes, Biometrika 58, 1971",
            OutputEntry.atLeastZero("base + sum(branching decay exp(-decay age))", Unit.OTHER),
            OutputEntry.within(0, 1, "1 - base / intensity", Unit.RATIO)));
    entries.add(
        FlowEntry.of(
            new TradeSizes(100),
            "Distribution of trade sizes",
            "O(w)",
            "definition",
            OutputEntry.atLeastZero("mean(size)", Unit.VOLUME),
            OutputEntry.atLeastZero("deviation(size, ddof 1)", Unit.VOLUME),
            OutputEntry.any("m3 / m2^1.5", Unit.RATIO),
            OutputEntry.atLeastZero("median(size)", Unit.VOLUME),
            OutputEntry.atLeastZero("quantile(size, 0.9)", Unit.VOLUME),
            OutputEntry.within(0, 1, "rank(size) / n", Unit.RATIO)));
    entries.add(
        FlowEntry.of(
            new TickMomentum(50),
            "Tick momentum",
            "O(1)",
            "definition",
            OutputEntry.within(-1, 1, "mean(sign(p[t] - p[t-1]))", Unit.RATIO),
            OutputEntry.any("changes in a row with the sign of the last", Unit.CODE)));
    entries.add(
        FlowEntry.of(
            new VolumeClock(10_000),
            "Volume clock",
            "O(1)",
            "D. Easley, M. López de Prado and M. O'Hara, Journal of Portfolio Management 39, 2012",
            OutputEntry.atLeastZero("full buckets", Unit.OTHER),
            OutputEntry.within(0, 1, "units in the next bucket / bucket", Unit.OTHER),
            OutputEntry.atLeastZero("seconds of the last bucket", Unit.OTHER),
            OutputEntry.any("ln(seconds before / seconds)", Unit.OTHER)));
    for (ImpactModel model : ImpactModel.values()) {
      entries.add(
          FlowEntry.of(
              new TradeImpact(model, 200),
              model == ImpactModel.KYLE
                  ? "Kyle's lambda of trades"
                  : "Hasbrouck's lambda of trades",
              "O(1)",
              model == ImpactModel.KYLE
                  ? "A. Kyle, Econometrica 53, 1985"
                  : "J. Hasbrouck, Journal of Finance 64, 2009",
              OutputEntry.any(
                  model == ImpactModel.KYLE
                      ? "slope of dp on sign size"
                      : "slope of d ln p on sign sqrt(p size)",
                  model == ImpactModel.KYLE ? Unit.PRICE_PER_VOLUME : Unit.OTHER),
              OutputEntry.any("slope / standard error", Unit.RATIO),
              OutputEntry.within(0, 1, "explained / total", Unit.RATIO)));
    }
  }

  private static void addInformed(List<FlowEntry> entries) {
    for (TradeClassification rule :
        List.of(TradeClassification.TOLD, TradeClassification.TICK_RULE)) {
      entries.add(
          FlowEntry.of(
              new Vpin(10_000, 50, 200, 0.9, rule),
              "Volume-synchronised probability of informed trading",
              "O(history) per bucket",
              "D. Easley, M. López de Prado and M. O'Hara, Review of Financial Studies 25, 2012",
              OutputEntry.within(0, 1, "mean(|bought - sold|) / bucket", Unit.OTHER),
              OutputEntry.within(0, 1, "rank(vpin) / history", Unit.OTHER),
              OutputEntry.within(0, 1, "[cdf >= toxicity]", Unit.CODE),
              OutputEntry.atLeastZero("|bought - sold| of the last bucket", Unit.OTHER)));
    }
    entries.add(
        FlowEntry.of(
            new InformedTradingProbability(TradingCalendar.xnys(), 60, TradeClassification.TOLD),
            "Probability of informed trading",
            "O(w) per session",
            "D. Easley, N. Kiefer, M. O'Hara and J. Paperman, Journal of Finance 51, 1996",
            OutputEntry.within(0, 1, "alpha mu / (alpha mu + buy rate + sell rate)", Unit.RATIO),
            OutputEntry.within(0, 1, "alpha", Unit.RATIO),
            OutputEntry.within(0, 1, "delta", Unit.RATIO),
            OutputEntry.atLeastZero("mu, trades a session", Unit.OTHER),
            OutputEntry.atLeastZero("buys of the uninformed a session", Unit.OTHER),
            OutputEntry.atLeastZero("sells of the uninformed a session", Unit.OTHER)));
    entries.add(
        FlowEntry.of(
            new AdjustedInformedTrading(TradingCalendar.xnys(), 60, TradeClassification.TOLD),
            "Probability of informed trading, adjusted for shocks to both sides",
            "O(w) per session",
            "J. Duarte and L. Young, Journal of Financial Economics 91, 2009",
            OutputEntry.within(0, 1, "informed / (informed + shock + quiet)", Unit.RATIO),
            OutputEntry.within(0, 1, "shock / (informed + shock + quiet)", Unit.RATIO),
            OutputEntry.within(0, 1, "alpha", Unit.RATIO),
            OutputEntry.within(0, 1, "delta", Unit.RATIO),
            OutputEntry.within(0, 1, "theta", Unit.RATIO),
            OutputEntry.atLeastZero("buys of the informed on good news", Unit.OTHER),
            OutputEntry.atLeastZero("sells of the informed on bad news", Unit.OTHER),
            OutputEntry.atLeastZero("buys of a shock", Unit.OTHER),
            OutputEntry.atLeastZero("sells of a shock", Unit.OTHER),
            OutputEntry.atLeastZero("buys of the uninformed a session", Unit.OTHER),
            OutputEntry.atLeastZero("sells of the uninformed a session", Unit.OTHER)));
  }
}
