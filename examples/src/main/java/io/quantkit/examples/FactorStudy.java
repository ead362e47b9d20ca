package io.quantkit.examples;

import io.quantkit.backtest.Backtest;
import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.TradingCosts;
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
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.crosssection.Beta;
import io.quantkit.features.crosssection.CrossSectionalRank;
import io.quantkit.features.crosssection.CrossSectionalZScore;
import io.quantkit.features.crosssection.FeatureFactor;
import io.quantkit.features.crosssection.IdiosyncraticVolatility;
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
import io.quantkit.risk.portfolio.EqualWeight;
import io.quantkit.risk.portfolio.HierarchicalRiskParity;
import io.quantkit.risk.portfolio.InverseVolatility;
import io.quantkit.risk.portfolio.TopRanked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

  private static final Trainer RIDGE = Ridge.of(100);

  private static final Trainer BOOSTED =
      XGBoost.builder()
          .rounds(60)
          .maxDepth(3)
          .learningRate(0.05)
          .subsample(0.8)
          .columnSample(0.5)
          .minChildWeight(20)
          .noEarlyStopping()
          .build();

  /** What a study found. */
  record Outcome(TearSheet sheet, String summary) {}

  /** What was learnt, and from what. */
  record Fitted(Dataset data, WalkForwardFit ridge, WalkForwardFit boosted, Predictor average) {

    /** Returns the predictors by name, in the order of reports. */
    Map<String, Predictor> predictors() {
      Map<String, Predictor> predictors = new LinkedHashMap<>();
      predictors.put("Ridge", ridge.predictor());
      predictors.put("XGBoost", boosted.predictor());
      predictors.put("Average", average);
      return predictors;
    }

    /** Returns when the first prediction out of sample is known. */
    long firstTested() {
      double[] predictions = ridge.predictions();
      for (int r = 0; r < predictions.length; r++) {
        if (!Double.isNaN(predictions[r])) {
          return data.time(r);
        }
      }
      throw new IllegalStateException("nothing was tested out of sample");
    }
  }

  /** The strategy, what could be had without it, and what else was tried. */
  record Comparison(
      BacktestResult strategy,
      BacktestResult hold,
      BacktestResult equal,
      BacktestResult sameClose,
      List<BacktestResult> variants) {}

  /** Runs the study; the outcome does not depend on the executor. */
  Outcome run(Executor executor, ProgressListener progress) {
    FactorSet factors = factors();
    FeatureMatrix features = factors.over(panel, universe);
    ForwardReturns label = ForwardReturns.of(1, month).against(new Against.CrossSection());
    Dataset data = Dataset.join(features, label.over(panel, universe)).complete();

    WalkForward walk = walk();
    WalkForwardFit ridge = fit("Ridge", RIDGE, walk, data, executor, progress);
    WalkForwardFit boosted = fit("XGBoost", BOOSTED, walk, data, executor, progress);
    Predictor average = AveragePredictor.ofRanks(List.of(ridge.predictor(), boosted.predictor()));
    return judge(new Fitted(data, ridge, boosted, average), progress);
  }

  /** Returns the schedule with an embargo as long as the features' memory, or 1 % of the sample. */
  WalkForward walk() {
    return schedule.withEmbargo(Embargo.DEFAULT.atLeast(factors().warmup()));
  }

  private static WalkForwardFit fit(
      String name,
      Trainer trainer,
      WalkForward walk,
      Dataset data,
      Executor executor,
      ProgressListener progress) {
    ProgressListener named =
        (task, done, total) -> progress.onProgress("Training " + name, done, total);
    return WalkForwardFit.run(trainer, walk, data, SEED, named, executor);
  }

  private Outcome judge(Fitted fitted, ProgressListener progress) {
    int start = panel.lastKnownAt(fitted.firstTested());
    Backtest baseline =
        Backtest.of(panel, universe, calendar)
            .cash(CASH)
            .costs(costs)
            .timing(timing)
            .warmup(start)
            .progress(progress);
    Backtest limited =
        baseline
            .check(new LongOnly())
            .check(new MaxPositionWeight(LIMITS.maxWeight()))
            .check(new MaxSectorWeight(LIMITS.maxSectorWeight()));
    PortfolioConstructor chosen = HierarchicalRiskParity.DEFAULT;
    List<Decision> decisions = new ArrayList<>();
    Comparison comparison =
        new Comparison(
            limited.run("Multi-factor", pipeline(fitted.average(), chosen, decisions)),
            baseline.run("Buy and hold", new BuyAndHold()),
            baseline.run("Equal weight", new EqualParts()),
            limited
                .timing(FillTiming.SAME_CLOSE)
                .run("Same-close claim", pipeline(fitted.average(), chosen, new ArrayList<>())),
            variants(limited, fitted));
    return new StudyReport(this, fitted, comparison, decisions, start).write();
  }

  /** Every strategy this study could have picked; their number and spread deflate the pick. */
  private List<BacktestResult> variants(Backtest backtest, Fitted fitted) {
    List<BacktestResult> variants = new ArrayList<>();
    for (Predictor predictor : fitted.predictors().values()) {
      for (PortfolioConstructor inner :
          List.of(HierarchicalRiskParity.DEFAULT, InverseVolatility.DEFAULT, new EqualWeight())) {
        String name = "Variant " + (variants.size() + 1);
        variants.add(backtest.run(name, pipeline(predictor, inner, new ArrayList<>())));
      }
    }
    return variants;
  }

  private Strategy pipeline(
      Predictor predictor, PortfolioConstructor inner, List<Decision> decisions) {
    return PipelineStrategy.builder(factors(), predictor, new TopRanked(holdings, inner))
        .constraints(LIMITS)
        .lookback(24 * month)
        .rebalanceEvery(month)
        .onDecision(decisions::add)
        .build();
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
}
