package io.quantkit.features.indicator.price;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import java.util.List;

/**
 * A price of the bar as it is: the transforms AVGPRICE ({@link Input#AVERAGE}), MEDPRICE ({@link
 * Input#MEDIAN}), TYPPRICE ({@link Input#TYPICAL}) and WCLPRICE ({@link Input#WEIGHTED}) of TA-Lib,
 * and every single field.
 *
 * <p>In the unit of the input; no warm-up. Also what to give to a recipe that is made of another
 * indicator and should see the input itself.
 *
 * @param input which number
 */
public record Price(Input input) implements Indicator {

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "price", "1", input.label()));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return 0;
  }

  @Override
  public IndicatorKernel kernel() {
    return new GapIndicatorKernel(1, new Step());
  }

  private record Step() implements NumberStep {
    @Override
    public void step(double x, double[] out) {
      out[0] = x;
    }

    @Override
    public void clear() {}

    @Override
    public NumberStep copy() {
      return this;
    }
  }
}
