package io.quantkit.features;

import java.util.List;

/** An indicator that can also be computed for many symbols at once. */
public interface RowIndicator extends Indicator, RowFeature {

  @Override
  default List<Input> inputs() {
    return List.of(input());
  }
}
