package io.quantkit.core.data;

import io.quantkit.core.market.Quote;

/** Turns the rows of one file into quotes that keep the rules, and hands each to a receiver. */
final class QuoteParser {

  /** Takes the quotes one at a time. */
  @FunctionalInterface
  interface Receiver {
    void add(long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize);
  }

  private final CsvRows rows;
  private final Rejections rejections;
  private final Receiver receiver;
  private final TimeReader times;
  private final TimeReader knownAts;
  private final Fields fields;
  private final int time;
  private final int knownAt;
  private final int bid;
  private final int bidSize;
  private final int ask;
  private final int askSize;
  private long count;
  private long quotes;

  QuoteParser(CsvQuoteSchema schema, CsvRows rows, Rejections rejections, Receiver receiver) {
    this.rows = rows;
    this.rejections = rejections;
    this.receiver = receiver;
    this.times = new TimeReader(schema.timeFormat());
    this.knownAts = new TimeReader(schema.knownAtFormat());
    this.fields = new Fields(schema.format());
    this.time = rows.column(schema.timeColumn());
    this.knownAt = schema.knownAt().isEmpty() ? -1 : rows.column(schema.knownAt().get());
    this.bid = rows.column(schema.bid());
    this.bidSize = rows.column(schema.bidSize());
    this.ask = rows.column(schema.ask());
    this.askSize = rows.column(schema.askSize());
  }

  /** Returns how many rows there were. */
  long rows() {
    return count;
  }

  /** Returns how many quotes were handed on. */
  long quotes() {
    return quotes;
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
          throw new RowFault(RowRule.TIME_ORDER, "quotes must come oldest first");
        }
        at = knownAt;
        long known =
            knownAt < 0 ? when : knownAts.instant(bytes, rows.from(knownAt), rows.to(knownAt));
        at = bid;
        double bidPrice = fields.number(bytes, rows.from(bid), rows.to(bid));
        at = bidSize;
        double bidUnits =
            size(fields.number(bytes, rows.from(bidSize), rows.to(bidSize)), bidPrice);
        at = ask;
        double askPrice = fields.number(bytes, rows.from(ask), rows.to(ask));
        at = askSize;
        double askUnits =
            size(fields.number(bytes, rows.from(askSize), rows.to(askSize)), askPrice);
        at = -1;
        String fault = Quote.fault(when, known, bidPrice, bidUnits, askPrice, askUnits);
        if (!fault.isEmpty()) {
          throw new RowFault(RowRule.SOUND_QUOTE, fault);
        }
        last = when;
        quotes++;
        receiver.add(when, known, bidPrice, bidUnits, askPrice, askUnits);
      } catch (RowFault fault) {
        rejections.add(at, fault);
      }
    }
  }

  /** Returns the size of a side, 0 where neither it nor a price is given. */
  private static double size(double given, double price) {
    return Double.isNaN(given) && Double.isNaN(price) ? 0 : given;
  }
}
