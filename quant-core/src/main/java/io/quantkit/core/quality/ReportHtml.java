package io.quantkit.core.quality;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a report as one HTML page. */
final class ReportHtml {
  private static final int MOST_FINDINGS = 300;
  private static final int MOST_MARKS = 200;
  private static final double WIDTH = 1000;
  private static final double HEIGHT = 240;
  private static final double LEFT = 58;
  private static final double RIGHT = 12;
  private static final double TOP = 12;
  private static final double BOTTOM = 26;

  private static final String STYLE =
      """
      :root { --paper: #fff; --ink: #1c2126; --soft: #5b6670; --rule: #dfe3e7; --shade: #f5f7f9;
        --line: #0072b2; --error: #b3261e; --warning: #b06c00; --info: #4a6fa5; --full: 0, 114, 178;
        color-scheme: light dark; }
      @media (prefers-color-scheme: dark) { :root { --paper: #14181c; --ink: #e6e9ec;
        --soft: #9aa5af; --rule: #333b43; --shade: #1c2228; --line: #56b4e9; --error: #ff8a80;
        --warning: #f0b84d; --info: #9db8e8; --full: 56, 148, 214; } }
      * { box-sizing: border-box; }
      body { margin: 0 auto; padding: 28px 24px 48px; max-width: 1120px; background: var(--paper);
        color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, Arial, "DejaVu Sans",
        sans-serif; font-variant-numeric: tabular-nums; }
      h1 { margin: 0; font-size: 28px; line-height: 1.2; }
      h2 { margin: 40px 0 12px; padding-top: 12px; border-top: 2px solid var(--ink);
        font-size: 19px; }
      h3 { margin: 18px 0 4px; font-size: 15px; }
      p { margin: 4px 0; color: var(--soft); }
      .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        gap: 10px; margin: 18px 0 0; }
      .tiles div { padding: 10px 14px; background: var(--shade); border-radius: 6px; }
      .tiles dt { color: var(--soft); font-size: 13px; }
      .tiles dd { margin: 0; font-size: 23px; line-height: 1.3; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; font-size: 13.5px; }
      th, td { padding: 4px 10px; border-bottom: 1px solid var(--rule); text-align: left;
        vertical-align: top; }
      th { font-weight: 600; white-space: nowrap; }
      td.n, th.n { text-align: right; white-space: nowrap; }
      td.when { white-space: nowrap; }
      .ERROR { color: var(--error); font-weight: 600; }
      .WARNING { color: var(--warning); font-weight: 600; }
      .INFO { color: var(--info); }
      .heat { table-layout: fixed; }
      .heat th, .heat td { width: 50px; padding: 3px 4px; border: 1px solid var(--paper);
        text-align: center; font-size: 12px; }
      .heat th { border: 0; color: var(--soft); font-weight: 400; }
      .heat .low { color: var(--error); font-weight: 600; }
      svg { display: block; width: 100%; height: auto; }
      svg text { font-size: 11.5px; fill: var(--soft); }
      svg .grid { stroke: var(--rule); }
      svg .close { fill: none; stroke: var(--line); stroke-width: 1.3; }
      svg circle { fill: none; stroke-width: 2; }
      svg circle.ERROR { stroke: var(--error); }
      svg circle.WARNING { stroke: var(--warning); }
      svg circle.INFO { stroke: var(--info); stroke-width: 1; }
      """;

  private final DataQualityReport report;
  private final List<BarSeries> charted;
  private final StringBuilder out = new StringBuilder(1 << 14);

  ReportHtml(DataQualityReport report, List<BarSeries> charted) {
    this.report = report;
    this.charted = List.copyOf(charted);
  }

  String page() {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>Data quality</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>Data quality</h1>\n");
    tiles();
    matrix();
    coverage();
    charts();
    findings();
    return out.append("</body>\n</html>\n").toString();
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }

  private void tiles() {
    out.append("<dl class=\"tiles\">");
    tile("symbols", Integer.toString(report.coverages().size()), "");
    tile("rows", format("%,d", report.rows()), "");
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      long count = report.count(severity);
      String name = severity.name().toLowerCase(Locale.ROOT);
      tile(
          severity == Severity.INFO ? "notes" : name + "s",
          format("%,d", count),
          count == 0 ? "" : severity.name());
    }
    out.append("</dl>\n");
  }

  private void tile(String name, String value, String style) {
    out.append(
        format("<div><dt>%s</dt><dd class=\"%s\">%s</dd></div>", name, style, escape(value)));
  }

  /** Writes how many findings each symbol has by rule. */
  private void matrix() {
    out.append("<h2>Findings by rule and symbol</h2>\n");
    if (report.clean()) {
      out.append("<p>Nothing was found.</p>\n");
      return;
    }
    Map<QualityRule, Map<Symbol, long[]>> cells = new TreeMap<>();
    TreeSet<Symbol> symbols = new TreeSet<>();
    Map<QualityRule, Severity> severities = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      symbols.add(finding.symbol());
      severities.put(finding.rule(), finding.severity());
      cells.computeIfAbsent(finding.rule(), rule -> new TreeMap<>())
          .computeIfAbsent(finding.symbol(), symbol -> new long[1])[0]++;
    }
    out.append("<div class=\"scroll\"><table>\n<tr><th>rule</th><th>asks that</th>");
    for (Symbol symbol : symbols) {
      out.append("<th class=\"n\">").append(escape(symbol.value())).append("</th>");
    }
    out.append("<th class=\"n\">all</th></tr>\n");
    cells.forEach(
        (rule, counts) -> {
          String style = String.valueOf(severities.get(rule));
          out.append(
              format(
                  "<tr><td class=\"%s\">%s</td><td>%s</td>",
                  style, rule, escape(rule.description())));
          long all = 0;
          for (Symbol symbol : symbols) {
            long[] count = counts.getOrDefault(symbol, new long[1]);
            all += count[0];
            out.append(
                format("<td class=\"n\">%s</td>", count[0] == 0 ? "" : format("%,d", count[0])));
          }
          out.append(format("<td class=\"n\">%,d</td></tr>\n", all));
        });
    out.append("</table></div>\n");
  }

  private void coverage() {
    out.append(
        "<h2>Coverage</h2>\n<p>Of symbols that lack bars: percent of those expected, by month.</p>\n");
    for (DataQualityReport.Coverage coverage : report.coverages()) {
      out.append(
          format(
              "<h3>%s</h3>\n<p>%,d of %,d expected bars, %.1f %%</p>\n",
              escape(coverage.symbol().value()),
              coverage.bars(),
              coverage.expected(),
              100 * coverage.ratio()));
      heat(coverage);
    }
  }

  private void heat(DataQualityReport.Coverage coverage) {
    if (coverage.bars() == coverage.expected()) {
      return;
    }
    Map<Integer, DataQualityReport.Month[]> years = new TreeMap<>();
    for (DataQualityReport.Month month : coverage.months()) {
      years
              .computeIfAbsent(month.month().getYear(), year -> new DataQualityReport.Month[12])[
              month.month().getMonthValue() - 1] =
          month;
    }
    out.append("<div class=\"scroll\"><table class=\"heat\">\n<tr><th></th>");
    for (int m = 1; m <= 12; m++) {
      out.append("<th>").append(m).append("</th>");
    }
    out.append("</tr>\n");
    years.forEach(
        (year, months) -> {
          out.append("<tr><th>").append(year).append("</th>");
          for (DataQualityReport.Month month : months) {
            heatCell(month);
          }
          out.append("</tr>\n");
        });
    out.append("</table></div>\n");
  }

  private void heatCell(DataQualityReport.@Nullable Month month) {
    if (month == null) {
      out.append("<td></td>");
      return;
    }
    double ratio = month.ratio();
    out.append(
        format(
            "<td class=\"%s\" style=\"background: rgba(var(--full), %.2f)\""
                + " title=\"%s: %d of %d bars\">%s</td>",
            ratio < 0.95 ? "low" : "",
            0.04 + 0.3 * ratio * ratio,
            month.month(),
            month.bars(),
            month.expected(),
            ratio >= 1 ? "100" : format("%.1f", Math.min(99.9, 100 * ratio))));
  }

  private void charts() {
    if (charted.isEmpty()) {
      return;
    }
    out.append("<h2>Closes and findings</h2>\n");
    for (BarSeries series : charted) {
      out.append("<h3>").append(escape(series.symbol().value())).append("</h3>\n");
      if (series.size() < 2) {
        out.append("<p>Too few bars for a chart.</p>\n");
      } else {
        chart(series);
      }
    }
  }

  private void chart(BarSeries series) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (int i = 0; i < series.size(); i++) {
      low = Math.min(low, series.close(i));
      high = Math.max(high, series.close(i));
    }
    boolean log = high > 4 * low;
    double from = log ? StrictMath.log(low) : low;
    double to = log ? StrictMath.log(high) : high;
    if (to == from) {
      from -= 0.5 * Math.abs(from) + 1e-9;
      to += 0.5 * Math.abs(to) + 1e-9;
    }
    double perUnit = (HEIGHT - TOP - BOTTOM) / (to - from);
    out.append(
        format(
            "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"closes of %s\">\n",
            WIDTH, HEIGHT, escape(series.symbol().value())));
    for (int g = 0; g <= 4; g++) {
      double level = from + (to - from) * g / 4;
      double y = HEIGHT - BOTTOM - (level - from) * perUnit;
      out.append(
          format(
              "<line class=\"grid\" x1=\"%.0f\" x2=\"%.0f\" y1=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text x=\"%.0f\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
              LEFT,
              WIDTH - RIGHT,
              y,
              y,
              LEFT - 6,
              y + 4,
              number(log ? StrictMath.exp(level) : level)));
    }
    dates(series);
    line(series, log, from, perUnit);
    marks(series, log, from, perUnit);
    out.append("</svg>\n");
    if (log) {
      out.append("<p>Logarithmic scale.</p>\n");
    }
  }

  private static String number(double value) {
    int decimals = value >= 1000 ? 0 : value >= 1 ? 2 : 6;
    return format("%,." + decimals + "f", value);
  }

  private static double x(BarSeries series, int index) {
    return LEFT + (WIDTH - LEFT - RIGHT) * index / (series.size() - 1.0);
  }

  private static double y(BarSeries series, int index, boolean log, double from, double perUnit) {
    double close = series.close(index);
    return HEIGHT - BOTTOM - ((log ? StrictMath.log(close) : close) - from) * perUnit;
  }

  private void dates(BarSeries series) {
    for (int g = 0; g <= 4; g++) {
      int index = (int) ((series.size() - 1L) * g / 4);
      String anchor = g == 0 ? "start" : g == 4 ? "end" : "middle";
      String instant = EpochNanos.toInstant(series.start(index)).toString();
      out.append(
          format(
              "<text x=\"%.1f\" y=\"%.0f\" text-anchor=\"%s\">%s</text>\n",
              x(series, index),
              HEIGHT - 8,
              anchor,
              series.timeframe().intraday()
                  ? instant.substring(0, 16).replace('T', ' ')
                  : instant.substring(0, 10)));
    }
  }

  /** Draws the lowest and the highest close of every pixel or so. */
  private void line(BarSeries series, boolean log, double from, double perUnit) {
    out.append("<path class=\"close\" d=\"");
    int step = Math.max(1, series.size() / 900);
    char pen = 'M';
    for (int begin = 0; begin < series.size(); begin += step) {
      int lowest = begin;
      int highest = begin;
      for (int i = begin; i < Math.min(series.size(), begin + step); i++) {
        lowest = series.close(i) < series.close(lowest) ? i : lowest;
        highest = series.close(i) > series.close(highest) ? i : highest;
      }
      for (int i : new int[] {Math.min(lowest, highest), Math.max(lowest, highest)}) {
        out.append(format("%c%.1f %.1f", pen, x(series, i), y(series, i, log, from, perUnit)));
        pen = 'L';
        if (lowest == highest) {
          break;
        }
      }
    }
    out.append("\"/>\n");
  }

  private void marks(BarSeries series, boolean log, double from, double perUnit) {
    List<Finding> marked = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      for (Finding finding : report.findings()) {
        boolean ours = finding.severity() == severity && finding.symbol().equals(series.symbol());
        if (ours && marked.size() < MOST_MARKS) {
          marked.add(finding);
        }
      }
    }
    for (int m = marked.size() - 1; m >= 0; m--) {
      Finding finding = marked.get(m);
      int index = nearest(series, finding.time());
      out.append(
          format(
              "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"><title>%s</title></circle>\n",
              finding.severity(),
              x(series, index),
              y(series, index, log, from, perUnit),
              escape(
                  finding.rule()
                      + " at "
                      + EpochNanos.toInstant(finding.time())
                      + ": "
                      + finding.message())));
    }
  }

  private static int nearest(BarSeries series, long time) {
    int low = 0;
    int high = series.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (series.start(middle) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void findings() {
    List<Finding> all = report.findings();
    if (all.isEmpty()) {
      return;
    }
    out.append("<h2>Findings</h2>\n");
    if (all.size() > MOST_FINDINGS) {
      out.append(
          format("<p>The %d gravest of %,d, oldest first.</p>\n", MOST_FINDINGS, all.size()));
    }
    out.append(
        "<div class=\"scroll\"><table>\n<tr><th>time (UTC)</th><th>symbol</th><th>severity</th>"
            + "<th>rule</th><th>action</th><th>what was found</th></tr>\n");
    for (Finding finding : gravest(all)) {
      out.append(
          format(
              "<tr><td class=\"when\">%s</td><td>%s</td><td class=\"%s\">%s</td><td>%s</td>"
                  + "<td>%s</td><td>%s</td></tr>\n",
              EpochNanos.toInstant(finding.time()).toString().replace('T', ' ').replace("Z", ""),
              escape(finding.symbol().value()),
              finding.severity(),
              finding.severity(),
              finding.rule(),
              finding.action(),
              escape(finding.message())));
    }
    out.append("</table></div>\n");
  }

  private static List<Finding> gravest(List<Finding> all) {
    if (all.size() <= MOST_FINDINGS) {
      return all;
    }
    boolean[] told = new boolean[all.size()];
    int count = 0;
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      for (int i = 0; i < told.length && count < MOST_FINDINGS; i++) {
        if (all.get(i).severity() == severity) {
          told[i] = true;
          count++;
        }
      }
    }
    List<Finding> gravest = new ArrayList<>();
    for (int i = 0; i < told.length; i++) {
      if (told[i]) {
        gravest.add(all.get(i));
      }
    }
    return gravest;
  }
}
