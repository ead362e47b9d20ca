package io.quantkit.core.order;

import io.quantkit.core.order.OrderRules.Combination;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes which orders are taken to {@code docs/orders.md}, or to the file that is named. */
public final class OrderTable {

  private OrderTable() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments.length > 0 ? arguments[0] : "../docs/orders.md");
    Files.writeString(file, text(), StandardCharsets.UTF_8);
  }

  /** Returns the page. */
  public static String text() {
    StringBuilder out = new StringBuilder();
    out.append("# Orders that are taken\n\n");
    out.append("Written by `OrderTable` from `OrderRules`; do not edit by hand.\n\n");
    out.append("A cell tells for which quantities an order is taken: `all`, `whole` only, or none");
    out.append(
        " with the number of the reason below. An order that the table allows must still not");
    out.append(" contradict itself: see `OrderRules`.\n");
    append(out, OrderRules.GENERAL, "The simulated market");
    append(out, OrderRules.ALPACA_EQUITIES, "Alpaca, US equities");
    return out.toString();
  }

  private static void append(StringBuilder out, OrderRules rules, String title) {
    List<String> reasons = new ArrayList<>();
    int allowed = 0;
    for (Combination cell : OrderRules.combinations()) {
      allowed += rules.allows(cell) ? 1 : 0;
    }
    out.append("\n## ").append(title).append("\n\n");
    out.append(allowed).append(" of ").append(OrderRules.combinations().size());
    out.append(" combinations are taken.\n");
    for (OrderClass orderClass : OrderClass.values()) {
      out.append("\n### ").append(orderClass).append("\n\n| type |");
      for (TimeInForce timeInForce : TimeInForce.values()) {
        out.append(' ').append(timeInForce).append(" |");
      }
      out.append("\n|---|").append("---|".repeat(TimeInForce.values().length)).append('\n');
      for (OrderType type : OrderType.values()) {
        out.append("| ").append(type).append(" |");
        for (TimeInForce timeInForce : TimeInForce.values()) {
          out.append(' ').append(cell(rules, type, timeInForce, orderClass, reasons)).append(" |");
        }
        out.append('\n');
      }
    }
    out.append("\nReasons:\n\n");
    for (int i = 0; i < reasons.size(); i++) {
      out.append(i + 1).append(". ").append(reasons.get(i)).append('\n');
    }
  }

  private static String cell(
      OrderRules rules,
      OrderType type,
      TimeInForce timeInForce,
      OrderClass orderClass,
      List<String> reasons) {
    Combination whole = new Combination(type, timeInForce, orderClass, false);
    Combination fractional = new Combination(type, timeInForce, orderClass, true);
    if (!rules.allows(whole)) {
      return number(rules.refusal(whole).orElseThrow(), reasons);
    }
    return rules.allows(fractional)
        ? "all"
        : "whole (" + number(rules.refusal(fractional).orElseThrow(), reasons) + ")";
  }

  private static String number(String reason, List<String> reasons) {
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
    return Integer.toString(reasons.indexOf(reason) + 1);
  }
}
