package io.quantkit.core.aggregate;

import io.quantkit.core.market.Bar;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The numbers of one bar in the making. */
final class Accumulator {
  final ExactSum volume = new ExactSum();
  final ExactSum value = new ExactSum();
  private boolean empty = true;
  private boolean volumeUnknown;
  private boolean valueUnknown;
  double trades;
  long firstTime;
  private long lastTime;
  long knownAt;
  double open;
  double high;
  double low;
  double close;

  boolean isEmpty() {
    return empty;
  }

  void clear() {
    empty = true;
    volumeUnknown = false;
    valueUnknown = false;
    trades = 0;
    volume.clear();
    value.clear();
  }

  void add(long eventTime, long known, double price, double size) {
    observe(eventTime, known, price, price, price, price);
    trades++;
    volume.add(size);
    value.addProduct(price, size);
  }

  void add(Bar bar) {
    observe(bar.start(), bar.knownAt(), bar.open(), bar.high(), bar.low(), bar.close());
    count(bar.volume(), bar.vwap(), bar.trades());
  }

  /** Counts what a bar traded. */
  void count(double units, double averagePrice, double tradeCount) {
    trades += tradeCount;
    if (Double.isNaN(units)) {
      volumeUnknown = true;
    } else if (units > 0) {
      volume.add(units);
      if (Double.isNaN(averagePrice)) {
        valueUnknown = true;
      } else {
        value.addProduct(averagePrice, units);
      }
    }
  }

  /** Takes prices, without a size; the open is the earliest, the close the latest of the last. */
  void observe(long time, long known, double first, double highest, double lowest, double last) {
    if (empty) {
      empty = false;
      firstTime = time;
      lastTime = time;
      knownAt = known;
      open = first;
      high = highest;
      low = lowest;
      close = last;
      return;
    }
    if (time < firstTime) {
      firstTime = time;
      open = first;
    }
    if (time >= lastTime) {
      lastTime = time;
      close = last;
    }
    high = Math.max(high, highest);
    low = Math.min(low, lowest);
    knownAt = Math.max(knownAt, known);
  }

  double volume() {
    return volumeUnknown ? Double.NaN : volume.value();
  }

  double vwap() {
    if (volumeUnknown || valueUnknown) {
      return Double.NaN;
    }
    return vwap(value.value(), volume.value());
  }

  /** Returns an average that rounding does not carry out of the bar's range. */
  double vwap(double money, double units) {
    if (!(units > 0)) {
      return Double.NaN;
    }
    double average = money / units;
    return average > high ? high : average < low ? low : average;
  }

  Bar bar(long start, long known) {
    return new Bar(start, known, open, high, low, close, volume(), vwap(), trades);
  }

  void save(DataOutputStream out) throws IOException {
    out.writeBoolean(empty);
    out.writeBoolean(volumeUnknown);
    out.writeBoolean(valueUnknown);
    out.writeDouble(trades);
    out.writeLong(firstTime);
    out.writeLong(lastTime);
    out.writeLong(knownAt);
    out.writeDouble(open);
    out.writeDouble(high);
    out.writeDouble(low);
    out.writeDouble(close);
    volume.save(out);
    value.save(out);
  }

  void load(DataInputStream in) throws IOException {
    empty = in.readBoolean();
    volumeUnknown = in.readBoolean();
    valueUnknown = in.readBoolean();
    trades = in.readDouble();
    firstTime = in.readLong();
    lastTime = in.readLong();
    knownAt = in.readLong();
    open = in.readDouble();
    high = in.readDouble();
    low = in.readDouble();
    close = in.readDouble();
    volume.load(in);
    value.load(in);
  }
}
