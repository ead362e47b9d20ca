package io.quantkit.backtest.report;

import static java.util.Objects.requireNonNull;

import io.quantkit.backtest.BacktestResult;
import io.quantkit.risk.measure.PerformanceSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything a report says about one backtest, as plain numbers and words.
 *
 * <p>It can be filled from the result of a backtest, or number by number, so it describes a
 * vectorised backtest, a live account or numbers from elsewhere just as well. {@link HtmlReport}
 * and {@link JsonReport} render it; both show the same numbers. Only the times and the equity are
 * required; a part that was not given is left out.
 *
 * <p><b>Times.</b> A time is the instant at which the equity was known, the end of its period.
 * Periods are half-open, so equity known at midnight UTC belongs to the day before: {@code
 * 2020-02-01T00:00Z} closes January. The first equity is the starting capital; the first period
 * runs from the first time to the second. Missing equity is {@code NaN}.
 *
 * <p>Immutable and safe to share between threads; a {@link Builder} belongs to one.
 */
public final class TearSheet {
  private final String title;
  private final String subtitle;
  private final String currency;
  private final List<Statement> statements;
  private final long[] times;
  private final double periodsPerYear;
  private final NamedSeries strategy;
  private final List<NamedSeries> benchmarks;
  private final List<NamedSeries> hypotheticals;
  private final List<NamedSeries> exposures;
  private final List<NamedSeries> turnovers;
  private final List<NamedSeries> costs;
  private final List<InformationCoefficient> informationCoefficients;
  private final String informationCoefficientConvention;
  private final List<QuantileReturns> quantileReturns;
  private final List<RoundTrip> trades;
  private final Map<String, List<Measure>> measures;
  private final List<String> headlines;
  private final List<Setting> parameters;
  private final List<Setting> provenance;
  private final List<NamedValue> importances;
  private final List<Setting> features;
  private final int rollingWindow;
  private final boolean logScale;

  private TearSheet(Builder b) {
    title = b.title;
    subtitle = b.subtitle;
    currency = b.currency;
    statements = List.copyOf(b.statements);
    times = b.times;
    periodsPerYear = b.periodsPerYear;
    strategy = NamedSeries.copyOf(b.strategyName, b.equity);
    benchmarks = List.copyOf(b.benchmarks);
    hypotheticals = List.copyOf(b.hypotheticals);
    exposures = List.copyOf(b.exposures);
    turnovers = List.copyOf(b.turnovers);
    costs = List.copyOf(b.costs);
    informationCoefficients = List.copyOf(b.informationCoefficients);
    informationCoefficientConvention = b.informationCoefficientConvention;
    quantileReturns = List.copyOf(b.quantileReturns);
    trades = List.copyOf(b.trades);
    measures = new LinkedHashMap<>();
    b.measures.forEach((curve, list) -> measures.put(curve, List.copyOf(list)));
    headlines = List.copyOf(b.headlines);
    parameters = List.copyOf(b.parameters);
    provenance = List.copyOf(b.provenance);
    importances = List.copyOf(b.importances);
    features = List.copyOf(b.features);
    rollingWindow = b.rollingWindow > 0 ? b.rollingWindow : defaultWindow(b.periodsPerYear);
    logScale = b.logScale;
  }

  /**
   * Starts a tear sheet.
   *
   * @param title what was tested
   * @param times when each equity was known, UTC epoch nanoseconds, increasing, at least one; not
   *     modified, not kept
   * @param periodsPerYear how many periods a year has, such as 12 or 252; positive
   * @param equity the account's worth at each time; not modified, not kept
   */
  public static Builder builder(
      String title, long[] times, double periodsPerYear, double[] equity) {
    return new Builder(title, times, periodsPerYear, equity);
  }

  /**
   * Starts a tear sheet of a backtest with its equity, exposure, turnover, costs, round trips and,
   * unless it lost everything, the measures of its returns from row to row.
   *
   * @param title what was tested
   * @param periodsPerYear how many rows a year has, such as 12 or 252; positive
   * @param result the backtest; its name is the strategy's
   */
  public static Builder builder(String title, double periodsPerYear, BacktestResult result) {
    double[] equity = result.equity();
    return builder(title, result.times(), periodsPerYear, equity)
        .strategyName(result.name())
        .exposure(result.grossExposure(), result.netExposure(), ResultParts.positions(result))
        .turnover(result.turnover())
        .cost("Commission", result.commission())
        .cost("Spread", result.spread())
        .cost("Slippage", result.slippage())
        .trades(ResultParts.roundTrips(result))
        .measures(result.name(), ResultParts.performance(equity, periodsPerYear));
  }

  /** Returns the smallest number of whole years that holds at least 36 periods, in periods. */
  private static int defaultWindow(double periodsPerYear) {
    double years = Math.max(1, Math.ceil(36 / periodsPerYear));
    return (int) Math.max(2, Math.rint(Math.min(1e8, years * periodsPerYear)));
  }

  static void requireIncreasing(long[] times) {
    for (int t = 1; t < times.length; t++) {
      if (times[t] <= times[t - 1]) {
        throw new IllegalArgumentException(
            "times must increase, were %d at %d after %d".formatted(times[t], t, times[t - 1]));
      }
    }
  }

  /** Returns what was tested. */
  public String title() {
    return title;
  }

  /** Returns a line about what was tested, empty if there is none. */
  public String subtitle() {
    return subtitle;
  }

  /** Returns the currency of every amount, empty if it is not known. */
  public String currency() {
    return currency;
  }

  /** Returns what a reader must not miss, in the order given. */
  public List<Statement> statements() {
    return statements;
  }

  /** Returns how many times there are. */
  public int size() {
    return times.length;
  }

  /** Returns when an equity was known, UTC epoch nanoseconds. */
  public long time(int index) {
    return times[index];
  }

  /** Returns how many periods a year has. */
  public double periodsPerYear() {
    return periodsPerYear;
  }

  /** Returns the equity of the strategy under its name. */
  public NamedSeries strategy() {
    return strategy;
  }

  /** Returns the equity of what could have been done instead. */
  public List<NamedSeries> benchmarks() {
    return benchmarks;
  }

  /** Returns the equity of what could not have been done, such as fills at the deciding close. */
  public List<NamedSeries> hypotheticals() {
    return hypotheticals;
  }

  /** Returns {@code gross}, {@code net} and {@code positions}, or nothing. */
  public List<NamedSeries> exposures() {
    return exposures;
  }

  /** Returns the turnover, or nothing. */
  public List<NamedSeries> turnovers() {
    return turnovers;
  }

  /** Returns the costs of each period, by kind. */
  public List<NamedSeries> costs() {
    return costs;
  }

  /** Returns how well factors and models ranked what came next. */
  public List<InformationCoefficient> informationCoefficients() {
    return informationCoefficients;
  }

  /** Returns how the information coefficients and their summaries are defined, or nothing. */
  public String informationCoefficientConvention() {
    return informationCoefficientConvention;
  }

  /** Returns the mean forward returns by quantile of a score. */
  public List<QuantileReturns> quantileReturns() {
    return quantileReturns;
  }

  /** Returns the closed positions, in the order given. */
  public List<RoundTrip> trades() {
    return trades;
  }

  /** Returns the measures of a curve, in the order given; empty if it has none. */
  public List<Measure> measures(String curve) {
    return measures.getOrDefault(curve, List.of());
  }

  /** Returns the names of the measures shown large at the top. */
  public List<String> headlines() {
    return headlines;
  }

  /** Returns how the strategy, its fills and its costs were set up. */
  public List<Setting> parameters() {
    return parameters;
  }

  /** Returns where the data came from. */
  public List<Setting> provenance() {
    return provenance;
  }

  /** Returns how much each feature counted in the model. */
  public List<NamedValue> importances() {
    return importances;
  }

  /** Returns the features the model saw. */
  public List<Setting> features() {
    return features;
  }

  /** Returns the window of the rolling Sharpe ratio, in periods. */
  public int rollingWindow() {
    return rollingWindow;
  }

  /** Returns whether equity is drawn on a logarithmic scale. */
  public boolean logScale() {
    return logScale;
  }

  long[] rawTimes() {
    return times;
  }

  /** Returns the strategy, then the benchmarks, then the hypotheticals. */
  List<NamedSeries> curves() {
    List<NamedSeries> all = new ArrayList<>();
    all.add(strategy);
    all.addAll(benchmarks);
    all.addAll(hypotheticals);
    return all;
  }

  boolean isHypothetical(NamedSeries curve) {
    return hypotheticals.contains(curve);
  }

  /** Collects a tear sheet. Each method returns this builder. */
  public static final class Builder {
    private final String title;
    private final long[] times;
    private final double periodsPerYear;
    private final double[] equity;
    private String strategyName = "Strategy";
    private String subtitle = "";
    private String currency = "";
    private String informationCoefficientConvention = "";
    private final List<Statement> statements = new ArrayList<>();
    private final List<NamedSeries> benchmarks = new ArrayList<>();
    private final List<NamedSeries> hypotheticals = new ArrayList<>();
    private final List<NamedSeries> exposures = new ArrayList<>();
    private final List<NamedSeries> turnovers = new ArrayList<>();
    private final List<NamedSeries> costs = new ArrayList<>();
    private final List<InformationCoefficient> informationCoefficients = new ArrayList<>();
    private final List<QuantileReturns> quantileReturns = new ArrayList<>();
    private final List<RoundTrip> trades = new ArrayList<>();
    private final Map<String, List<Measure>> measures = new LinkedHashMap<>();
    private final List<String> headlines = new ArrayList<>();
    private final List<Setting> parameters = new ArrayList<>();
    private final List<Setting> provenance = new ArrayList<>();
    private final List<NamedValue> importances = new ArrayList<>();
    private final List<Setting> features = new ArrayList<>();
    private int rollingWindow;
    private boolean logScale;

    private Builder(String title, long[] times, double periodsPerYear, double[] equity) {
      if (title.isBlank()) {
        throw new IllegalArgumentException("title must not be blank, was '" + title + "'");
      }
      if (times.length == 0) {
        throw new IllegalArgumentException("there must be at least 1 time, were 0");
      }
      if (!(periodsPerYear > 0) || Double.isInfinite(periodsPerYear)) {
        throw new IllegalArgumentException(
            "periodsPerYear must be positive and finite, was " + periodsPerYear);
      }
      requireIncreasing(times);
      this.title = title;
      this.times = times.clone();
      this.periodsPerYear = periodsPerYear;
      this.equity = equity.clone();
      requireSize("equity", equity);
    }

    /** Names the strategy in legends and tables. Default: {@code Strategy}. */
    public Builder strategyName(String name) {
      strategyName = requireNonNull(name, "name");
      return this;
    }

    /** Adds a line under the title. */
    public Builder subtitle(String text) {
      subtitle = requireNonNull(text, "text");
      return this;
    }

    /** Names the currency of every amount, such as {@code USD}. */
    public Builder currency(String code) {
      currency = requireNonNull(code, "code");
      return this;
    }

    /** Says that a criterion stated before the test was met. */
    public Builder pass(String text) {
      statements.add(new Statement(Statement.Kind.PASS, text));
      return this;
    }

    /** Says that a criterion stated before the test was not met. */
    public Builder fail(String text) {
      statements.add(new Statement(Statement.Kind.FAIL, text));
      return this;
    }

    /** Says what weakens the numbers, such as {@code Eight survivors are no evidence of skill}. */
    public Builder warning(String text) {
      statements.add(new Statement(Statement.Kind.WARNING, text));
      return this;
    }

    /** Says something worth knowing. */
    public Builder note(String text) {
      statements.add(new Statement(Statement.Kind.NOTE, text));
      return this;
    }

    /**
     * Adds what could have been done instead, such as buy and hold.
     *
     * @param values its equity at each time; not modified, not kept
     */
    public Builder benchmark(String name, double[] values) {
      benchmarks.add(series(name, values));
      return this;
    }

    /**
     * Adds a backtest of what could have been done instead, with its measures. The strategy is
     * measured against the first one added so.
     *
     * @throws IllegalArgumentException if its rows have other times
     */
    public Builder benchmark(BacktestResult result) {
      double[] values = equityOf(result);
      if (benchmarks.isEmpty()) {
        measures(strategyName, ResultParts.relative(equity, values, result.name(), periodsPerYear));
      }
      return benchmark(result.name(), values)
          .measures(result.name(), ResultParts.performance(values, periodsPerYear));
    }

    /**
     * Adds a backtest of what could not have been done, with its measures.
     *
     * @throws IllegalArgumentException if its rows have other times
     */
    public Builder hypothetical(BacktestResult result) {
      double[] values = equityOf(result);
      return hypothetical(result.name(), values)
          .measures(result.name(), ResultParts.performance(values, periodsPerYear));
    }

    private double[] equityOf(BacktestResult result) {
      if (!Arrays.equals(result.times(), times)) {
        throw new IllegalArgumentException(
            "rows of '" + result.name() + "' must have the times of the tear sheet");
      }
      return result.equity();
    }

    /**
     * Adds what could not have been done, such as fills at the close that decided them; it is drawn
     * dashed and marked as hypothetical.
     *
     * @param values its equity at each time; not modified, not kept
     */
    public Builder hypothetical(String name, double[] values) {
      hypotheticals.add(series(name, values));
      return this;
    }

    /**
     * Sets how much was at stake at each time.
     *
     * @param gross the sum of the absolute values of positions over equity; not modified, not kept
     * @param net the sum of the signed values of positions over equity; not modified, not kept
     * @param positions how many instruments were held; not modified, not kept
     */
    public Builder exposure(double[] gross, double[] net, double[] positions) {
      exposures.clear();
      exposures.add(series("gross", gross));
      exposures.add(series("net", net));
      exposures.add(series("positions", positions));
      return this;
    }

    /**
     * Sets the turnover of the period that ends at each time.
     *
     * @param values the traded value as a fraction of equity; not modified, not kept
     */
    public Builder turnover(double[] values) {
      turnovers.clear();
      turnovers.add(series("turnover", values));
      return this;
    }

    /**
     * Adds a kind of cost.
     *
     * @param kind such as {@code Commission}
     * @param amounts what it took in the period that ends at each time, in currency; a cost is
     *     positive; not modified, not kept
     */
    public Builder cost(String kind, double[] amounts) {
      costs.add(series(kind, amounts));
      return this;
    }

    /** Adds how well a factor or model ranked what came next. */
    public Builder informationCoefficient(InformationCoefficient coefficient) {
      informationCoefficients.add(requireNonNull(coefficient, "coefficient"));
      return this;
    }

    /** Says how the information coefficients and their summaries are defined. */
    public Builder informationCoefficientConvention(String text) {
      informationCoefficientConvention = requireNonNull(text, "text");
      return this;
    }

    /** Adds the mean forward returns by quantile of a score. */
    public Builder quantileReturns(QuantileReturns returns) {
      quantileReturns.add(requireNonNull(returns, "returns"));
      return this;
    }

    /** Adds closed positions. */
    public Builder trades(List<RoundTrip> closed) {
      trades.addAll(closed);
      return this;
    }

    /**
     * Adds a measure of a curve.
     *
     * @param curve the name of the strategy, a benchmark or a hypothetical
     */
    public Builder measure(String curve, Measure measure) {
      measures.computeIfAbsent(curve, c -> new ArrayList<>()).add(requireNonNull(measure, "m"));
      return this;
    }

    /** Adds measures of a curve, by the name of the strategy, a benchmark or a hypothetical. */
    public Builder measures(String curve, List<Measure> list) {
      list.forEach(m -> measure(curve, m));
      return this;
    }

    /**
     * Adds the measures of a curve's returns.
     *
     * @param curve the name of the strategy, a benchmark or a hypothetical
     */
    public Builder performance(String curve, PerformanceSummary summary) {
      return measures(curve, ResultParts.measures(summary, ""));
    }

    /** Chooses by name the measures shown large at the top. Default: the first six. */
    public Builder headlines(List<String> names) {
      headlines.clear();
      headlines.addAll(names);
      return this;
    }

    /** Adds how the strategy, its fills or its costs were set up. */
    public Builder parameter(String group, String name, String value) {
      parameters.add(new Setting(group, name, value));
      return this;
    }

    /** Adds where some data came from. */
    public Builder provenance(String group, String name, String value) {
      provenance.add(new Setting(group, name, value));
      return this;
    }

    /** Adds how much a feature counted in the model. */
    public Builder importance(String feature, double value) {
      importances.add(new NamedValue(feature, value));
      return this;
    }

    /** Adds a feature the model saw, under the heading of its family. */
    public Builder feature(String family, String name, String description) {
      features.add(new Setting(family, name, description));
      return this;
    }

    /**
     * Sets the window of the rolling Sharpe ratio. Default: the fewest whole years that hold at
     * least 36 periods.
     *
     * @param periods at least 2
     */
    public Builder rollingWindow(int periods) {
      if (periods < 2) {
        throw new IllegalArgumentException("periods must be at least 2, was " + periods);
      }
      rollingWindow = periods;
      return this;
    }

    /** Draws equity on a logarithmic scale, on which equal slopes are equal growth. */
    public Builder logScale() {
      logScale = true;
      return this;
    }

    /**
     * Returns the tear sheet.
     *
     * @throws IllegalArgumentException if two curves have one name, a measure belongs to no curve
     *     or is given twice for one, a measure has different units or conventions on different
     *     curves, or a headline names no measure
     */
    public TearSheet build() {
      TearSheet sheet = new TearSheet(this);
      Set<String> curves = new LinkedHashSet<>();
      for (NamedSeries curve : sheet.curves()) {
        if (!curves.add(curve.name())) {
          throw new IllegalArgumentException("two curves are named '" + curve.name() + "'");
        }
      }
      Set<String> names = new LinkedHashSet<>();
      Map<String, Measure> definitions = new LinkedHashMap<>();
      measures.forEach((curve, list) -> requireOneDefinition(curves, curve, list, definitions));
      definitions.values().forEach(m -> names.add(m.name()));
      for (String headline : headlines) {
        if (!names.contains(headline)) {
          throw new IllegalArgumentException("no measure is named '" + headline + "'");
        }
      }
      return sheet;
    }

    private static void requireOneDefinition(
        Set<String> curves, String curve, List<Measure> list, Map<String, Measure> definitions) {
      if (!curves.contains(curve)) {
        throw new IllegalArgumentException("measures are given for no curve: '" + curve + "'");
      }
      Set<String> seen = new LinkedHashSet<>();
      for (Measure m : list) {
        String key = m.group() + "\n" + m.name();
        if (!seen.add(key)) {
          throw new IllegalArgumentException(
              "measure '%s' is given twice for '%s'".formatted(m.name(), curve));
        }
        Measure first = definitions.computeIfAbsent(key, k -> m);
        if (first.unit() != m.unit() || !first.convention().equals(m.convention())) {
          throw new IllegalArgumentException(
              "measure '%s' must have one unit and convention on all curves".formatted(m.name()));
        }
      }
    }

    private NamedSeries series(String name, double[] values) {
      requireSize(name, values);
      return NamedSeries.copyOf(name, values);
    }

    private void requireSize(String name, double[] values) {
      if (values.length != times.length) {
        throw new IllegalArgumentException(
            "'%s' must have %d values, one per time, had %d"
                .formatted(name, times.length, values.length));
      }
    }
  }
}
