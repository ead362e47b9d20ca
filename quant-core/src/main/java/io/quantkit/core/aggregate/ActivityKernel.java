package io.quantkit.core.aggregate;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Makes activity bars of whole trades. */
final class ActivityKernel implements Kernel {
  private final Measure measure;
  private final double threshold;
  private final Output output;
  private final OpenBar bar;

  /** The value, at their closes, of bars that do not tell their average price. */
  private double valueAtCloses;

  ActivityKernel(ActivityBars rule, Output output) {
    this.measure = rule.measure();
    this.threshold = rule.threshold();
    this.output = output;
    this.bar = new OpenBar(output);
  }

  @Override
  public void add(long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
    bar.add(eventTime, knownAt, price, size);
    completeIfFull();
  }

  @Override
  public void add(Bar source) {
    boolean told = !Double.isNaN(measure == Measure.TICKS ? source.trades() : source.volume());
    if (!told) {
      throw new IllegalArgumentException(
          "bar must tell its "
              + (measure == Measure.TICKS ? "trades" : "volume")
              + ", was "
              + source);
    }
    bar.add(source);
    if (measure == Measure.VALUE && Double.isNaN(source.vwap())) {
      valueAtCloses += source.volume() * source.close();
    }
    completeIfFull();
  }

  private void completeIfFull() {
    output.accepted++;
    boolean full =
        switch (measure) {
          case TICKS -> bar.trades() >= threshold;
          case VOLUME -> bar.volume().reaches(threshold);
          case VALUE ->
              valueAtCloses == 0
                  ? bar.value().reaches(threshold)
                  : bar.value().value() + valueAtCloses >= threshold;
        };
    if (full) {
      valueAtCloses = 0;
      bar.complete();
    }
  }

  @Override
  public void advanceTo(long epochNanos) {}

  @Override
  public void finish() {
    valueAtCloses = 0;
    bar.finish();
  }

  @Override
  public Optional<Bar> partial() {
    return bar.partial();
  }

  @Override
  public void save(DataOutputStream out) throws IOException {
    bar.save(out);
    out.writeDouble(valueAtCloses);
  }

  @Override
  public void load(DataInputStream in) throws IOException {
    bar.load(in);
    valueAtCloses = in.readDouble();
  }
}
