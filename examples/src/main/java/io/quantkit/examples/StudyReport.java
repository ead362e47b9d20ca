package io.quantkit.examples;

import io.quantkit.backtest.BacktestResult;
import io.quantkit.backtest.inference.DeflatedSharpe;
import io.quantkit.backtest.inference.SharpeSample;
import io.quantkit.backtest.report.IcSummary;
import io.quantkit.backtest.report.Measure;
import io.quantkit.backtest.report.TearSheet;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Allocation;
import io.quantkit.core.strategy.Decision;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.features.evaluation.InformationCoefficient;
import io.quantkit.models.FeatureImportance;
import io.quantkit.models.validation.WalkForward;
import io.quantkit.risk.measure.Performance;
import io.quantkit.risk.measure.PerformanceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts what a {@link FactorStudy} found into a tear sheet and a few lines of text. */
final class StudyReport {
  private static final double CONFIDENCE = 0.95;
  private static final int IMPORTANT_FEATURES = 15;

  private final FactorStudy study;
  private final FactorStudy.Fitted fitted;
  private final FactorStudy.Comparison comparison;
  private final List<Decision> decisions;
  private final int start;
  private final double perYear;

  /** Takes the row of the study's panel at which testing started. */
  StudyReport(
      FactorStudy study,
      FactorStudy.Fitted fitted,
      FactorStudy.Comparison comparison,
      List<Decision> decisions,
      int start) {
    this.study = study;
    this.fitted = fitted;
    this.comparison = comparison;
    this.decisions = decisions;
    this.start = start;
    this.perYear = study.panel().timeframe().barsPerYear(study.calendar());
  }

  FactorStudy.Outcome write() {
    TearSheet.Builder sheet =
        TearSheet.builder(study.title(), perYear, comparison.strategy())
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
            .benchmark(comparison.hold())
            .benchmark(comparison.equal())
            .hypothetical(comparison.sameClose());
    study.benchmark().ifPresent(symbol -> addIndex(sheet, symbol));
    List<String> verdicts = new ArrayList<>();
    for (BacktestResult baseline : List.of(comparison.hold(), comparison.equal())) {
      verdicts.add(verdict(sheet, baseline));
    }
    warn(sheet);
    describe(sheet);
    judgeModels(sheet);
    TearSheet built = sheet.build();
    return new FactorStudy.Outcome(built, summary(built, verdicts));
  }

  private String verdict(TearSheet.Builder sheet, BacktestResult baseline) {
    double[] sharpes = new double[comparison.variants().size()];
    for (int v = 0; v < sharpes.length; v++) {
      sharpes[v] = Performance.sharpe(active(comparison.variants().get(v), baseline), 0, 1);
    }
    SharpeSample sample = SharpeSample.of(active(comparison.strategy(), baseline));
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

  private void addIndex(TearSheet.Builder sheet, Symbol symbol) {
    Panel panel = study.panel();
    int column = panel.symbols().require(symbol);
    double[] worth = new double[comparison.strategy().rows()];
    double[] returns = new double[worth.length];
    double unit = FactorStudy.CASH.doubleValue() / panel.close(start, column);
    for (int t = 0; t < worth.length; t++) {
      worth[t] = panel.close(start + t, column) * unit;
      returns[t] = t == 0 ? 0 : worth[t] / worth[t - 1] - 1;
    }
    sheet
        .benchmark(symbol + " (price index)", worth)
        .performance(symbol + " (price index)", PerformanceSummary.of(returns, perYear));
  }

  private void warn(TearSheet.Builder sheet) {
    study.caveats().forEach(sheet::warning);
    List<Decision> unanswered =
        decisions.stream()
            .filter(decision -> decision.time() >= study.panel().knownAt(start))
            .filter(decision -> decision.allocation() instanceof Allocation.Infeasible)
            .toList();
    if (!unanswered.isEmpty()) {
      sheet.warning(
          "%d decisions found no portfolio within the limits and traded nothing, the first: %s"
              .formatted(
                  unanswered.size(),
                  ((Allocation.Infeasible) unanswered.get(0).allocation()).conflicts()));
    }
    BacktestResult strategy = comparison.strategy();
    if (strategy.minimumCash() < 0) {
      sheet.warning(
          String.format(
              Locale.ROOT,
              "Cash fell to %.0f USD, because prices rose between decision and fill: the account"
                  + " borrowed, for which the simulation charges nothing.",
              strategy.minimumCash()));
    }
    long shrunk = strategy.interventions().stream().filter(i -> !i.code().equals("WARMUP")).count();
    sheet.note(shrunk + " orders were shrunk or rejected by the limits.");
  }

  private void describe(TearSheet.Builder sheet) {
    sheet
        .parameter("Trading", "Fills", study.timing().description())
        .parameter("Trading", "Commission", study.costs().commissionBps() + " bp of notional")
        .parameter("Trading", "Spread", study.costs().spreadBps() + " bp, half paid per order")
        .parameter("Trading", "Slippage", study.costs().slippageBps() + " bp of notional")
        .parameter("Portfolio", "Holdings", "the " + study.holdings() + " best candidates")
        .parameter("Portfolio", "Weights", "hierarchical risk parity, sample covariance")
        .parameter("Portfolio", "Budget", percent(FactorStudy.LIMITS.budget()) + ", long only")
        .parameter("Portfolio", "Largest weight", percent(FactorStudy.LIMITS.maxWeight()))
        .parameter("Portfolio", "Largest sector", percent(FactorStudy.LIMITS.maxSectorWeight()))
        .parameter("Models", "Walk forward", walk())
        .parameter("Models", "Folds", String.valueOf(fitted.ridge().folds().size()))
        .parameter("Models", "Rows to learn from", String.valueOf(fitted.data().rows()))
        .parameter("Models", "Seed", String.valueOf(FactorStudy.SEED))
        .parameter("Models", "Variants tried", String.valueOf(comparison.variants().size()))
        .provenance("Data", "Bars", study.panel().toString())
        .provenance("Data", "First tested", EpochNanos.toInstant(times()[0]).toString());
  }

  private String walk() {
    WalkForward walk = study.walk();
    return "%s window, train %s, test %s, embargo of the larger of %s of the rows and %d bars"
        .formatted(
            walk.window().toString().toLowerCase(Locale.ROOT),
            walk.train(),
            walk.test(),
            walk.embargo().fraction(),
            walk.embargo().bars());
  }

  private long[] times() {
    return comparison.strategy().times();
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.0f %% of equity", 100 * fraction);
  }

  private void judgeModels(TearSheet.Builder sheet) {
    fitted
        .predictors()
        .forEach(
            (name, predictor) -> {
              InformationCoefficient ic = coefficient(predictions(name));
              sheet.informationCoefficient(shown(name, ic));
            });
    sheet.informationCoefficientConvention(
        "Spearman rank correlation, across the candidates of one period, of the prediction and"
            + " the return over the next period less the candidates' mean; out of sample.");
    var folds = fitted.boosted().folds();
    FeatureImportance importance = folds.get(folds.size() - 1).model().featureImportance();
    importance.ranked().stream()
        .limit(IMPORTANT_FEATURES)
        .forEach(name -> sheet.importance(name, importance.of(name)));
    for (String name : fitted.data().features().names()) {
      sheet.feature(name.startsWith("xsec") ? "Cross-section" : "Instrument", name, "");
    }
  }

  /** Returns predictions out of sample, {@code NaN} for rows that were never tested. */
  private double[] predictions(String name) {
    if (name.equals("Ridge")) {
      return fitted.ridge().predictions();
    }
    if (name.equals("XGBoost")) {
      return fitted.boosted().predictions();
    }
    double[] average = new double[fitted.data().rows()];
    fitted.average().predict(fitted.data().features(), average);
    return average;
  }

  private InformationCoefficient coefficient(double[] predictions) {
    return InformationCoefficient.of(fitted.data(), predictions);
  }

  private static io.quantkit.backtest.report.InformationCoefficient shown(
      String name, InformationCoefficient ic) {
    List<Integer> tested = new ArrayList<>();
    for (int p = 0; p < ic.periods(); p++) {
      if (!Double.isNaN(ic.rank(p))) {
        tested.add(p);
      }
    }
    var summary = ic.rank();
    return io.quantkit.backtest.report.InformationCoefficient.copyOf(
        name,
        tested.stream().mapToLong(ic::time).toArray(),
        tested.stream().mapToDouble(ic::rank).toArray(),
        new IcSummary(
            summary.periods(),
            summary.mean(),
            summary.deviation(),
            summary.tStatistic(),
            summary.ratio()));
  }

  private String summary(TearSheet sheet, List<String> verdicts) {
    StringBuilder text = new StringBuilder();
    text.append(study.title()).append('\n').append("  ").append(study.panel()).append('\n');
    line(
        text,
        "  %d features, %d rows to learn from, tested from %s",
        fitted.data().features().columns(),
        fitted.data().rows(),
        EpochNanos.toInstant(times()[0]));
    line(text, "  Fills: %s%n", study.timing().description());
    line(text, "  %-18s %10s %10s %8s %10s", "", "a year", "volatility", "Sharpe", "drawdown");
    for (BacktestResult one :
        List.of(
            comparison.strategy(), comparison.hold(), comparison.equal(), comparison.sameClose())) {
      line(
          text,
          "  %-18s %9.2f%% %9.2f%% %8.2f %9.2f%%",
          one.name(),
          100 * value(sheet, one, "Annual return"),
          100 * value(sheet, one, "Annual volatility"),
          value(sheet, one, "Sharpe ratio"),
          100 * value(sheet, one, "Maximum drawdown"));
    }
    text.append('\n');
    for (String name : fitted.predictors().keySet()) {
      var rank = coefficient(predictions(name)).rank();
      line(
          text,
          "  IC of %-9s mean %+.4f, t %+.2f over %d periods",
          name,
          rank.mean(),
          rank.tStatistic(),
          rank.periods());
    }
    text.append('\n');
    verdicts.forEach(verdict -> text.append("  ").append(verdict).append('\n'));
    return text.toString();
  }

  private static double value(TearSheet sheet, BacktestResult result, String name) {
    for (Measure measure : sheet.measures(result.name())) {
      if (measure.name().equals(name)) {
        return measure.value();
      }
    }
    throw new IllegalArgumentException("the tear sheet has no measure " + name);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
