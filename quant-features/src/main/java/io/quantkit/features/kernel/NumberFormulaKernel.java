package io.quantkit.features.kernel;

import io.quantkit.features.Feature;
import io.quantkit.features.IndicatorKernel;
import java.util.Arrays;

/**
 * Runs a {@link NumberFormula}: withholds what is not a full value yet and starts again where a
 * number is not finite.
 */
public final class NumberFormulaKernel implements IndicatorKernel {
  private final NumberFormula formula;
  private final IndicatorKernel[] stages;
  private final Withholding withholding;
  private final double[] values;

  /**
   * Creates a kernel that has seen nothing.
   *
   * @param recipe whose warm-up holds
   * @param stages kept
   */
  public NumberFormulaKernel(Feature recipe, NumberFormula formula, IndicatorKernel... stages) {
    this(formula, stages, new Withholding(recipe), new double[recipe.outputs().size()]);
    Arrays.fill(values, Double.NaN);
  }

  private NumberFormulaKernel(
      NumberFormula formula, IndicatorKernel[] stages, Withholding withholding, double[] values) {
    this.formula = formula;
    this.stages = stages;
    this.withholding = withholding;
    this.values = values;
  }

  @Override
  public double update(double x) {
    if (Double.isFinite(x)) {
      formula.step(x, stages, values);
      withholding.next(values);
    } else {
      formula.step(Double.NaN, stages, values);
      withholding.gap(values);
    }
    return values[0];
  }

  @Override
  public double value(int output) {
    return values[output];
  }

  @Override
  public IndicatorKernel copy() {
    return new NumberFormulaKernel(
        formula, Stages.copy(stages), withholding.copy(), values.clone());
  }
}
