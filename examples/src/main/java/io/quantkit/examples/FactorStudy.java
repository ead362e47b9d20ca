package io.quantkit.examples;

import io.quantkit.backtest.Backtest;
import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.inference.DeflatedSharpe;
import io.quantkit.backtest.inference.SharpeSample;
import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.backtest.report.IcSummary;
import io.quantkit.backtest.report.TearSheet;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.Dataset;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Decision;
import io.quantkit.core.strategy.Factor;
import io.quantkit.core.strategy.FactorSet;
import io.quantkit.core.strategy.PipelineStrategy;
import io.quantkit.core.strategy.PortfolioConstraints;
import io.quantkit.core.strategy.PortfolioConstructor;
import io.quantkit.core.strategy.Predictor;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.crosssection.Beta;
import io.quantkit.features.crosssection.CrossSectionalRank;
import io.quantkit.features.crosssection.CrossSectionalZScore;
import io.quantkit.features.crosssection.FeatureFactor;
import io.quantkit.features.crosssection.IdiosyncraticVolatility;
import io.quantkit.features.evaluation.InformationCoefficient;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.trend.TrendDistance;
import io.quantkit.features.indicator.volatility.RollingVolatility;
import io.quantkit.features.label.Against;
import io.quantkit.features.label.ForwardReturns;
import io.quantkit.features.statistic.Drawdown;
import io.quantkit.features.statistic.ReturnSkewness;
import io.quantkit.models.Trainer;
import io.quantkit.models.ensemble.AveragePredictor;
import io.quantkit.models.linear.Ridge;
import io.quantkit.models.tree.XGBoost;
import io.quantkit.models.validation.Embargo;
import io.quantkit.models.validation.WalkForward;
import io.quantkit.models.validation.WalkForwardFit;
import io.quantkit.risk.limit.LongOnly;
import io.quantkit.risk.limit.MaxPositionWeight;
import io.quantkit.risk.limit.MaxSectorWeight;
import io.quantkit.risk.measure.Performance;
import io.quantkit.risk.measure.PerformanceSummary;
import io.quantkit.risk.portfolio.EqualWeight;
import io.quantkit.risk.portfolio.HierarchicalRiskParity;
import io.quantkit.risk.portfolio.InverseVolatility;
import io.quantkit.risk.portfolio.TopRanked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A cross-sectional multi-factor study, from bars to a tear sheet: factors, labels, purged
 * walk-forward models, a long-only portfolio by hierarchical risk parity, an event-driven backtest
 * with costs, and what the result is worth beside buying everything.
 *
 * @param title what the report is called
 * @param panel the bars
 * @param universe the panel's instruments, with their sectors
 * @param benchmark what beta is measured against, if the panel has it
 * @param calendar when the market is open
 * @param month how many bars a month has
 * @param schedule how the models are walked forward
 * @param timing when orders are filled
 * @param costs what trading costs
 * @param holdings how many of the candidates are held
 * @param caveats what weakens the result, for the report to say
 */
record FactorStudy(
    String title,
    Panel panel,
    Universe universe,
    Optional<Symbol> benchmark,
    TradingCalendar calendar,
    int month,
    WalkForward schedule,
    FillTiming timing,
    TradingCosts costs,
    int holdings,
    List<String> caveats) {

  static final long SEED = 20_220_531;
  static final Decimal CASH = Decimal.of(1_000_000);

  /** A position may be a bit larger than its target when it is bought, since prices move. */
  static final PortfolioConstraints LIMITS =
      new PortfolioConstraints(EqualParts.BUDGET, true, 0.35, 0.60);

  static final double CONFIDENCE = 0.95;

  /** What a study found. */
  record Outcome(TearSheet sheet, String summary) {}

  /** Runs the study; the outcome does not depend on the executor. */
  Outcome run(Executor executor, ProgressListener progress) {
    FactorSet factors = factors();
    FeatureMatrix features = factors.over(panel, universe);
    ForwardReturns label = ForwardReturns.of(1, month).against(new Against.CrossSection());
    Dataset data = Dataset.join(features, label.over(panel, universe)).complete();

    WalkForward walk = schedule.withEmbargo(Embargo.DEFAULT.atLeast(factors.warmup()));
    Map<String, WalkForwardFit> fits = new LinkedHashMap<>();
    trainers()
        .forEach(
            (name, trainer) ->
                fits.put(
                    name,
                    WalkForwardFit.run(
                        trainer,
                        walk,
                        data,
                        SEED,
                        (task, done, total) -> progress.onProgress("Training " + name, done, total),
                        executor)));
    Map<String, Predictor> predictors = new LinkedHashMap<>();
    fits.forEach((name, fit) -> predictors.put(name, fit.predictor()));
    predictors.put("Average", AveragePredictor.ofRanks(List.copyOf(predictors.values())));

    return judge(data, fits, predictors, progress);
  }

  private Outcome judge(
      Dataset data,
      Map<String, WalkForwardFit> fits,
      Map<String, Predictor> predictors,
      ProgressListener progress) {
    int start = firstTested(data, fits);
    Backtest backtest =
        Backtest.of(panel, universe, calendar)
            .cash(CASH)
            .costs(costs)
            .timing(timing)
            .warmup(start)
            .check(new LongOnly())
            .check(new MaxPositionWeight(LIMITS.maxWeight()))
            .check(new MaxSectorWeight(LIMITS.maxSectorWeight()))
            .progress(progress);
    PortfolioConstructor chosen = new TopRanked(holdings, HierarchicalRiskParity.DEFAULT);
    Predictor average = predictors.get("Average");
    List<Decision> decisions = new ArrayList<>();
    BacktestResult result = backtest.run("Multi-factor", pipeline(average, chosen, decisions));
    Backtest unlimited =
        Backtest.of(panel, universe, calendar)
            .cash(CASH)
            .costs(costs)
            .timing(timing)
            .warmup(start)
            .progress(progress);
    BacktestResult hold = unlimited.run("Buy and hold", new BuyAndHold());
    BacktestResult equal = unlimited.run("Equal weight", new EqualParts());
    BacktestResult sameClose =
        backtest
            .timing(FillTiming.SAME_CLOSE)
            .run("Same-close claim", pipeline(average, chosen, new ArrayList<>()));
    List<BacktestResult> variants = variants(backtest, predictors);

    double perYear = panel.timeframe().barsPerYear(calendar);
    TearSheet.Builder sheet =
        TearSheet.builder(title, perYear, result)
            .currency("USD")
            .logScale()
            .headlines(
                List.of(
                    "Annual return",
                    "Annual volatility",
                    "Sharpe ratio",
                    "Maximum drawdown",
                    "Calmar ratio",
                    "Expected shortfall 5 %"))
            .benchmark(hold)
            .benchmark(equal)
            .hypothetical(sameClose);
    benchmark.ifPresent(symbol -> addIndex(sheet, symbol, result, start, perYear));
    List<String> verdicts = new ArrayList<>();
    for (BacktestResult baseline : List.of(hold, equal)) {
      verdicts.add(verdict(sheet, result, baseline, variants, perYear));
    }
    describe(sheet, data, fits, predictors, result, decisions, variants.size(), start);
    return new Outcome(
        sheet.build(),
        summary(result, hold, equal, sameClose, perYear, data, predictors, verdicts));
  }

  /** The factors, all of them from closes. */
  FactorSet factors() {
    Roc week = new Roc(month, Roc.Scale.FRACTION);
    Roc quarter = new Roc(3 * month, Roc.Scale.FRACTION);
    Roc half = new Roc(6 * month, Roc.Scale.FRACTION);
    Roc year = new Roc(12 * month, Roc.Scale.FRACTION);
    double perYear = panel.timeframe().barsPerYear(calendar);
    RollingVolatility volatility = new RollingVolatility(12 * month, perYear);
    TrendDistance trend = new TrendDistance(12 * month);
    Rsi rsi = new Rsi(6 * month);
    Drawdown drawdown = new Drawdown(12 * month);
    List<Factor> list = new ArrayList<>();
    for (var feature :
        List.of(
            week,
            quarter,
            half,
            year,
            new RollingVolatility(6 * month, perYear),
            volatility,
            new TrendDistance(6 * month),
            trend,
            rsi,
            new Macd(3 * month, 6 * month, 2 * month),
            drawdown,
            new ReturnSkewness(12 * month))) {
      list.add(FeatureFactor.of(feature));
    }
    for (var feature : List.of(week, quarter, half, year, volatility, trend, rsi, drawdown)) {
      list.add(CrossSectionalRank.of(feature));
    }
    for (var feature : List.of(year, volatility, trend)) {
      list.add(CrossSectionalZScore.of(feature));
    }
    benchmark.ifPresent(
        symbol -> {
          Beta beta = new Beta(symbol, 24 * month);
          IdiosyncraticVolatility own = new IdiosyncraticVolatility(symbol, 24 * month);
          list.add(beta);
          list.add(own);
          list.add(CrossSectionalRank.of(beta));
          list.add(CrossSectionalRank.of(own));
        });
    return FactorSet.copyOf(list);
  }

  private static Map<String, Trainer> trainers() {
    Map<String, Trainer> trainers = new LinkedHashMap<>();
    trainers.put("Ridge", Ridge.of(100));
    trainers.put(
        "XGBoost",
        XGBoost.builder()
            .rounds(60)
            .maxDepth(3)
            .learningRate(0.05)
            .subsample(0.8)
            .columnSample(0.5)
            .minChildWeight(20)
            .noEarlyStopping()
            .build());
    return trainers;
  }

  private Strategy pipeline(
      Predictor predictor, PortfolioConstructor constructor, List<Decision> decisions) {
    return PipelineStrategy.builder(factors(), predictor, constructor)
        .constraints(LIMITS)
        .lookback(24 * month)
        .rebalanceEvery(month)
        .onDecision(decisions::add)
        .build();
  }

  /** Every strategy this study could have picked; their number and spread deflate the pick. */
  private List<BacktestResult> variants(Backtest backtest, Map<String, Predictor> predictors) {
    List<BacktestResult> variants = new ArrayList<>();
    for (Map.Entry<String, Predictor> predictor : predictors.entrySet()) {
      for (PortfolioConstructor inner :
          List.of(HierarchicalRiskParity.DEFAULT, InverseVolatility.DEFAULT, new EqualWeight())) {
        variants.add(
            backtest.run(
                "Variant " + (variants.size() + 1),
                pipeline(predictor.getValue(), new TopRanked(holdings, inner), new ArrayList<>())));
      }
    }
    return variants;
  }

  /** Returns the row of the panel at which the first prediction out of sample is known. */
  private int firstTested(Dataset data, Map<String, WalkForwardFit> fits) {
    long first = Long.MAX_VALUE;
    for (WalkForwardFit fit : fits.values()) {
      double[] predictions = fit.predictions();
      for (int r = 0; r < predictions.length; r++) {
        if (!Double.isNaN(predictions[r])) {
          first = Math.min(first, data.time(r));
          break;
        }
      }
    }
    return panel.lastKnownAt(first);
  }

  private String verdict(
      TearSheet.Builder sheet,
      BacktestResult result,
      BacktestResult baseline,
      List<BacktestResult> variants,
      double perYear) {
    double[] sharpes = new double[variants.size()];
    for (int v = 0; v < sharpes.length; v++) {
      sharpes[v] = Performance.sharpe(active(variants.get(v), baseline), 0, 1);
    }
    SharpeSample sample = SharpeSample.of(active(result, baseline));
    double probability = DeflatedSharpe.probability(sample, sharpes);
    boolean beaten = probability >= CONFIDENCE;
    String text =
        String.format(
            Locale.ROOT,
            "%s %s after deflation: its active return has a Sharpe ratio of %.2f a year, and with"
                + " %d variants tried the probability that this is more than luck is %.2f"
                + " (%.2f is asked for).",
            beaten ? "Beats" : "Does not beat",
            baseline.name().toLowerCase(Locale.ROOT),
            sample.sharpe() * Math.sqrt(perYear),
            sharpes.length,
            probability,
            CONFIDENCE);
    if (beaten) {
      sheet.pass(text);
    } else {
      sheet.fail(text);
    }
    return (beaten ? "PASS  " : "FAIL  ") + text;
  }

  private static double[] active(BacktestResult result, BacktestResult baseline) {
    double[] active = result.returns();
    double[] other = baseline.returns();
    for (int t = 0; t < active.length; t++) {
      active[t] -= other[t];
    }
    return active;
  }

  private void addIndex(
      TearSheet.Builder sheet, Symbol symbol, BacktestResult result, int start, double perYear) {
    int column = panel.symbols().require(symbol);
    double[] worth = new double[result.rows()];
    double[] returns = new double[result.rows()];
    double unit = CASH.doubleValue() / panel.close(start, column);
    for (int t = 0; t < worth.length; t++) {
      worth[t] = panel.close(start + t, column) * unit;
      returns[t] = t == 0 ? 0 : worth[t] / worth[t - 1] - 1;
    }
    sheet
        .benchmark(symbol + " (price index)", worth)
        .performance(symbol + " (price index)", PerformanceSummary.of(returns, perYear));
  }

  private void describe(
      TearSheet.Builder sheet,
      Dataset data,
      Map<String, WalkForwardFit> fits,
      Map<String, Predictor> predictors,
      BacktestResult result,
      List<Decision> decisions,
      int variants,
      int start) {
    sheet
        .parameter("Trading", "Fills", timing.description())
        .parameter("Trading", "Commission", costs.commissionBps() + " bp of notional")
        .parameter("Trading", "Spread", costs.spreadBps() + " bp quoted, half paid per order")
        .parameter("Trading", "Slippage", costs.slippageBps() + " bp of notional")
        .parameter("Portfolio", "Holdings", "the " + holdings + " best candidates")
        .parameter("Portfolio", "Weights", "hierarchical risk parity, sample covariance")
        .parameter("Portfolio", "Budget", percent(LIMITS.budget()) + " of equity, long only")
        .parameter("Portfolio", "Largest weight", percent(LIMITS.maxWeight()) + " per name")
        .parameter("Portfolio", "Largest sector", percent(LIMITS.maxSectorWeight()))
        .parameter("Models", "Walk forward", schedule.toString())
        .parameter("Models", "Folds", String.valueOf(fits.get("Ridge").folds().size()))
        .parameter("Models", "Training rows in all", String.valueOf(data.rows()))
        .parameter("Models", "Seed", String.valueOf(SEED))
        .parameter("Models", "Variants tried", String.valueOf(variants))
        .provenance("Data", "Bars", panel.toString())
        .provenance("Data", "First tested", EpochNanos.toInstant(panel.knownAt(start)).toString());
    fits.forEach(
        (name, fit) -> sheet.informationCoefficient(coefficient(name, data, fit.predictions())));
    double[] average = new double[data.rows()];
    predictors.get("Average").predict(data.features(), average);
    sheet
        .informationCoefficient(coefficient("Average", data, average))
        .informationCoefficientConvention(
            "Spearman rank correlation, across the candidates of one period, of the prediction and"
                + " the return over the next period less the candidates' mean; out of sample.");
    WalkForwardFit boosted = fits.get("XGBoost");
    var importance = boosted.folds().get(boosted.folds().size() - 1).model().featureImportance();
    for (String name : importance.ranked().subList(0, Math.min(15, importance.ranked().size()))) {
      sheet.importance(name, importance.of(name));
    }
    for (String name : data.features().names()) {
      sheet.feature(name.startsWith("xsec") ? "Cross-section" : "Instrument", name, "");
    }
    long infeasible =
        decisions.stream()
            .filter(d -> d.allocation() instanceof io.quantkit.core.strategy.Allocation.Infeasible)
            .count();
    if (infeasible > 0) {
      sheet.warning(infeasible + " decisions found no portfolio within the limits.");
    }
    if (result.minimumCash() < 0) {
      sheet.warning(
          String.format(
              Locale.ROOT,
              "Cash fell to %.0f USD, because prices rose between decision and fill: the account"
                  + " borrowed, for which the simulation charges nothing.",
              result.minimumCash()));
    }
    sheet.note(
        result.interventions().stream().filter(i -> !i.code().equals("WARMUP")).count()
            + " orders were shrunk or rejected by the limits.");
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
  }

  private static io.quantkit.backtest.report.InformationCoefficient coefficient(
      String name, Dataset data, double[] predictions) {
    InformationCoefficient ic = InformationCoefficient.of(data, predictions);
    List<Integer> tested = new ArrayList<>();
    for (int p = 0; p < ic.periods(); p++) {
      if (!Double.isNaN(ic.rank(p))) {
        tested.add(p);
      }
    }
    long[] times = tested.stream().mapToLong(ic::time).toArray();
    double[] values = tested.stream().mapToDouble(ic::rank).toArray();
    var summary = ic.rank();
    return io.quantkit.backtest.report.InformationCoefficient.copyOf(
        name,
        times,
        values,
        new IcSummary(
            summary.periods(),
            summary.mean(),
            summary.deviation(),
            summary.tStatistic(),
            summary.ratio()));
  }

  private String summary(
      BacktestResult result,
      BacktestResult hold,
      BacktestResult equal,
      BacktestResult sameClose,
      double perYear,
      Dataset data,
      Map<String, Predictor> predictors,
      List<String> verdicts) {
    StringBuilder text = new StringBuilder();
    text.append(title).append('\n');
    text.append("  ").append(panel).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "  %d features, %d rows to learn from, tested from %s%n",
            data.features().columns(),
            data.rows(),
            EpochNanos.toInstant(result.times()[0])));
    text.append("  Fills: ").append(timing.description()).append("\n\n");
    text.append(
        String.format(
            Locale.ROOT,
            "  %-18s %10s %10s %8s %10s%n",
            "",
            "a year",
            "volatility",
            "Sharpe",
            "drawdown"));
    for (BacktestResult one : List.of(result, hold, equal, sameClose)) {
      PerformanceSummary summary = PerformanceSummary.of(one.returns(), perYear);
      text.append(
          String.format(
              Locale.ROOT,
              "  %-18s %9.2f%% %9.2f%% %8.2f %9.2f%%%n",
              one.name(),
              100 * summary.value("Annual return"),
              100 * summary.value("Annual volatility"),
              summary.value("Sharpe ratio"),
              100 * summary.value("Maximum drawdown")));
    }
    text.append('\n');
    predictors.forEach(
        (name, predictor) -> {
          double[] predictions = new double[data.rows()];
          predictor.predict(data.features(), predictions);
          var rank = InformationCoefficient.of(data, predictions).rank();
          text.append(
              String.format(
                  Locale.ROOT,
                  "  IC of %-9s mean %+.4f, t %+.2f over %d periods%n",
                  name,
                  rank.mean(),
                  rank.tStatistic(),
                  rank.periods()));
        });
    text.append('\n');
    verdicts.forEach(verdict -> text.append("  ").append(verdict).append('\n'));
    return text.toString();
  }
}
