package io.quantkit.features.kernel;

import io.quantkit.features.FeatureKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import java.util.Arrays;

/** A statistic of what is measured of two numbers of a bar. */
public final class PairKernel implements FeatureKernel {
  private final Measured measured;
  private final Input inputX;
  private final Input inputY;
  private final PairStatistic statistic;
  private final double[] values;
  private double lastX = Double.NaN;
  private double lastY = Double.NaN;

  /** Creates a kernel with a number of outputs. */
  public PairKernel(
      Measured measured, Input inputX, Input inputY, PairStatistic statistic, int outputs) {
    this.measured = measured;
    this.inputX = inputX;
    this.inputY = inputY;
    this.statistic = statistic;
    this.values = new double[outputs];
    Arrays.fill(values, Double.NaN);
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    double nowX = inputX.of(open, high, low, close, volume);
    double nowY = inputY.of(open, high, low, close, volume);
    double x = measured.of(lastX, nowX);
    double y = measured.of(lastY, nowY);
    boolean told = false;
    if (Double.isFinite(x) && Double.isFinite(y)) {
      told = statistic.add(x, y);
    } else {
      statistic.clear();
    }
    boolean both = Double.isFinite(nowX) && Double.isFinite(nowY);
    lastX = both ? nowX : Double.NaN;
    lastY = both ? nowY : Double.NaN;
    if (told) {
      statistic.write(values);
    } else {
      Arrays.fill(values, Double.NaN);
    }
  }

  @Override
  public double value(int output) {
    return values[output];
  }

  @Override
  public FeatureKernel copy() {
    PairKernel copy = new PairKernel(measured, inputX, inputY, statistic.copy(), values.length);
    System.arraycopy(values, 0, copy.values, 0, values.length);
    copy.lastX = lastX;
    copy.lastY = lastY;
    return copy;
  }
}
