package io.quantkit.core.aggregate;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Makes range bars. */
final class RangeKernel implements Kernel {
  private final double range;
  private final Output output;
  private final OpenBar bar;

  RangeKernel(RangeBars rule, Output output) {
    this.range = rule.range();
    this.output = output;
    this.bar = new OpenBar(output);
  }

  @Override
  public void add(long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
    bar.add(eventTime, knownAt, price, size);
    completeIfWide();
  }

  @Override
  public void add(Bar source) {
    if (Double.isNaN(source.high()) || Double.isNaN(source.low())) {
      throw new IllegalArgumentException("bar must tell its high and low, was " + source);
    }
    bar.add(source);
    completeIfWide();
  }

  private void completeIfWide() {
    output.accepted++;
    if (bar.range() >= range - Math.ulp(bar.high())) {
      bar.complete();
    }
  }

  @Override
  public void advanceTo(long epochNanos) {}

  @Override
  public void finish() {
    bar.finish();
  }

  @Override
  public Optional<Bar> partial() {
    return bar.partial();
  }

  @Override
  public void save(DataOutputStream out) throws IOException {
    bar.save(out);
  }

  @Override
  public void load(DataInputStream in) throws IOException {
    bar.load(in);
  }
}
