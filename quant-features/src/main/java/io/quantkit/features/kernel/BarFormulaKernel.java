package io.quantkit.features.kernel;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.IndicatorKernel;
import java.util.Arrays;

/**
 * Runs a {@link BarFormula}: withholds what is not a full value yet and starts again where a number
 * that is needed is not finite.
 */
public final class BarFormulaKernel implements FeatureKernel {
  /** Says that the open is needed. */
  public static final int OPEN = 1;

  /** Says that the high and the low are needed. */
  public static final int RANGE = 2;

  /** Says that the close is needed. */
  public static final int CLOSE = 4;

  /** Says that the volume is needed. */
  public static final int VOLUME = 8;

  private final int needs;
  private final BarFormula formula;
  private final IndicatorKernel[] stages;
  private final Withholding withholding;
  private final double[] values;

  /**
   * Creates a kernel that has seen nothing.
   *
   * @param recipe whose warm-up holds
   * @param needs the sum of the numbers that must be finite
   * @param stages kept
   */
  public BarFormulaKernel(
      Feature recipe, int needs, BarFormula formula, IndicatorKernel... stages) {
    this(needs, formula, stages, new Withholding(recipe), new double[recipe.outputs().size()]);
    Arrays.fill(values, Double.NaN);
  }

  private BarFormulaKernel(
      int needs,
      BarFormula formula,
      IndicatorKernel[] stages,
      Withholding withholding,
      double[] values) {
    this.needs = needs;
    this.formula = formula;
    this.stages = stages;
    this.withholding = withholding;
    this.values = values;
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    if (finite(OPEN, open)
        && finite(RANGE, high)
        && finite(RANGE, low)
        && finite(CLOSE, close)
        && finite(VOLUME, volume)) {
      formula.step(open, high, low, close, volume, stages, values);
      withholding.next(values);
    } else {
      double none = Double.NaN;
      formula.step(none, none, none, none, none, stages, values);
      withholding.gap(values);
    }
  }

  private boolean finite(int field, double value) {
    return (needs & field) == 0 || Double.isFinite(value);
  }

  @Override
  public double value(int output) {
    return values[output];
  }

  @Override
  public FeatureKernel copy() {
    return new BarFormulaKernel(
        needs, formula, Stages.copy(stages), withholding.copy(), values.clone());
  }
}
