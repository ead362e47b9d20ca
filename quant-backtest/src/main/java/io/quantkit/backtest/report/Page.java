package io.quantkit.backtest.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The sections of the page, in the order in which a reader asks. */
final class Page {
  private static final int HEADLINES = 6;

  private final TearSheet sheet;
  private final Derived derived;
  private final Charts charts;
  private final List<MeasureRow> measures;
  private final List<String> conventions = new ArrayList<>();
  private final StringBuilder out = new StringBuilder(1 << 17);

  Page(TearSheet sheet) {
    this.sheet = sheet;
    this.derived = Derived.of(sheet);
    this.charts = new Charts(sheet, derived);
    this.measures = MeasureRow.of(sheet);
    Set<String> distinct = new LinkedHashSet<>();
    measures.forEach(row -> distinct.add(row.definition().convention()));
    distinct.remove("");
    conventions.addAll(distinct);
  }

  String render() {
    head();
    header();
    statements();
    headlines();
    section("performance", "Performance", charts.equity() + charts.drawdown());
    calendar();
    section("measures", "Measures", measureTable());
    section("risk", "Returns and risk", charts.rollingSharpe() + charts.distribution());
    trading();
    coefficients();
    trades();
    model();
    setup();
    conventions();
    out.append("</main>\n<footer><p>Written by QuantKit. All times are UTC. ");
    out.append("This page holds no script and needs no network.</p></footer>\n</body>\n</html>\n");
    return out.toString();
  }

  private void head() {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    out.append(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; ");
    out.append("style-src &#39;unsafe-inline&#39;\"/>\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    out.append("<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>");
    out.append(Escape.text(sheet.title())).append("</title>\n<style>\n").append(style());
    out.append("</style>\n</head>\n<body>\n");
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("tearsheet.css")) {
      if (in == null) {
        throw new IllegalStateException("tearsheet.css is missing beside " + Page.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void header() {
    out.append("<header>\n<h1>").append(Escape.text(sheet.title())).append("</h1>\n");
    if (!sheet.subtitle().isEmpty()) {
      out.append("<p class=\"subtitle\">").append(Escape.text(sheet.subtitle())).append("</p>\n");
    }
    String periods = Numerals.grouped(Math.max(0, sheet.size() - 1), 0);
    out.append("<p class=\"span\">").append(derived.span()).append(" \u00b7 ").append(periods);
    out.append(sheet.size() == 2 ? " period, " : " periods, ");
    out.append(Numerals.shortest(sheet.periodsPerYear(), 2)).append(" a year");
    if (!sheet.currency().isEmpty()) {
      out.append(" \u00b7 amounts in ").append(Escape.text(sheet.currency()));
    }
    out.append("</p>\n</header>\n<main>\n");
  }

  private void statements() {
    if (sheet.statements().isEmpty()) {
      return;
    }
    out.append("<ul class=\"statements\">\n");
    for (Statement statement : sheet.statements()) {
      String kind = statement.kind().name();
      out.append("<li class=\"").append(kind.toLowerCase(Locale.ROOT));
      out.append("\"><strong>").append(kind).append("</strong><span>");
      out.append(Escape.text(statement.text())).append("</span></li>\n");
    }
    out.append("</ul>\n");
  }

  private void headlines() {
    List<MeasureRow> shown = new ArrayList<>();
    for (MeasureRow row : measures) {
      if (sheet.headlines().isEmpty() && shown.size() < HEADLINES) {
        shown.add(row);
      }
    }
    for (String name : sheet.headlines()) {
      measures.stream()
          .filter(row -> row.definition().name().equals(name))
          .findFirst()
          .ifPresent(shown::add);
    }
    if (shown.isEmpty()) {
      return;
    }
    out.append("<dl class=\"tiles\">\n");
    for (MeasureRow row : shown) {
      out.append("<div><dt>").append(Escape.text(row.definition().name())).append("</dt><dd>");
      out.append(Escape.text(row.text(sheet.strategy().name()))).append("</dd>");
      String other = sheet.benchmarks().isEmpty() ? "" : sheet.benchmarks().get(0).name();
      if (!Double.isNaN(row.value(other))) {
        out.append("<dd class=\"other\">").append(Escape.text(other)).append(' ');
        out.append(Escape.text(row.text(other))).append("</dd>");
      }
      out.append("</div>\n");
    }
    out.append("</dl>\n");
  }

  private void calendar() {
    long months =
        derived.years().stream()
            .flatMapToDouble(year -> Arrays.stream(year.rawMonths()))
            .filter(month -> !Double.isNaN(month))
            .count();
    if (sheet.periodsPerYear() > 11.5 && months > 1) {
      section("calendar", "Monthly returns", HeatMap.table(sheet, derived.years()));
    }
  }

  private String measureTable() {
    if (measures.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder(openTable("Measures by curve"));
    html.append("<table class=\"measures\"><thead><tr><th scope=\"col\">Measure</th>");
    List<NamedSeries> curves = sheet.curves();
    curves.removeIf(curve -> sheet.measures(curve.name()).isEmpty());
    for (NamedSeries curve : curves) {
      html.append("<th scope=\"col\" class=\"n\">").append(Escape.text(curve.name()));
      html.append(sheet.isHypothetical(curve) ? "<small>hypothetical</small>" : "").append("</th>");
    }
    html.append("</tr></thead>");
    String group = "";
    for (MeasureRow row : measures) {
      if (!row.definition().group().equals(group)) {
        html.append(group.isEmpty() ? "" : "</tbody>");
        group = row.definition().group();
        html.append("<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"");
        html.append(curves.size() + 1).append("\">").append(Escape.text(group));
        html.append("</th></tr>");
      }
      html.append("\n<tr><th scope=\"row\">").append(measureName(row.definition())).append("</th>");
      for (NamedSeries curve : curves) {
        html.append(numberCell(row.text(curve.name())));
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private String measureName(Measure measure) {
    if (measure.convention().isEmpty()) {
      return Escape.text(measure.name());
    }
    int number = conventions.indexOf(measure.convention()) + 1;
    return "<abbr title=\"%s\">%s</abbr><sup><a href=\"#c%s\">%s</a></sup>"
        .formatted(
            Escape.text(measure.convention()),
            Escape.text(measure.name()),
            Integer.toString(number),
            Integer.toString(number));
  }

  private void trading() {
    StringBuilder html = new StringBuilder();
    if (!sheet.exposures().isEmpty()) {
      html.append(charts.exposure()).append(charts.positions());
    }
    if (!sheet.turnovers().isEmpty()) {
      html.append(charts.turnover());
    }
    if (!sheet.costs().isEmpty()) {
      html.append(charts.costs());
    }
    section("trading", "Exposure, turnover and costs", html.toString());
  }

  private void coefficients() {
    StringBuilder html = new StringBuilder();
    List<InformationCoefficient> all = sheet.informationCoefficients();
    if (!all.isEmpty()) {
      html.append(charts.cumulativeIc());
      for (int i = 0; i < all.size(); i++) {
        html.append(charts.ic(i));
      }
      html.append(coefficientTable(all));
    }
    sheet.quantileReturns().forEach(q -> html.append(charts.quantiles(q)));
    section("coefficients", "Information coefficients", html.toString());
  }

  private static String coefficientTable(List<InformationCoefficient> all) {
    StringBuilder html = new StringBuilder(openTable("Information coefficients in short"));
    html.append("<table><thead><tr><th scope=\"col\">Series</th>");
    for (String head : List.of("Periods", "Mean", "Std dev", "t statistic", "ICIR")) {
      html.append("<th scope=\"col\" class=\"n\">").append(head).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (InformationCoefficient ic : all) {
      IcSummary s = ic.summary();
      html.append("\n<tr><th scope=\"row\">").append(Escape.text(ic.name())).append("</th>");
      html.append(numberCell(Numerals.grouped(s.periods(), 0)));
      html.append(numberCell(Numerals.grouped(s.mean(), 4)));
      html.append(numberCell(Numerals.grouped(s.standardDeviation(), 4)));
      html.append(numberCell(Numerals.grouped(s.tStatistic(), 2)));
      html.append(numberCell(Numerals.grouped(s.ratio(), 3))).append("</tr>");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private void trades() {
    section("trades", "Trades", TradeTables.html(sheet.trades(), sheet.currency()));
  }

  private void model() {
    StringBuilder html = new StringBuilder();
    if (!sheet.importances().isEmpty()) {
      html.append(ImportanceBars.html(sheet.importances()));
    }
    if (!sheet.features().isEmpty()) {
      String title = Numerals.grouped(sheet.features().size(), 0) + " features";
      html.append("<details open=\"open\"><summary>").append(title).append("</summary>");
      html.append(settings(sheet.features())).append("</details>\n");
    }
    section("model", "Model", html.toString());
  }

  private void setup() {
    section("parameters", "Parameters", settings(sheet.parameters()));
    section("provenance", "Data", settings(sheet.provenance()));
  }

  private static String settings(List<Setting> settings) {
    if (settings.isEmpty()) {
      return "";
    }
    Map<String, List<Setting>> groups = new LinkedHashMap<>();
    settings.forEach(s -> groups.computeIfAbsent(s.group(), g -> new ArrayList<>()).add(s));
    StringBuilder html = new StringBuilder("<table class=\"settings\">");
    groups.forEach(
        (group, rows) -> {
          html.append("<tbody>");
          if (!group.isEmpty()) {
            html.append("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">");
            html.append(Escape.text(group)).append("</th></tr>");
          }
          for (Setting row : rows) {
            html.append("\n<tr><th scope=\"row\">").append(Escape.text(row.name()));
            html.append("</th><td>").append(Escape.text(row.value())).append("</td></tr>");
          }
          html.append("</tbody>");
        });
    return html.append("</table>\n").toString();
  }

  private void conventions() {
    StringBuilder html = new StringBuilder();
    if (!conventions.isEmpty()) {
      html.append("<ol class=\"conventions\">\n");
      for (int i = 0; i < conventions.size(); i++) {
        html.append("<li id=\"c").append(i + 1).append("\">");
        convention(html, String.join(", ", namesUnder(conventions.get(i))), conventions.get(i));
      }
      html.append("</ol>\n");
    }
    html.append("<ul class=\"conventions\">\n");
    for (Setting chart : derived.conventions()) {
      html.append("<li>");
      convention(html, chart.name(), chart.value());
    }
    if (!sheet.informationCoefficientConvention().isEmpty()) {
      html.append("<li>");
      convention(html, "Information coefficient", sheet.informationCoefficientConvention());
    }
    section("conventions", "Conventions", html.append("</ul>\n").toString());
  }

  private static void convention(StringBuilder html, String name, String text) {
    html.append("<strong>").append(Escape.text(name)).append("</strong>: ");
    html.append(Escape.text(text)).append("</li>\n");
  }

  private Set<String> namesUnder(String convention) {
    Set<String> names = new LinkedHashSet<>();
    for (MeasureRow row : measures) {
      if (row.definition().convention().equals(convention)) {
        names.add(row.definition().name());
      }
    }
    return names;
  }

  private void section(String id, String title, String body) {
    if (body.isEmpty()) {
      return;
    }
    out.append("<section id=\"").append(id).append("\">\n<h2>").append(Escape.text(title));
    out.append("</h2>\n<div class=\"grid\">\n").append(body).append("</div>\n</section>\n");
  }

  /** Opens a frame in which a table wider than the screen scrolls by itself. */
  static String openTable(String label) {
    return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\""
        + Escape.text(label)
        + "\">";
  }

  static String numberCell(String text) {
    return "<td class=\"n\">" + Escape.text(text) + "</td>";
  }
}
