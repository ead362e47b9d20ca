package io.quantkit.core.aggregate;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** Makes Renko bricks. The last brick lies between two levels; at first both are the base. */
final class RenkoKernel implements Kernel {
  private final double brick;
  private final Output output;
  private final Stamps stamps = new Stamps();
  private final Accumulator numbers = new Accumulator();
  private double base = Double.NaN;
  private long bottomIndex;
  private long topIndex;
  private double bottom;
  private double top;
  private double below;
  private double above;

  RenkoKernel(RenkoBars rule, Output output) {
    this.brick = rule.brick();
    this.output = output;
  }

  @Override
  public void add(long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
    require(price);
    numbers.add(eventTime, knownAt, price, size);
    follow(price, knownAt);
  }

  @Override
  public void add(Bar source) {
    require(source.close());
    numbers.add(source);
    follow(source.close(), source.knownAt());
  }

  private void require(double price) {
    if (Math.abs(price - bottom) / brick > RenkoBars.MAX_JUMP && !Double.isNaN(base)) {
      throw new IllegalArgumentException(
          "price must not jump more than %d bricks of %s, was %s after %s"
              .formatted(RenkoBars.MAX_JUMP, brick, price, bottom));
    }
  }

  private void follow(double price, long knownAt) {
    output.accepted++;
    if (Double.isNaN(base)) {
      base = price;
      place(0, 0);
    }
    while (price >= above) {
      double open = top;
      double close = above;
      place(topIndex, topIndex + 1);
      emit(open, close, knownAt);
    }
    while (price <= below) {
      double open = bottom;
      double close = below;
      place(bottomIndex - 1, bottomIndex);
      emit(open, close, knownAt);
    }
  }

  private void place(long newBottom, long newTop) {
    bottomIndex = newBottom;
    topIndex = newTop;
    bottom = level(newBottom);
    top = level(newTop);
    below = level(newBottom - 1);
    above = level(newTop + 1);
  }

  private double level(long index) {
    return BigDecimal.valueOf(brick)
        .multiply(BigDecimal.valueOf(index))
        .add(BigDecimal.valueOf(base))
        .doubleValue();
  }

  private void emit(double open, double close, long knownAt) {
    double high = Math.max(open, close);
    double low = Math.min(open, close);
    double volume = 0;
    double vwap = Double.NaN;
    double trades = 0;
    long first = stamps.knownAt();
    long known = knownAt;
    if (!numbers.isEmpty()) {
      if (close > open) {
        low = Math.min(low, numbers.low);
      } else {
        high = Math.max(high, numbers.high);
      }
      volume = numbers.volume();
      vwap = numbers.vwap();
      trades = numbers.trades;
      first = numbers.firstTime;
      known = numbers.knownAt;
      numbers.clear();
    }
    long start = stamps.startOf(first);
    known = stamps.complete(start, known);
    output.emit(new Bar(start, known, open, high, low, close, volume, vwap, trades), 0);
  }

  @Override
  public void advanceTo(long epochNanos) {}

  @Override
  public void finish() {
    if (!numbers.isEmpty()) {
      long start = stamps.startOf(numbers.firstTime);
      Bar bar = numbers.bar(start, stamps.complete(start, numbers.knownAt));
      numbers.clear();
      output.emit(bar, BarFlag.INCOMPLETE.bit());
    }
  }

  @Override
  public Optional<Bar> partial() {
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    long start = stamps.startOf(numbers.firstTime);
    return Optional.of(numbers.bar(start, Math.max(start, numbers.knownAt)));
  }

  @Override
  public void save(DataOutputStream out) throws IOException {
    stamps.save(out);
    numbers.save(out);
    out.writeDouble(base);
    out.writeLong(bottomIndex);
    out.writeLong(topIndex);
  }

  @Override
  public void load(DataInputStream in) throws IOException {
    stamps.load(in);
    numbers.load(in);
    base = in.readDouble();
    bottomIndex = in.readLong();
    topIndex = in.readLong();
    if (!Double.isNaN(base)) {
      place(bottomIndex, topIndex);
    }
  }
}
