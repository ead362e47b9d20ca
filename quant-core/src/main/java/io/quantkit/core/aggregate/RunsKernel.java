package io.quantkit.core.aggregate;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Makes runs bars. */
final class RunsKernel implements Kernel {
  private final Measure measure;
  private final Output output;
  private final OpenBar bar;
  private final TickRule tickRule;
  private final Expectation expectation;
  private final WeightedMean buyShare;
  private final WeightedMean buyAmount;
  private final WeightedMean sellAmount;
  private double bought;
  private double sold;
  private long buys;
  private long allBuys;
  private long allSells;

  RunsKernel(RunsBars rule, Output output) {
    this.measure = rule.measure();
    this.output = output;
    this.bar = new OpenBar(output);
    this.tickRule = new TickRule(rule.sign());
    this.expectation = new Expectation(rule.threshold());
    Threshold.Expected expected =
        rule.threshold() instanceof Threshold.Expected e ? e : Threshold.expected(1);
    this.buyShare = new WeightedMean(expected.barSpan());
    this.buyAmount = new WeightedMean(expected.tickSpan());
    this.sellAmount = new WeightedMean(expected.tickSpan());
  }

  @Override
  public void add(long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
    bar.add(eventTime, knownAt, price, size);
    count(price, size, aggressor);
  }

  @Override
  public void add(Bar source) {
    ImbalanceKernel.requireVolume(source, measure);
    bar.add(source);
    count(source.close(), source.volume(), Aggressor.UNKNOWN);
  }

  private void count(double price, double size, Aggressor aggressor) {
    output.accepted++;
    double amount = measure.of(price, size);
    int sign = tickRule.sign(price, aggressor);
    if (sign > 0) {
      bought += amount;
      buys++;
      allBuys++;
      buyAmount.add(amount);
    } else if (sign < 0) {
      sold += amount;
      allSells++;
      sellAmount.add(amount);
    }
    if (expectation.tick()) {
      expectation.expect(contribution((double) buys / expectation.ticks()));
    }
    if (expectation.reached(Math.max(bought, sold))) {
      buyShare.add((double) buys / expectation.ticks());
      expectation.complete();
      expectation.expect(contribution(buyShare.value()));
      clear();
      bar.complete();
    }
  }

  private double contribution(double share) {
    double buying = allBuys == 0 ? 0 : share * buyAmount.value();
    double selling = allSells == 0 ? 0 : (1 - share) * sellAmount.value();
    return Math.max(buying, selling);
  }

  private void clear() {
    bought = 0;
    sold = 0;
    buys = 0;
  }

  @Override
  public void advanceTo(long epochNanos) {}

  @Override
  public void finish() {
    expectation.abandon();
    clear();
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
    buyShare.save(out);
    buyAmount.save(out);
    sellAmount.save(out);
    out.writeDouble(bought);
    out.writeDouble(sold);
    out.writeLong(buys);
    out.writeLong(allBuys);
    out.writeLong(allSells);
  }

  @Override
  public void load(DataInputStream in) throws IOException {
    bar.load(in);
    tickRule.load(in);
    expectation.load(in);
    buyShare.load(in);
    buyAmount.load(in);
    sellAmount.load(in);
    bought = in.readDouble();
    sold = in.readDouble();
    buys = in.readLong();
    allBuys = in.readLong();
    allSells = in.readLong();
  }
}
