package io.quantkit.features.kernel;

import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A statistic of what is measured of a stream, started again where there is nothing to measure. */
public final class MeasuredKernel implements IndicatorKernel {
  private final Measured measured;
  private final WindowStatistic statistic;
  private final double[] values;
  private double last = Double.NaN;

  /** Creates a kernel with a number of outputs. */
  public MeasuredKernel(Measured measured, WindowStatistic statistic, int outputs) {
    this.measured = measured;
    this.statistic = statistic;
    this.values = new double[outputs];
    Arrays.fill(values, Double.NaN);
  }

  /** Returns the names of several outputs of one statistic. */
  public static List<FeatureName> names(
      String indicator, Measured measured, Input input, String window, String... outputs) {
    List<FeatureName> names = new ArrayList<>();
    for (String output : outputs) {
      names.add(FeatureName.of("stat", indicator + "_" + measured.label(input), window, output));
    }
    return List.copyOf(names);
  }

  /** Checks that a parameter is between two numbers and none of them. */
  public static void checkWithin(String name, double value, double above, double below) {
    if (!(value > above && value < below)) {
      throw new IllegalArgumentException(
          "%s must be within (%s, %s), was %s"
              .formatted(name, FeatureName.text(above), FeatureName.text(below), value));
    }
  }

  @Override
  public double update(double x) {
    double number = measured.of(last, x);
    boolean told = false;
    if (Double.isFinite(number)) {
      told = statistic.add(number);
    } else {
      statistic.clear();
    }
    last = Double.isFinite(x) ? x : Double.NaN;
    if (told) {
      statistic.write(values);
    } else {
      Arrays.fill(values, Double.NaN);
    }
    return values[0];
  }

  @Override
  public double value(int output) {
    return values[output];
  }

  @Override
  public IndicatorKernel copy() {
    MeasuredKernel copy = new MeasuredKernel(measured, statistic.copy(), values.length);
    System.arraycopy(values, 0, copy.values, 0, values.length);
    copy.last = last;
    return copy;
  }
}
