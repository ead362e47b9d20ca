package io.quantkit.core.aggregate;

import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Trade;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Makes bars of trades or bars as they come, by one {@link BarRule}.
 *
 * <p>Complete bars go to the sink from within the call that completes them. Input that is refused
 * with an exception leaves the aggregator as it was, late trades that are refused by {@link
 * LateTrades#REJECT} apart, which are counted and have told the time. Nothing is allocated for a
 * trade; bars are.
 *
 * <p>Belongs to one thread.
 */
public final class BarAggregator {
  private static final int FORMAT = 0x514b4231;

  private final BarRule rule;
  private final Output output;
  private final Kernel kernel;

  BarAggregator(BarRule rule, BarSink sink) {
    this.rule = rule;
    this.output = new Output(sink);
    this.kernel = Kernels.of(rule, output);
  }

  /** Takes the next trade. */
  public void add(Trade trade) {
    add(trade.eventTime(), trade.knownAt(), trade.price(), trade.size(), trade.aggressor());
  }

  /**
   * Takes the next trade by its numbers.
   *
   * @throws IllegalArgumentException if they are no trade, price times size is infinite, or the
   *     rule cannot take it
   * @throws io.quantkit.core.error.DataValidationException if it is late and late trades are
   *     refused
   */
  public void add(long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
    if (knownAt < eventTime || !(price > 0) || !(size > 0) || !(price * size < 1 / 0.0)) {
      throw invalid(eventTime, knownAt, price, size);
    }
    kernel.add(eventTime, knownAt, price, size, aggressor);
  }

  private static IllegalArgumentException invalid(
      long eventTime, long knownAt, double price, double size) {
    String fault = Trade.fault(price, size);
    if (knownAt < eventTime) {
      fault = "knownAt must not be before eventTime, was " + knownAt + " < " + eventTime;
    }
    return new IllegalArgumentException(
        fault.isEmpty() ? "price times size must be finite, was " + price + " * " + size : fault);
  }

  /**
   * Takes the next bar.
   *
   * @throws IllegalArgumentException if it does not tell what the rule needs
   * @throws io.quantkit.core.error.DataValidationException if it is late and late trades are
   *     refused
   */
  public void add(Bar bar) {
    kernel.add(bar);
  }

  /**
   * Takes the next bar by its numbers, of which neither the average price nor the number of trades
   * is told. Time bars take it without allocating.
   *
   * @throws IllegalArgumentException if they are no bar, or do not tell what the rule needs
   * @throws io.quantkit.core.error.DataValidationException if it is late and late trades are
   *     refused
   */
  public void add(
      long start, long knownAt, double open, double high, double low, double close, double volume) {
    String fault = Bar.fault(start, knownAt, open, high, low, close, volume);
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException(fault);
    }
    kernel.add(start, knownAt, open, high, low, close, volume);
  }

  /**
   * Tells the time: nothing that happened before it is still to come.
   *
   * <p>Time bars whose period is over by then are complete; what comes for them afterwards is late.
   * A time before the latest one known changes nothing, and neither does any time if bars are made
   * by activity. Told before the first trade, it says when the input begins, which would otherwise
   * be the first trade itself.
   *
   * @param epochNanos epoch nanoseconds UTC
   * @throws IllegalArgumentException if empty periods are to have flat bars and the calendar does
   *     not reach that far
   */
  public void advanceTo(long epochNanos) {
    kernel.advanceTo(epochNanos);
  }

  /**
   * Emits the unfinished bar, flagged {@link BarFlag#INCOMPLETE}, if there is one: no trade is left
   * in no bar. A time bar is then over: trades of its period that still come are late.
   */
  public void finish() {
    kernel.finish();
  }

  /**
   * Returns the unfinished bar as it stands, if there is one. It is known when the last of its
   * trades is or, of time bars, at the time reached if that is later.
   */
  public Optional<Bar> partial() {
    return kernel.partial();
  }

  /** Returns what became of the input so far. */
  public AggregationCounts counts() {
    return output.counts();
  }

  /** Returns the rule by which bars are made. */
  public BarRule rule() {
    return rule;
  }

  /**
   * Returns all that this aggregator remembers, from which {@link BarRule#restore} goes on with the
   * same bits. The bytes are the same on every machine.
   */
  public byte[] snapshot() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeUTF(rule.toString());
      output.save(out);
      kernel.save(out);
      out.writeLong(crc(bytes.toByteArray(), bytes.size()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  void load(byte[] snapshot) {
    int length = snapshot.length - Long.BYTES;
    if (length < 0) {
      throw new DataCorruptionException("snapshot", "snapshot is cut short");
    }
    try (DataInputStream tail =
            new DataInputStream(new ByteArrayInputStream(snapshot, length, Long.BYTES));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot, 0, length))) {
      if (tail.readLong() != crc(snapshot, length) || in.readInt() != FORMAT) {
        throw new DataCorruptionException("snapshot", "snapshot is damaged or of another format");
      }
      String other = in.readUTF();
      if (!other.equals(rule.toString())) {
        throw new IllegalArgumentException(
            "snapshot must be of the rule " + rule + ", was of " + other);
      }
      output.load(in);
      kernel.load(in);
    } catch (IOException truncated) {
      throw new DataCorruptionException("snapshot", "snapshot is cut short", truncated);
    }
  }

  private static long crc(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(Arrays.copyOf(bytes, length));
    return crc.getValue();
  }
}
