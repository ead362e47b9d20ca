package io.quantkit.backtest.report;

import io.quantkit.core.math.Moments;
import io.quantkit.core.math.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The charts of a tear sheet. */
final class Charts {
  private static final String TOO_SHORT = "Not enough values to draw.";
  private static final int COLOURS = 8;

  private final TearSheet sheet;
  private final Derived derived;
  private final double[] times;
  private final double[] ends;

  Charts(TearSheet sheet, Derived derived) {
    this.sheet = sheet;
    this.derived = derived;
    this.times = Arrays.stream(sheet.rawTimes()).mapToDouble(t -> (double) t).toArray();
    this.ends = times.length == 0 ? times : Arrays.copyOfRange(times, 1, times.length);
  }

  /** Returns the class of a curve: its colour, and dashes if it is hypothetical. */
  String css(int curve) {
    boolean hypothetical = curve > sheet.benchmarks().size();
    return (curve == 0 ? "main " : hypothetical ? "dashed " : "") + "c" + curve % COLOURS;
  }

  String equity() {
    List<NamedSeries> curves = derived.growth();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (NamedSeries curve : curves) {
      low = Math.min(low, min(curve.raw()));
      high = Math.max(high, max(curve.raw()));
    }
    boolean log = sheet.logScale() && low > 0;
    String scale = log ? "logarithmic scale: equal slopes are equal growth" : "linear scale";
    if (sheet.logScale() && !log) {
      scale = "linear scale, because equity was not always positive";
    }
    Figure figure = new Figure("Growth of 1", "Multiples of the start; " + scale, Figure.Size.FULL);
    StringBuilder words = new StringBuilder("Growth of 1 from " + derived.span() + ": ");
    for (int c = 0; c < curves.size(); c++) {
      String last = last(curves.get(c).raw());
      String remark = sheet.isHypothetical(sheet.curves().get(c)) ? " (hypothetical)" : "";
      figure.legend(css(c), curves.get(c).name() + " " + last + remark);
      words.append(c > 0 ? ", " : "").append(curves.get(c).name()).append(" ends at ").append(last);
    }
    if (!drawable(low, high)) {
      return figure.missing(TOO_SHORT);
    }
    double from = low;
    double to = high;
    return figure.draw(
        (w, h) -> {
          Axis y =
              log
                  ? Axis.logarithmic(from, to, h / 36, Axis.MULTIPLE)
                  : Axis.linear(from, to, h / 44, Axis.MULTIPLE);
          Plot plot = new Plot(w, h, timeAxis(w), y);
          for (int c = curves.size() - 1; c >= 0; c--) {
            plot.line(times, curves.get(c).raw(), css(c));
          }
          return plot.svg(words.toString());
        });
  }

  String drawdown() {
    Figure figure =
        new Figure(
            "Drawdown", "Below the highest equity so far; 0% is a new high", Figure.Size.FLAT);
    List<NamedSeries> all = derived.drawdowns();
    int shown = Math.min(all.size(), sheet.benchmarks().isEmpty() ? 1 : 2);
    double low = 0;
    StringBuilder words = new StringBuilder("Drawdown: ");
    for (int c = 0; c < shown; c++) {
      double deepest = min(all.get(c).raw());
      low = Math.min(low, deepest);
      String text = all.get(c).name() + ", deepest " + Numerals.percent(deepest, 1);
      figure.legend(css(c), text);
      words.append(c > 0 ? "; " : "").append(text);
    }
    if (Derived.finite(all.get(0).raw()).length < 2) {
      return figure.missing(TOO_SHORT);
    }
    double from = Math.min(low, -1e-4);
    return figure.draw(
        (w, h) -> {
          Plot plot = new Plot(w, h, timeAxis(w), Axis.linear(from, 0, 4, Axis.PERCENT));
          plot.area(times, all.get(0).raw(), "c0");
          for (int c = shown - 1; c >= 0; c--) {
            plot.line(times, all.get(c).raw(), c == 0 ? "c0" : css(c));
          }
          return plot.svg(words.toString());
        });
  }

  String rollingSharpe() {
    int window = sheet.rollingWindow();
    Figure figure =
        new Figure(
            "Rolling Sharpe ratio",
            "Over the last " + window + " periods, annualised",
            Figure.Size.HALF);
    double[] values = derived.rollingSharpe();
    if (Derived.finite(values).length < 2) {
      return figure.missing("Needs more than " + window + " periods.");
    }
    double low = Math.min(0, min(values));
    double high = Math.max(0, max(values));
    String words =
        "Rolling Sharpe ratio over %s periods: lowest %s, highest %s, last %s"
            .formatted(
                Integer.toString(window),
                Numerals.grouped(min(values), 2),
                Numerals.grouped(max(values), 2),
                Numerals.grouped(lastFinite(values), 2));
    return figure.draw(
        (w, h) -> {
          Plot plot = new Plot(w, h, timeAxis(w), Axis.linear(low, high, h / 40, Axis.PLAIN));
          plot.line(ends, values, "c0");
          return plot.svg(words);
        });
  }

  String distribution() {
    Derived.Distribution d = derived.distribution();
    Figure figure =
        new Figure(
            "Distribution of period returns",
            "Share of " + Numerals.grouped(d.count(), 0) + " returns in each bar",
            Figure.Size.HALF);
    double[] finite = Derived.finite(derived.returns());
    if (finite.length < 3 || !(d.standardDeviation() > 0)) {
      return figure.missing(TOO_SHORT);
    }
    Histogram histogram = Histogram.of(finite);
    double[] edges = histogram.edges();
    double[] heights = histogram.shares();
    double[] xs = new double[121];
    double[] normal = new double[121];
    double from = edges[0];
    double to = edges[edges.length - 1];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = from + (to - from) * i / (xs.length - 1);
      double z = (xs[i] - d.mean()) / d.standardDeviation();
      normal[i] = Normal.density(z) / d.standardDeviation() * histogram.width();
    }
    double top = Math.max(max(heights), max(normal)) * 1.12;
    String tail = Numerals.percent(Derived.TAIL, 0);
    String var = "VaR " + tail + ": " + Numerals.percent(d.valueAtRisk(), 2);
    String cvar = "CVaR " + tail + ": " + Numerals.percent(d.expectedShortfall(), 2);
    figure.legend("ink", "Normal with this mean and deviation");
    figure.legend("dashed c1", var).legend("dotted c1", cvar);
    String words =
        "Histogram of %s returns: mean %s, standard deviation %s, %s, %s"
            .formatted(
                Integer.toString(d.count()),
                Numerals.percent(d.mean(), 2),
                Numerals.percent(d.standardDeviation(), 2),
                var,
                cvar);
    return figure.draw(
        (w, h) -> {
          Axis x = Axis.exact(from, to, w / 70, Axis.PERCENT);
          Plot plot = new Plot(w, h, x, Axis.linear(0, top, h / 44, Axis.PERCENT));
          plot.histogram(edges, heights, "c0");
          plot.line(xs, normal, "ink");
          plot.mark(d.valueAtRisk(), "dashed c1");
          plot.mark(d.expectedShortfall(), "dotted c1");
          return plot.svg(words);
        });
  }

  String exposure() {
    NamedSeries gross = sheet.exposures().get(0);
    NamedSeries net = sheet.exposures().get(1);
    double low = Math.min(0, Math.min(min(gross.raw()), min(net.raw())));
    double high = Math.max(0, Math.max(max(gross.raw()), max(net.raw())));
    Figure figure = new Figure("Exposure", "Value of positions over equity", Figure.Size.HALF);
    boolean one = Arrays.equals(gross.raw(), net.raw());
    figure.legend("c0", one ? "Gross and net are equal: nothing was sold short" : "Gross");
    if (!one) {
      figure.legend("c1", "Net");
    }
    if (!drawable(low, high)) {
      return figure.missing(TOO_SHORT);
    }
    return figure.draw(
        (w, h) -> {
          Plot plot = new Plot(w, h, timeAxis(w), Axis.linear(low, high, h / 44, Axis.PERCENT));
          plot.area(times, gross.raw(), "c0");
          plot.line(times, gross.raw(), "c0 thin");
          if (!one) {
            plot.line(times, net.raw(), "c1");
          }
          return plot.svg("Gross and net exposure over time, " + derived.span());
        });
  }

  String positions() {
    double[] counts = sheet.exposures().get(2).raw();
    Figure figure = new Figure("Positions held", "Number of instruments", Figure.Size.HALF);
    if (Derived.finite(counts).length < 2) {
      return figure.missing(TOO_SHORT);
    }
    double high = Math.max(1, max(counts));
    double[] corners = new double[2 * counts.length - 1];
    double[] heights = new double[corners.length];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = times[(i + 1) / 2];
      heights[i] = counts[i / 2];
    }
    return figure.draw(
        (w, h) -> {
          int most = (int) Math.min(h / 44.0, high);
          Plot plot = new Plot(w, h, timeAxis(w), Axis.linear(0, high, most, Axis.PLAIN));
          plot.area(corners, heights, "c0");
          plot.line(corners, heights, "c0 thin");
          return plot.svg("Number of positions, at most " + Numerals.shortest(high, 0));
        });
  }

  String turnover() {
    double[] values = sheet.turnovers().get(0).raw();
    double[] finite = Derived.finite(values);
    double mean = finite.length == 0 ? Double.NaN : Moments.mean(finite);
    Figure figure =
        new Figure(
            "Turnover",
            "Traded value over equity in each period; dashed: mean " + Numerals.percent(mean, 1),
            Figure.Size.HALF);
    if (finite.length < 2 || !(max(finite) > 0)) {
      return figure.missing(finite.length < 2 ? TOO_SHORT : "Nothing was traded.");
    }
    return figure.draw(
        (w, h) -> {
          Axis y = Axis.linear(0, max(finite), h / 44, Axis.PERCENT);
          Plot plot = new Plot(w, h, timeAxis(w), y);
          plot.bars(times, values, 0.8, "c0", "c1");
          plot.level(mean, "c3");
          return plot.svg("Turnover by period, mean " + Numerals.percent(mean, 1));
        });
  }

  String costs() {
    List<NamedSeries> costs = sheet.costs();
    int n = times.length;
    double[][] stacked = new double[costs.size() + 1][n];
    Figure figure =
        new Figure(
            "Cumulative costs",
            sheet.currency().isEmpty() ? "Stacked by kind" : sheet.currency() + ", stacked by kind",
            Figure.Size.HALF);
    StringBuilder words = new StringBuilder("Cumulative costs: ");
    for (int k = 0; k < costs.size(); k++) {
      double sum = 0;
      for (int t = 0; t < n; t++) {
        double amount = costs.get(k).value(t);
        sum += Double.isFinite(amount) ? amount : 0;
        stacked[k + 1][t] = stacked[k][t] + sum;
      }
      String text = costs.get(k).name() + " " + Numerals.money(sum);
      figure.legend("fat c" + k % COLOURS, text);
      words.append(k > 0 ? ", " : "").append(text);
    }
    double high = max(stacked[costs.size()]);
    double low = Math.min(0, min(stacked[costs.size()]));
    if (n < 2 || !(high > low)) {
      return figure.missing(n < 2 ? TOO_SHORT : "Nothing was paid.");
    }
    return figure.draw(
        (w, h) -> {
          Plot plot = new Plot(w, h, timeAxis(w), Axis.linear(low, high, h / 44, Axis.MONEY));
          for (int k = 0; k < costs.size(); k++) {
            plot.band(times, stacked[k], stacked[k + 1], "c" + k % COLOURS);
          }
          return plot.svg(words.toString());
        });
  }

  String cumulativeIc() {
    List<InformationCoefficient> all = sheet.informationCoefficients();
    Figure figure =
        new Figure(
            "Cumulative information coefficient",
            "Sum of the coefficients so far: a steady slope is steady predictive power",
            Figure.Size.FULL);
    List<double[]> sums = new ArrayList<>();
    double low = 0;
    double high = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    int points = 0;
    for (int i = 0; i < all.size(); i++) {
      InformationCoefficient ic = all.get(i);
      double[] sum = cumulated(ic.rawValues());
      sums.add(sum);
      low = Math.min(low, min(sum));
      high = Math.max(high, max(sum));
      points = Math.max(points, Derived.finite(ic.rawValues()).length);
      if (ic.size() > 0) {
        first = Math.min(first, ic.time(0));
        last = Math.max(last, ic.time(ic.size() - 1));
      }
      figure.legend("c" + i % COLOURS, ic.name() + " (mean " + mean(ic) + ")");
    }
    if (points < 2) {
      return figure.missing(TOO_SHORT);
    }
    double from = low;
    double to = high;
    long begin = first;
    long end = last;
    return figure.draw(
        (w, h) -> {
          Axis x = TimeAxis.over(begin, end, Plot.fitting(w, 5));
          Plot plot = new Plot(w, h, x, Axis.linear(from, to, h / 44, Axis.PLAIN));
          for (int i = all.size() - 1; i >= 0; i--) {
            plot.line(doubles(all.get(i).rawTimes()), sums.get(i), "c" + i % COLOURS);
          }
          return plot.svg("Cumulative information coefficients of " + all.size() + " series");
        });
  }

  /** Returns the bars of one series, on a scale shared by all of them. */
  String ic(int index) {
    InformationCoefficient ic = sheet.informationCoefficients().get(index);
    boolean alone = sheet.informationCoefficients().size() == 1;
    Figure figure =
        new Figure(
            ic.name(),
            "IC by period, mean " + mean(ic),
            alone ? Figure.Size.FLAT : Figure.Size.THIRD);
    if (Derived.finite(ic.rawValues()).length < 2) {
      return figure.missing(TOO_SHORT);
    }
    double low = 0;
    double high = 0;
    for (InformationCoefficient each : sheet.informationCoefficients()) {
      low = Math.min(low, min(each.rawValues()));
      high = Math.max(high, max(each.rawValues()));
    }
    double from = low;
    double to = high;
    return figure.draw(
        (w, h) -> {
          Axis x = TimeAxis.over(ic.time(0), ic.time(ic.size() - 1), Plot.fitting(w, 5));
          Plot plot = new Plot(w, h, x, Axis.linear(from, to, 4, Axis.PLAIN));
          plot.bars(doubles(ic.rawTimes()), ic.rawValues(), 0.75, "c0", "c1");
          plot.level(ic.summary().mean(), "c3");
          return plot.svg("Information coefficient of " + ic.name() + " by period");
        });
  }

  String quantiles(QuantileReturns quantiles) {
    Figure figure =
        new Figure(
            "Quantiles of " + quantiles.name(),
            "Mean return per period by quantile of the score; 1 holds the lowest scores",
            Figure.Size.THIRD);
    int n = quantiles.size();
    double[] finite = Derived.finite(quantiles.raw());
    if (n < 2 || finite.length == 0) {
      return figure.missing(TOO_SHORT);
    }
    double[] xs = new double[n];
    List<Tick> ticks = new ArrayList<>();
    for (int q = 0; q < n; q++) {
      xs[q] = q + 0.5;
      ticks.add(new Tick(q + 0.5, Integer.toString(q + 1)));
    }
    double low = Math.min(0, min(finite));
    double high = Math.max(0, max(finite));
    return figure.draw(
        (w, h) -> {
          Axis y = Axis.linear(low, high, 4, Axis.PERCENT);
          Plot plot = new Plot(w, h, Axis.of(0, n, ticks), y);
          plot.bars(xs, quantiles.raw(), 0.6, "c0", "c1");
          return plot.svg("Mean return by quantile of " + quantiles.name());
        });
  }

  private Axis timeAxis(int width) {
    return TimeAxis.over(sheet.time(0), sheet.time(sheet.size() - 1), Plot.fitting(width, 5));
  }

  private boolean drawable(double low, double high) {
    return sheet.size() > 1 && Double.isFinite(low) && Double.isFinite(high) && high >= low;
  }

  private static String mean(InformationCoefficient ic) {
    return Numerals.grouped(ic.summary().mean(), 3);
  }

  private static double[] cumulated(double[] values) {
    double[] out = new double[values.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += Double.isFinite(values[i]) ? values[i] : 0;
      out[i] = sum;
    }
    return out;
  }

  private static double[] doubles(long[] values) {
    return Arrays.stream(values).mapToDouble(v -> (double) v).toArray();
  }

  private static String last(double[] growth) {
    double value = lastFinite(growth);
    return Double.isNaN(value) ? "n/a" : Numerals.grouped(value, value < 100 ? 2 : 0) + "\u00d7";
  }

  private static double lastFinite(double[] values) {
    for (int i = values.length - 1; i >= 0; i--) {
      if (Double.isFinite(values[i])) {
        return values[i];
      }
    }
    return Double.NaN;
  }

  /** Returns the lowest finite value, positive infinity if there is none. */
  private static double min(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    for (double value : values) {
      low = Double.isFinite(value) ? Math.min(low, value) : low;
    }
    return low;
  }

  /** Returns the highest finite value, negative infinity if there is none. */
  private static double max(double[] values) {
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      high = Double.isFinite(value) ? Math.max(high, value) : high;
    }
    return high;
  }
}
