package io.quantkit.core.aggregate;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import io.quantkit.core.time.EpochNanos;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes bars of equal time. */
final class TimeKernel implements Kernel {
  private static final long NEVER = Long.MIN_VALUE;

  private final TimeBars rule;
  private final Output output;
  private final Periods periods;

  /** The latest time known: periods that end by then are over. */
  private long clock = NEVER;

  /** From when on the input has been seen. */
  private long begin = NEVER;

  private boolean isOpen;
  private Made current = new Made();

  /** The completed bars that a late trade may restate, oldest first. */
  private final List<Made> made = new ArrayList<>();

  /** Whether bars older than those held were completed. */
  private boolean forgotten;

  /** From where on empty periods have flat bars; not before the first bar. */
  private long flatFrom = NEVER;

  /** Whether {@link #flatPeriods} has the next of them. */
  private boolean flatLocated;

  private final Periods flatPeriods;
  private double lastClose = Double.NaN;

  /** A bar in the making, or one that is remembered so that it can be made again. */
  private static final class Made {
    final Accumulator numbers = new Accumulator();
    long start;
    long end;
    int flags;
    long knownAt;

    void save(DataOutputStream out) throws IOException {
      numbers.save(out);
      out.writeLong(start);
      out.writeLong(end);
      out.writeInt(flags);
      out.writeLong(knownAt);
    }

    void load(DataInputStream in) throws IOException {
      numbers.load(in);
      start = in.readLong();
      end = in.readLong();
      flags = in.readInt();
      knownAt = in.readLong();
    }
  }

  TimeKernel(TimeBars rule, Output output) {
    this.rule = rule;
    this.output = output;
    this.periods = new Periods(rule);
    this.flatPeriods = new Periods(rule);
  }

  @Override
  public void add(long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
    periods.locate(eventTime);
    Made bar = accept(eventTime);
    if (bar != null) {
      bar.numbers.add(eventTime, knownAt, price, size);
      restateIfPast(bar);
    }
  }

  @Override
  public void add(Bar source) {
    periods.locateBar(source.start(), source.knownAt());
    Made bar = accept(source.start());
    if (bar != null) {
      bar.numbers.add(source);
      restateIfPast(bar);
    }
  }

  @Override
  public void add(
      long start, long knownAt, double open, double high, double low, double close, double volume) {
    periods.locateBar(start, knownAt);
    Made bar = accept(start);
    if (bar != null) {
      bar.numbers.observe(start, knownAt, open, high, low, close);
      bar.numbers.count(volume, Double.NaN, Double.NaN);
      restateIfPast(bar);
    }
  }

  /** Returns the bar to which the located input belongs; null if to none, which is then counted. */
  private @Nullable Made accept(long time) {
    advanceTo(time);
    if (!periods.inside()) {
      output.outside++;
      return null;
    }
    if (periods.end() <= clock) {
      return acceptLate(time);
    }
    output.accepted++;
    if (!isOpen) {
      isOpen = true;
      begin(current);
    }
    return current;
  }

  private @Nullable Made acceptLate(long time) {
    Made bar = rule.late().action() == LateTrades.Action.RESTATE ? remembered() : null;
    if (bar != null) {
      output.accepted++;
      return bar;
    }
    output.late++;
    if (rule.late().action() == LateTrades.Action.REJECT) {
      throw new DataValidationException(
          "trades",
          "trade at %s must not come after its bar is complete, which was at %s of time %s"
              .formatted(
                  EpochNanos.toInstant(time),
                  EpochNanos.toInstant(periods.end()),
                  EpochNanos.toInstant(clock)));
    }
    return null;
  }

  private void begin(Made bar) {
    bar.start = periods.start();
    bar.end = periods.end();
    bar.flags = periods.flags();
    if (begin > bar.start && begin > periods.firstInstant()) {
      bar.flags |= BarFlag.INCOMPLETE.bit();
    }
  }

  /** Returns the remembered bar of the located period, or a new one if it had none. */
  private @Nullable Made remembered() {
    int i = made.size();
    while (i > 0 && made.get(i - 1).start > periods.start()) {
      i--;
    }
    if (i > 0 && made.get(i - 1).start == periods.start()) {
      return made.get(i - 1);
    }
    if (i == 0 && (forgotten || made.size() == rule.late().periods())) {
      return null;
    }
    Made bar = new Made();
    begin(bar);
    bar.knownAt = bar.end - 1;
    made.add(i, bar);
    if (made.size() > rule.late().periods()) {
      made.remove(0);
      forgotten = true;
    }
    return bar;
  }

  private void restateIfPast(Made bar) {
    if (bar != current) {
      bar.knownAt = Math.max(bar.knownAt + 1, Math.max(bar.numbers.knownAt, clock));
      output.emit(bar.numbers.bar(bar.start, bar.knownAt), bar.flags | BarFlag.RESTATED.bit());
    }
  }

  @Override
  public void advanceTo(long epochNanos) {
    if (epochNanos <= clock) {
      return;
    }
    if (clock == NEVER) {
      begin = epochNanos;
    }
    clock = epochNanos;
    if (isOpen && current.end <= clock) {
      complete(Math.max(current.end, current.numbers.knownAt), 0);
    }
    if (flatFrom != NEVER && !isOpen) {
      fill();
    }
  }

  @Override
  public void finish() {
    if (isOpen) {
      long known = Math.max(current.start, Math.max(current.numbers.knownAt, clock));
      clock = current.end;
      complete(known, BarFlag.INCOMPLETE.bit());
    }
  }

  private void complete(long knownAt, int moreFlags) {
    Made done = current;
    int flags = done.flags | moreFlags;
    isOpen = false;
    if (rule.flat()) {
      flatFrom = done.end;
      flatLocated = false;
      lastClose = done.numbers.close;
    }
    if (rule.late().action() != LateTrades.Action.RESTATE) {
      output.emit(done.start, knownAt, done.numbers, flags);
      return;
    }
    done.knownAt = knownAt;
    made.add(done);
    current = new Made();
    if (made.size() > rule.late().periods()) {
      made.remove(0);
      forgotten = true;
    }
    output.emit(done.numbers.bar(done.start, knownAt), flags);
  }

  /** Emits flat bars for the periods of the session that are over since the last bar. */
  private void fill() {
    while (true) {
      if (!flatLocated) {
        if (flatFrom > clock) {
          return;
        }
        flatPeriods.locateSession(flatFrom);
        flatLocated = true;
      }
      if (flatPeriods.end() > clock) {
        return;
      }
      long start = flatPeriods.start();
      long end = flatPeriods.end();
      int flags = flatPeriods.flags() | BarFlag.FLAT.bit();
      flatFrom = end;
      flatLocated = false;
      double price = lastClose;
      output.emit(new Bar(start, end, price, price, price, price, 0, Double.NaN, 0), flags);
    }
  }

  @Override
  public Optional<Bar> partial() {
    if (!isOpen) {
      return Optional.empty();
    }
    long known = Math.max(current.start, Math.max(current.numbers.knownAt, clock));
    return Optional.of(current.numbers.bar(current.start, known));
  }

  @Override
  public void save(DataOutputStream out) throws IOException {
    out.writeLong(clock);
    out.writeLong(begin);
    out.writeBoolean(isOpen);
    current.save(out);
    out.writeInt(made.size());
    for (Made bar : made) {
      bar.save(out);
    }
    out.writeBoolean(forgotten);
    out.writeLong(flatFrom);
    out.writeDouble(lastClose);
  }

  @Override
  public void load(DataInputStream in) throws IOException {
    clock = in.readLong();
    begin = in.readLong();
    isOpen = in.readBoolean();
    current.load(in);
    int remembered = in.readInt();
    for (int i = 0; i < remembered; i++) {
      Made bar = new Made();
      bar.load(in);
      made.add(bar);
    }
    forgotten = in.readBoolean();
    flatFrom = in.readLong();
    lastClose = in.readDouble();
  }
}
