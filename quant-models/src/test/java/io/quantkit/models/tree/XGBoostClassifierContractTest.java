package io.quantkit.models.tree;

import io.quantkit.core.series.Dataset;
import io.quantkit.models.Samples;
import io.quantkit.models.Trainer;
import io.quantkit.models.TrainerContract;

class XGBoostClassifierContractTest implements TrainerContract {

  @Override
  public Trainer trainer() {
    return XGBoost.builder()
        .objective(Objective.LOGISTIC)
        .rounds(20)
        .minChildWeight(1)
        .minSplitLoss(0.3)
        .build();
  }

  @Override
  public Dataset data() {
    return Samples.signs(Samples.panel(100, 4, 6, 2, 6));
  }
}
