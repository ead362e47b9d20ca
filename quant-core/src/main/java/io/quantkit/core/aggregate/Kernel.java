package io.quantkit.core.aggregate;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** The mutable state of one kind of bars in the making; what enters it has been validated. */
interface Kernel {

  void add(long eventTime, long knownAt, double price, double size, Aggressor aggressor);

  void add(Bar bar);

  /** Takes a bar of which neither the average price nor the number of trades is told. */
  default void add(
      long start, long knownAt, double open, double high, double low, double close, double volume) {
    add(new Bar(start, knownAt, open, high, low, close, volume));
  }

  void advanceTo(long epochNanos);

  /** Emits what is left as an incomplete bar. */
  void finish();

  Optional<Bar> partial();

  void save(DataOutputStream out) throws IOException;

  void load(DataInputStream in) throws IOException;
}
