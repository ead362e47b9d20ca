package io.quantkit.backtest.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A drawing with two axes, as SVG.
 *
 * <p>Colours are classes that the style sheet gives meaning to, so one drawing serves light, dark
 * and print. A line with more points than the drawing has half pixels keeps, per half pixel, its
 * first, lowest, highest and last point, so that no peak is lost.
 */
final class Plot {
  private static final double CHARACTER = 7;
  private static final double TOP = 8;
  private static final double BOTTOM = 22;
  private static final double RIGHT = 14;
  private static final double LEFT = 56;

  private final int width;
  private final int height;
  private final Axis x;
  private final Axis y;
  private final double left;
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder front = new StringBuilder();

  Plot(int width, int height, Axis x, Axis y) {
    this.width = width;
    this.height = height;
    this.x = x;
    this.y = y;
    int longest = y.ticks().stream().mapToInt(t -> t.label().length()).max().orElse(0);
    this.left = Math.max(LEFT, 12 + CHARACTER * longest);
    grid();
  }

  /** Returns how many labels of some length fit under a drawing of some width. */
  static int fitting(int width, int characters) {
    return (int) Math.max(2, (width - 70) / (CHARACTER * characters + 26));
  }

  double px(double value) {
    return left + x.position(value) * (width - RIGHT - left);
  }

  double py(double value) {
    return height - BOTTOM - y.position(value) * (height - BOTTOM - TOP);
  }

  private void grid() {
    for (Tick tick : y.ticks()) {
      String at = Numerals.coordinate(py(tick.value()));
      segment(body, tick.value() == 0 ? "zero" : "grid", left, py(tick.value()), width - RIGHT);
      body.append("<text class=\"yl\" x=\"").append(Numerals.coordinate(left - 6));
      body.append("\" y=\"").append(at).append("\" dy=\".35em\">");
      body.append(Escape.text(tick.label())).append("</text>");
    }
    double free = Double.NEGATIVE_INFINITY;
    for (Tick tick : x.ticks()) {
      double half = CHARACTER * tick.label().length() / 2;
      double at = px(tick.value());
      double centre = Math.max(half, Math.min(width - half, at));
      path(body, "tick", "M" + point(at, height - BOTTOM) + "v4");
      if (centre - half < free) {
        continue;
      }
      free = centre + half + 8;
      body.append("<text class=\"xl\" x=\"").append(Numerals.coordinate(centre));
      body.append("\" y=\"").append(height - 5).append("\">");
      body.append(Escape.text(tick.label())).append("</text>");
    }
  }

  /** Draws a line through the finite points; others break it. */
  void line(double[] xs, double[] ys, String css) {
    path(front, "line " + css, trace(xs, ys));
  }

  /** Fills between the points and zero, or the axis' end nearest to zero. */
  void area(double[] xs, double[] ys, String css) {
    String base = Numerals.coordinate(py(Math.max(y.low(), Math.min(y.high(), 0))));
    String trace = trace(xs, ys);
    StringBuilder closed = new StringBuilder();
    for (int start = 0; start < trace.length(); ) {
      int next = trace.indexOf('M', start + 1);
      int end = next < 0 ? trace.length() : next;
      String run = trace.substring(start + 1, end);
      closed.append('M').append(run, 0, run.indexOf(' ')).append(' ').append(base);
      closed.append('L').append(run).append('V').append(base).append('Z');
      start = end;
    }
    path(body, "area " + css, closed.toString());
  }

  /** Fills between two lines that share their points. */
  void band(double[] xs, double[] lows, double[] highs, String css) {
    StringBuilder out = new StringBuilder();
    int n = xs.length;
    int stride = Math.max(1, n / (2 * width));
    for (int i = 0; i < n; i += stride) {
      out.append(i == 0 ? 'M' : 'L').append(point(px(xs[i]), py(highs[i])));
    }
    out.append('L').append(point(px(xs[n - 1]), py(highs[n - 1])));
    out.append('L').append(point(px(xs[n - 1]), py(lows[n - 1])));
    for (int i = (n - 1) / stride * stride; i >= 0; i -= stride) {
      out.append('L').append(point(px(xs[i]), py(lows[i])));
    }
    path(body, "band " + css, out.append('Z').toString());
  }

  /** Draws a bar from zero at each finite point; {@code share} of the room is bar, not gap. */
  void bars(double[] xs, double[] ys, double share, String positive, String negative) {
    double room = (width - RIGHT - left) / Math.max(1, xs.length);
    for (int i = 1; i < xs.length; i++) {
      room = Math.min(room, px(xs[i]) - px(xs[i - 1]));
    }
    double bar = Math.max(0.6, Math.min(26, room * share));
    double zero = py(0);
    StringBuilder up = new StringBuilder();
    StringBuilder down = new StringBuilder();
    int columns = (int) (width / bar) + 1;
    double[] highest = new double[columns + 1];
    double[] lowest = new double[columns + 1];
    boolean crowded = xs.length > 2 * columns;
    for (int i = 0; i < xs.length; i++) {
      if (!Double.isFinite(ys[i])) {
        continue;
      }
      if (crowded) {
        int column = (int) Math.min(columns, px(xs[i]) / bar);
        highest[column] = Math.max(highest[column], ys[i]);
        lowest[column] = Math.min(lowest[column], ys[i]);
      } else {
        double at = Math.max(left, Math.min(width - RIGHT - bar, px(xs[i]) - bar / 2));
        bar(ys[i] < 0 ? down : up, at, bar, zero, py(ys[i]));
      }
    }
    for (int column = 0; crowded && column <= columns; column++) {
      if (highest[column] > 0) {
        bar(up, column * bar, bar, zero, py(highest[column]));
      }
      if (lowest[column] < 0) {
        bar(down, column * bar, bar, zero, py(lowest[column]));
      }
    }
    path(body, "bar " + positive, up.toString());
    path(body, "bar " + negative, down.toString());
  }

  /** Draws bars that reach from edge to edge, as a histogram has them. */
  void histogram(double[] edges, double[] heights, String css) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < heights.length; i++) {
      if (heights[i] > 0) {
        double from = px(edges[i]) + 0.4;
        bar(out, from, Math.max(0.5, px(edges[i + 1]) - 0.4 - from), py(0), py(heights[i]));
      }
    }
    path(body, "bar " + css, out.toString());
  }

  /** Draws a vertical rule, which the legend names. */
  void mark(double value, String css) {
    path(front, "line " + css, "M" + point(px(value), TOP) + "V" + (int) (height - BOTTOM));
  }

  /** Draws a dashed level across the drawing. */
  void level(double value, String css) {
    segment(front, "mark " + css, left, py(value), width - RIGHT);
  }

  /** Returns the drawing, described in words for those who do not see it. */
  String svg(String description) {
    String text = Escape.text(description);
    return "<svg viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" role=\"img\" aria-label=\""
        + text
        + "\"><title>"
        + text
        + "</title>"
        + body
        + front
        + "</svg>\n";
  }

  private String trace(double[] xs, double[] ys) {
    StringBuilder out = new StringBuilder();
    int n = xs.length;
    boolean dense = n > 4 * width;
    boolean open = false;
    int i = 0;
    while (i < n) {
      if (!Double.isFinite(ys[i])) {
        open = false;
        i++;
        continue;
      }
      int end = i + 1;
      if (dense) {
        double column = Math.floor(px(xs[i]) * 2);
        while (end < n && Double.isFinite(ys[end]) && Math.floor(px(xs[end]) * 2) == column) {
          end++;
        }
      }
      for (int k : extremes(ys, i, end)) {
        out.append(open ? 'L' : 'M').append(point(px(xs[k]), py(ys[k])));
        open = true;
      }
      i = end;
    }
    return out.toString();
  }

  /** Returns the indices of the first, lowest, highest and last value, in order, once each. */
  private static List<Integer> extremes(double[] ys, int from, int to) {
    int low = from;
    int high = from;
    for (int i = from; i < to; i++) {
      low = ys[i] < ys[low] ? i : low;
      high = ys[i] > ys[high] ? i : high;
    }
    return IntStream.of(from, low, high, to - 1).sorted().distinct().boxed().toList();
  }

  private static void bar(StringBuilder out, double at, double bar, double zero, double tip) {
    out.append('M').append(point(at, zero)).append('V').append(Numerals.coordinate(tip));
    out.append('h').append(Numerals.coordinate(bar)).append('V');
    out.append(Numerals.coordinate(zero)).append('Z');
  }

  private static void segment(StringBuilder out, String css, double x1, double y1, double x2) {
    path(out, css, "M" + point(x1, y1) + "H" + Numerals.coordinate(x2));
  }

  private static void path(StringBuilder out, String css, String data) {
    if (!data.isEmpty()) {
      out.append("<path class=\"").append(css).append("\" d=\"").append(data).append("\"/>");
    }
  }

  private static String point(double px, double py) {
    return Numerals.coordinate(px) + " " + Numerals.coordinate(py);
  }
}
