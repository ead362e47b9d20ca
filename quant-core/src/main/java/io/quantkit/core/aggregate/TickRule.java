package io.quantkit.core.aggregate;

import io.quantkit.core.market.Aggressor;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Tells buys from sells, trade by trade. */
final class TickRule {
  private final TradeSign rule;
  private double last = Double.NaN;
  private int direction;

  TickRule(TradeSign rule) {
    this.rule = rule;
  }

  int sign(double price, Aggressor aggressor) {
    if (price > last) {
      direction = 1;
    } else if (price < last) {
      direction = -1;
    }
    last = price;
    return rule.of(aggressor, direction);
  }

  void save(DataOutputStream out) throws IOException {
    out.writeDouble(last);
    out.writeInt(direction);
  }

  void load(DataInputStream in) throws IOException {
    last = in.readDouble();
    direction = in.readInt();
  }
}
