package io.quantkit.core.aggregate;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Makes activity bars of divided trades. Volume and value of the open bar are kept apart from its
 * prices: what a bar was given is subtracted from the exact sums, and what is left is the next.
 */
final class SplitKernel implements Kernel {
  private static final int MOST_BARS = 1_000_000;

  private final ActivityBars rule;
  private final double threshold;
  private final Output output;
  private final Stamps stamps = new Stamps();
  private final Accumulator prices = new Accumulator();
  private final ExactSum volume = new ExactSum();
  private final ExactSum value = new ExactSum();
  private final ExactSum progress;

  SplitKernel(ActivityBars rule, Output output) {
    this.rule = rule;
    this.threshold = rule.threshold();
    this.output = output;
    this.progress = rule.measure() == Measure.VOLUME ? volume : value;
  }

  @Override
  public void add(long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
    if (rule.measure().of(price, size) / threshold > MOST_BARS) {
      throw new IllegalArgumentException(
          "trade must not make more than %d bars of %s, was %s at %s"
              .formatted(MOST_BARS, threshold, size, price));
    }
    output.accepted++;
    volume.add(size);
    value.addProduct(price, size);
    prices.observe(eventTime, knownAt, price, price, price, price);
    prices.trades++;
    if (!progress.reaches(threshold)) {
      return;
    }
    do {
      emitFull(price);
      prices.clear();
      prices.observe(eventTime, knownAt, price, price, price, price);
    } while (progress.reaches(threshold));
    // What is left when the threshold was met but for rounding is carried, in no bar yet.
    if (progress.value() <= Math.ulp(threshold) / 2) {
      prices.clear();
    }
  }

  private void emitFull(double price) {
    double units;
    double money;
    if (rule.measure() == Measure.VOLUME) {
      units = threshold;
      money = value.value() - price * (volume.value() - threshold);
    } else {
      money = threshold;
      units = volume.value() - (value.value() - threshold) / price;
    }
    volume.add(-units);
    value.add(-money);
    long start = stamps.startOf(prices.firstTime);
    output.emit(bar(start, stamps.complete(start, prices.knownAt), units, money), 0);
  }

  private Bar bar(long start, long knownAt, double units, double money) {
    return new Bar(
        start,
        knownAt,
        prices.open,
        prices.high,
        prices.low,
        prices.close,
        units,
        prices.vwap(money, units),
        prices.trades);
  }

  @Override
  public void add(Bar bar) {
    throw new IllegalArgumentException(
        "bars cannot be divided: give trades, or a rule that does not split, was " + rule);
  }

  @Override
  public void advanceTo(long epochNanos) {}

  @Override
  public void finish() {
    if (!prices.isEmpty()) {
      long start = stamps.startOf(prices.firstTime);
      Bar bar = rest(start, stamps.complete(start, prices.knownAt));
      prices.clear();
      volume.clear();
      value.clear();
      output.emit(bar, BarFlag.INCOMPLETE.bit());
    }
  }

  @Override
  public Optional<Bar> partial() {
    if (prices.isEmpty()) {
      return Optional.empty();
    }
    long start = stamps.startOf(prices.firstTime);
    return Optional.of(rest(start, Math.max(start, prices.knownAt)));
  }

  private Bar rest(long start, long knownAt) {
    return bar(start, knownAt, Math.max(0, volume.value()), Math.max(0, value.value()));
  }

  @Override
  public void save(DataOutputStream out) throws IOException {
    stamps.save(out);
    prices.save(out);
    volume.save(out);
    value.save(out);
  }

  @Override
  public void load(DataInputStream in) throws IOException {
    stamps.load(in);
    prices.load(in);
    volume.load(in);
    value.load(in);
  }
}
