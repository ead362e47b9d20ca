package io.quantkit.risk.measure;

import io.quantkit.core.math.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The measures of one stream of returns, each with its convention, in the order of a report. */
public final class PerformanceSummary {

  /** The tail of value at risk and expected shortfall: 5 %. */
  public static final double TAIL = 0.05;

  private final List<NamedMeasure> measures;

  private PerformanceSummary(List<NamedMeasure> measures) {
    this.measures = List.copyOf(measures);
  }

  /**
   * Measures returns, with a risk-free return of 0.
   *
   * @param returns simple, per period, oldest first, at least one
   * @param periodsPerYear how many of them make a year
   */
  public static PerformanceSummary of(double[] returns, double periodsPerYear) {
    List<NamedMeasure> list = new ArrayList<>();
    NamedMeasure.Kind fraction = NamedMeasure.Kind.FRACTION;
    NamedMeasure.Kind ratio = NamedMeasure.Kind.RATIO;
    NamedMeasure.Kind periods = NamedMeasure.Kind.PERIODS;
    String perYear = ", " + periodsPerYear + " periods a year";
    list.add(
        new NamedMeasure(
            "Return",
            "Total return",
            Performance.totalReturn(returns),
            fraction,
            "compounded over all periods"));
    list.add(
        new NamedMeasure(
            "Return",
            "Annual return",
            Performance.annualReturn(returns, periodsPerYear),
            fraction,
            "geometric" + perYear));
    list.add(
        new NamedMeasure(
            "Return",
            "Win rate",
            Performance.winRate(returns),
            fraction,
            "share of periods with a return above 0"));
    list.add(
        new NamedMeasure(
            "Return",
            "Best period",
            Arrays.stream(returns).max().orElse(Double.NaN),
            fraction,
            "largest return of one period"));
    list.add(
        new NamedMeasure(
            "Return",
            "Worst period",
            Arrays.stream(returns).min().orElse(Double.NaN),
            fraction,
            "smallest return of one period"));
    list.add(
        new NamedMeasure(
            "Risk",
            "Annual volatility",
            Performance.annualVolatility(returns, periodsPerYear),
            fraction,
            "sample standard deviation (ddof 1), times the square root of periods" + perYear));
    list.add(
        new NamedMeasure(
            "Risk",
            "Maximum drawdown",
            Drawdowns.maximum(returns),
            fraction,
            "deepest fall of compounded wealth from its peak, at the ends of periods"));
    list.add(
        new NamedMeasure(
            "Risk",
            "Longest drawdown",
            Drawdowns.longest(returns),
            periods,
            "most periods from a peak until wealth was back, or until now"));
    list.add(
        new NamedMeasure(
            "Risk",
            "Value at risk 5 %",
            TailRisk.valueAtRisk(returns, TAIL, TailRisk.Convention.INTERPOLATED),
            fraction,
            "historical 5th percentile of one period, interpolated (type 7)"));
    list.add(
        new NamedMeasure(
            "Risk",
            "Expected shortfall 5 %",
            TailRisk.expectedShortfall(returns, TAIL, TailRisk.Convention.INTERPOLATED),
            fraction,
            "mean of the floor(0.05 (n - 1)) + 1 worst periods"));
    list.add(
        new NamedMeasure(
            "Risk",
            "Skewness",
            Moments.skewness(returns),
            ratio,
            "of the population, m3 / m2^1.5"));
    list.add(
        new NamedMeasure(
            "Risk",
            "Excess kurtosis",
            Moments.kurtosis(returns) - 3,
            ratio,
            "of the population, m4 / m2^2 - 3"));
    list.add(
        new NamedMeasure(
            "Ratio",
            "Sharpe ratio",
            Performance.sharpe(returns, 0, periodsPerYear),
            ratio,
            "mean over sample standard deviation, risk-free return 0" + perYear));
    list.add(
        new NamedMeasure(
            "Ratio",
            "Sortino ratio",
            Performance.sortino(returns, 0, periodsPerYear),
            ratio,
            "mean over downside deviation below 0, over all periods" + perYear));
    list.add(
        new NamedMeasure(
            "Ratio",
            "Calmar ratio",
            Performance.calmar(returns, periodsPerYear),
            ratio,
            "annual return over the size of the maximum drawdown"));
    list.add(
        new NamedMeasure(
            "Ratio",
            "Profit factor",
            Performance.profitFactor(returns),
            ratio,
            "sum of gains over sum of losses, by period"));
    return new PerformanceSummary(list);
  }

  /**
   * Measures returns against a benchmark's.
   *
   * @param benchmark the benchmark's returns in the same periods
   */
  public static PerformanceSummary of(double[] returns, double[] benchmark, double periodsPerYear) {
    List<NamedMeasure> list = new ArrayList<>(of(returns, periodsPerYear).measures);
    NamedMeasure.Kind fraction = NamedMeasure.Kind.FRACTION;
    NamedMeasure.Kind ratio = NamedMeasure.Kind.RATIO;
    list.add(
        new NamedMeasure(
            "Relative",
            "Beta",
            Performance.beta(returns, benchmark),
            ratio,
            "regression slope on the benchmark's returns"));
    list.add(
        new NamedMeasure(
            "Relative",
            "Alpha",
            Performance.alpha(returns, benchmark, 0, periodsPerYear),
            fraction,
            "mean return beyond beta times the benchmark's, compounded to a year"));
    list.add(
        new NamedMeasure(
            "Relative",
            "Tracking error",
            Performance.trackingError(returns, benchmark, periodsPerYear),
            fraction,
            "annual volatility of the difference to the benchmark"));
    list.add(
        new NamedMeasure(
            "Relative",
            "Information ratio",
            Performance.informationRatio(returns, benchmark, periodsPerYear),
            ratio,
            "mean difference to the benchmark over its volatility"));
    return new PerformanceSummary(list);
  }

  /** Returns the measures in the order of a report. */
  public List<NamedMeasure> measures() {
    return measures;
  }

  /**
   * Returns the value of a measure.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public double value(String name) {
    for (NamedMeasure measure : measures) {
      if (measure.name().equals(name)) {
        return measure.value();
      }
    }
    throw new IllegalArgumentException("there is no measure named " + name);
  }
}
