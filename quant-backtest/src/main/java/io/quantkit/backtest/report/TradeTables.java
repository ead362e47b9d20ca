package io.quantkit.backtest.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The round trips that gained and lost the most. */
final class TradeTables {
  private static final int MOST = 10;
  private static final double HOUR = 3.6e12;

  private TradeTables() {}

  static String html(List<RoundTrip> trades, String currency) {
    if (trades.isEmpty()) {
      return "";
    }
    List<RoundTrip> sorted = new ArrayList<>(trades);
    sorted.sort(Comparator.comparingDouble((RoundTrip t) -> rank(t.profit())).reversed());
    int n = sorted.size();
    if (n <= 2 * MOST) {
      return table("All " + n + " round trips, best first", sorted, currency);
    }
    List<RoundTrip> worst = new ArrayList<>(sorted.subList(n - MOST, n));
    Collections.reverse(worst);
    String of = " of " + Numerals.grouped(n, 0) + " round trips";
    return table("The best " + MOST + of, sorted.subList(0, MOST), currency)
        + table("The worst " + MOST + of, worst, currency);
  }

  private static double rank(double profit) {
    return Double.isNaN(profit) ? Double.NEGATIVE_INFINITY : profit;
  }

  private static String table(String caption, List<RoundTrip> trades, String currency) {
    String money = currency.isEmpty() ? "" : " (" + currency + ")";
    StringBuilder html = new StringBuilder(Page.openTable(caption));
    html.append("<table class=\"trades\"><caption>").append(Escape.text(caption));
    html.append("</caption><thead><tr><th scope=\"col\">Symbol</th><th scope=\"col\">Side</th>");
    for (String head : List.of("Profit" + money, "Return")) {
      html.append("<th scope=\"col\" class=\"n\">").append(Escape.text(head)).append("</th>");
    }
    html.append("<th scope=\"col\">Opened</th><th scope=\"col\">Closed</th>");
    for (String head : List.of("Held", "Quantity", "Entry", "Exit", "Fees")) {
      html.append("<th scope=\"col\" class=\"n\">").append(head).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (RoundTrip trade : trades) {
      html.append("\n<tr><th scope=\"row\">").append(Escape.text(trade.symbol().value()));
      html.append("</th><td>");
      html.append(trade.direction() == RoundTrip.Direction.LONG ? "long" : "short").append("</td>");
      html.append(Page.numberCell(Numerals.money(trade.profit())));
      html.append(Page.numberCell(Numerals.percent(trade.returnOnEntry(), 1)));
      html.append("<td>").append(TimeAxis.moment(trade.entryTime())).append("</td><td>");
      html.append(TimeAxis.moment(trade.exitTime())).append("</td>");
      html.append(Page.numberCell(held(trade.holdingNanos())));
      html.append(Page.numberCell(Numerals.shortest(trade.quantity(), 4)));
      html.append(Page.numberCell(price(trade.entryPrice())));
      html.append(Page.numberCell(price(trade.exitPrice())));
      html.append(Page.numberCell(Numerals.money(trade.fees()))).append("</tr>");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private static String price(double price) {
    if (Math.abs(price) >= 100) {
      return Numerals.grouped(price, 2);
    }
    return Numerals.shortest(price, Math.abs(price) >= 0.01 ? 4 : 8);
  }

  private static String held(long nanos) {
    double hours = nanos / HOUR;
    if (hours >= 48) {
      return Numerals.grouped(hours / 24, 0) + " d";
    }
    return hours >= 2
        ? Numerals.shortest(hours, 1) + " h"
        : Numerals.shortest(hours * 60, 0) + " min";
  }
}
