package io.quantkit.core.aggregate;

import io.quantkit.core.market.Bar;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** The bar in the making of a rule whose bars follow one another by activity. */
final class OpenBar {
  private final Output output;
  private final Stamps stamps = new Stamps();
  private final Accumulator numbers = new Accumulator();

  OpenBar(Output output) {
    this.output = output;
  }

  void add(long eventTime, long knownAt, double price, double size) {
    numbers.add(eventTime, knownAt, price, size);
  }

  void add(Bar source) {
    numbers.add(source);
  }

  double trades() {
    return numbers.trades;
  }

  ExactSum volume() {
    return numbers.volume;
  }

  ExactSum value() {
    return numbers.value;
  }

  /** Returns {@code high - low}. */
  double range() {
    return numbers.high - numbers.low;
  }

  double high() {
    return numbers.high;
  }

  void complete() {
    emit(0);
  }

  void finish() {
    if (!numbers.isEmpty()) {
      emit(BarFlag.INCOMPLETE.bit());
    }
  }

  Optional<Bar> partial() {
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    long start = stamps.startOf(numbers.firstTime);
    return Optional.of(numbers.bar(start, Math.max(start, numbers.knownAt)));
  }

  private void emit(int flags) {
    long start = stamps.startOf(numbers.firstTime);
    Bar bar = numbers.bar(start, stamps.complete(start, numbers.knownAt));
    numbers.clear();
    output.emit(bar, flags);
  }

  void save(DataOutputStream out) throws IOException {
    stamps.save(out);
    numbers.save(out);
  }

  void load(DataInputStream in) throws IOException {
    stamps.load(in);
    numbers.load(in);
  }
}
