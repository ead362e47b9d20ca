package io.quantkit.core.aggregate;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Makes imbalance bars. */
final class ImbalanceKernel implements Kernel {
  private final Measure measure;
  private final Output output;
  private final OpenBar bar;
  private final TickRule tickRule;
  private final Expectation expectation;
  private final WeightedMean contribution;
  private double theta;

  ImbalanceKernel(ImbalanceBars rule, Output output) {
    this.measure = rule.measure();
    this.output = output;
    this.bar = new OpenBar(output);
    this.tickRule = new TickRule(rule.sign());
    this.expectation = new Expectation(rule.threshold());
    this.contribution =
        new WeightedMean(rule.threshold() instanceof Threshold.Expected e ? e.tickSpan() : 1);
  }

  @Override
  public void add(long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
    bar.add(eventTime, knownAt, price, size);
    count(price, size, aggressor);
  }

  @Override
  public void add(Bar source) {
    requireVolume(source, measure);
    bar.add(source);
    count(source.close(), source.volume(), Aggressor.UNKNOWN);
  }

  private void count(double price, double size, Aggressor aggressor) {
    output.accepted++;
    double signed = tickRule.sign(price, aggressor) * measure.of(price, size);
    theta += signed;
    contribution.add(signed);
    if (expectation.tick()) {
      expectation.expect(Math.abs(contribution.value()));
    }
    if (expectation.reached(Math.abs(theta))) {
      expectation.complete();
      expectation.expect(Math.abs(contribution.value()));
      theta = 0;
      bar.complete();
    }
  }

  static void requireVolume(Bar source, Measure measure) {
    if (measure != Measure.TICKS && Double.isNaN(source.volume())) {
      throw new IllegalArgumentException("bar must tell its volume, was " + source);
    }
  }

  @Override
  public void advanceTo(long epochNanos) {}

  @Override
  public void finish() {
    expectation.abandon();
    theta = 0;
    bar.finish();
  }

  @Override
  public Optional<Bar> partial() {
    return bar.partial();
  }

  @Override
  public void save(DataOutputStream out) throws IOException {
    bar.save(out);
    tickRule.save(out);
    expectation.save(out);
    contribution.save(out);
    out.writeDouble(theta);
  }

  @Override
  public void load(DataInputStream in) throws IOException {
    bar.load(in);
    tickRule.load(in);
    expectation.load(in);
    contribution.load(in);
    theta = in.readDouble();
  }
}
