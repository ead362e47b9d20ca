package io.quantkit.backtest.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How much each feature counted, largest first, as bars beside their names. */
final class ImportanceBars {
  private static final int MOST = 25;

  private ImportanceBars() {}

  static String html(List<NamedValue> importances) {
    List<NamedValue> sorted = new ArrayList<>(importances);
    sorted.removeIf(each -> !Double.isFinite(each.value()));
    sorted.sort(Comparator.comparingDouble((NamedValue v) -> Math.abs(v.value())).reversed());
    List<NamedValue> shown = sorted.subList(0, Math.min(MOST, sorted.size()));
    if (shown.isEmpty()) {
      return "";
    }
    double largest = Math.max(1e-300, Math.abs(shown.get(0).value()));
    StringBuilder html = new StringBuilder("<table class=\"importance\"><caption>Importance of ");
    html.append(shown.size() < sorted.size() ? "the first " + MOST + " of " : "");
    html.append(sorted.size()).append(" features</caption><tbody>");
    for (NamedValue each : shown) {
      String share = Numerals.coordinate(100 * Math.abs(each.value()) / largest);
      html.append("\n<tr><th scope=\"row\">").append(Escape.text(each.name()));
      html.append("</th><td class=\"n\">").append(Numerals.grouped(each.value(), 4));
      html.append("</td><td class=\"gauge\"><svg viewBox=\"0 0 100 10\" ");
      html.append("preserveAspectRatio=\"none\" aria-hidden=\"true\"><path class=\"bar ");
      html.append(each.value() < 0 ? "c1" : "c0").append("\" d=\"M0 0H").append(share);
      html.append("V10H0Z\"/></svg></td></tr>");
    }
    return html.append("</tbody></table>\n").toString();
  }
}
