package io.quantkit.core.aggregate;

import io.quantkit.core.market.Bar;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Where finished bars go, and what is counted on the way. */
final class Output {
  private final BarSink sink;
  long accepted;
  long late;
  long outside;
  private long bars;
  private long restated;

  Output(BarSink sink) {
    this.sink = sink;
  }

  void emit(Bar bar, int flags) {
    count(flags);
    sink.accept(bar, BarFlag.set(flags));
  }

  /** Emits a bar that lasted for a time and is forgotten. */
  void emit(long start, long knownAt, Accumulator bar, int flags) {
    double open = bar.open;
    double high = bar.high;
    double low = bar.low;
    double close = bar.close;
    double volume = bar.volume();
    double vwap = bar.vwap();
    double trades = bar.trades;
    bar.clear();
    count(flags);
    sink.accept(start, knownAt, open, high, low, close, volume, vwap, trades, BarFlag.set(flags));
  }

  private void count(int flags) {
    bars++;
    if ((flags & BarFlag.RESTATED.bit()) != 0) {
      restated++;
    }
  }

  AggregationCounts counts() {
    return new AggregationCounts(accepted, late, outside, bars, restated);
  }

  void save(DataOutputStream out) throws IOException {
    out.writeLong(accepted);
    out.writeLong(late);
    out.writeLong(outside);
    out.writeLong(bars);
    out.writeLong(restated);
  }

  void load(DataInputStream in) throws IOException {
    accepted = in.readLong();
    late = in.readLong();
    outside = in.readLong();
    bars = in.readLong();
    restated = in.readLong();
  }
}
