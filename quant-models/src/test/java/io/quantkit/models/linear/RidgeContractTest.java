package io.quantkit.models.linear;

import io.quantkit.core.series.Dataset;
import io.quantkit.models.Samples;
import io.quantkit.models.Trainer;
import io.quantkit.models.TrainerContract;

class RidgeContractTest implements TrainerContract {

  @Override
  public Trainer trainer() {
    return Ridge.of(10);
  }

  @Override
  public Dataset data() {
    return Samples.panel(100, 4, 6, 2, 5);
  }
}
