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
  private final ExactSum progress = new ExactSum();

  ActivityKernel(ActivityBars rule, Output output) {
    this.measure = rule.measure();
    this.threshold = rule.threshold();
    this.output = output;
    this.bar = new OpenBar(output);
  }

  @Override
  public void add(long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
    bar.add(eventTime, knownAt, price, size);
    switch (measure) {
      case TICKS -> progress.add(1);
      case VOLUME -> progress.add(size);
      case VALUE -> progress.addProduct(price, size);
    }
    completeIfFull();
  }

  @Override
  public void add(Bar source) {
    double amount =
        switch (measure) {
          case TICKS -> source.trades();
          case VOLUME -> source.volume();
          case VALUE ->
              source.volume() * (Double.isNaN(source.vwap()) ? source.close() : source.vwap());
        };
    if (Double.isNaN(amount)) {
      throw new IllegalArgumentException(
          "bar must tell its "
              + (measure == Measure.TICKS ? "trades" : "volume")
              + ", was "
              + source);
    }
    bar.add(source);
    progress.add(amount);
    completeIfFull();
  }

  private void completeIfFull() {
    output.accepted++;
    if (progress.value() >= threshold) {
      progress.clear();
      bar.complete();
    }
  }

  @Override
  public void advanceTo(long epochNanos) {}

  @Override
  public void finish() {
    progress.clear();
    bar.finish();
  }

  @Override
  public Optional<Bar> partial() {
    return bar.partial();
  }

  @Override
  public void save(DataOutputStream out) throws IOException {
    bar.save(out);
    progress.save(out);
  }

  @Override
  public void load(DataInputStream in) throws IOException {
    bar.load(in);
    progress.load(in);
  }
}
