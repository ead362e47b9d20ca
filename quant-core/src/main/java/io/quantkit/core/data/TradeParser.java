package io.quantkit.core.data;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Trade;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Turns the rows of one file into trades that keep the rules, and hands each to a receiver. */
final class TradeParser {

  /** Takes the trades one at a time. */
  @FunctionalInterface
  interface Receiver {
    void add(long eventTime, long knownAt, double price, double size, Aggressor aggressor);
  }

  private final CsvRows rows;
  private final Rejections rejections;
  private final Receiver receiver;
  private final TimeReader times;
  private final TimeReader knownAts;
  private final Fields fields;
  private final int time;
  private final int knownAt;
  private final int price;
  private final int size;
  private final int aggressor;
  private final String expected;
  private final byte[] buyer;
  private final byte[] seller;
  private final byte[] unknown;
  private long count;
  private long trades;

  TradeParser(CsvTradeSchema schema, CsvRows rows, Rejections rejections, Receiver receiver) {
    this.rows = rows;
    this.rejections = rejections;
    this.receiver = receiver;
    this.times = new TimeReader(schema.timeFormat());
    this.knownAts = new TimeReader(schema.knownAtFormat());
    this.fields = new Fields(schema.format());
    this.time = rows.column(schema.timeColumn());
    this.knownAt = schema.knownAt().isEmpty() ? -1 : rows.column(schema.knownAt().get());
    this.price = rows.column(schema.price());
    this.size = rows.column(schema.size());
    this.aggressor = schema.aggressor().isEmpty() ? -1 : rows.column(schema.aggressor().get());
    this.expected = "%s, %s or empty".formatted(schema.buyer(), schema.seller());
    this.buyer = schema.buyer().getBytes(StandardCharsets.UTF_8);
    this.seller = schema.seller().getBytes(StandardCharsets.UTF_8);
    this.unknown = schema.unknown().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns how many rows there were. */
  long rows() {
    return count;
  }

  /** Returns how many trades were handed on. */
  long trades() {
    return trades;
  }

  void run() {
    long last = Long.MIN_VALUE;
    while (rows.next()) {
      count++;
      int at = -1;
      try {
        rows.requireComplete();
        byte[] bytes = rows.bytes();
        at = time;
        long when = times.instant(bytes, rows.from(time), rows.to(time));
        if (when < last) {
          throw new RowFault(RowRule.TIME_ORDER, "trades must come oldest first");
        }
        at = knownAt;
        long known =
            knownAt < 0 ? when : knownAts.instant(bytes, rows.from(knownAt), rows.to(knownAt));
        at = price;
        double paid = fields.number(bytes, rows.from(price), rows.to(price));
        at = size;
        double units = fields.number(bytes, rows.from(size), rows.to(size));
        at = aggressor;
        Aggressor who = aggressor < 0 ? Aggressor.UNKNOWN : aggressor(bytes);
        at = -1;
        String fault = Trade.fault(paid, units);
        if (fault.isEmpty() && known < when) {
          fault = "trade must not be known before it happened";
        }
        if (!fault.isEmpty()) {
          throw new RowFault(RowRule.SOUND_TRADE, fault);
        }
        last = when;
        trades++;
        receiver.add(when, known, paid, units, who);
      } catch (RowFault fault) {
        rejections.add(at, fault);
      }
    }
  }

  private Aggressor aggressor(byte[] bytes) throws RowFault {
    int from = rows.from(aggressor);
    int to = rows.to(aggressor);
    if (is(buyer, bytes, from, to)) {
      return Aggressor.BUYER;
    }
    if (is(seller, bytes, from, to)) {
      return Aggressor.SELLER;
    }
    if (from == to || is(unknown, bytes, from, to)) {
      return Aggressor.UNKNOWN;
    }
    throw new RowFault(RowRule.AGGRESSOR, "aggressor must be " + expected);
  }

  private static boolean is(byte[] text, byte[] bytes, int from, int to) {
    return Arrays.equals(bytes, from, to, text, 0, text.length);
  }
}
