package io.quantkit.models.tree;

import io.quantkit.core.series.Dataset;
import io.quantkit.models.Samples;
import io.quantkit.models.Trainer;
import io.quantkit.models.TrainerContract;
import io.quantkit.models.validation.Span;

class XGBoostContractTest implements TrainerContract {

  @Override
  public Trainer trainer() {
    return XGBoost.builder()
        .rounds(40)
        .learningRate(0.2)
        .earlyStopping(EarlyStopping.on(Span.ofBars(20)).withPatience(10))
        .build();
  }

  @Override
  public Dataset data() {
    return Samples.panel(100, 4, 6, 2, 5);
  }
}
