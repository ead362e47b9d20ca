package io.quantkit.features.indicator.trend;

import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.indicator.average.AverageKind;

/** A fast and a slow average of one kind: what oscillators compare. */
record TwoAverages(int fast, int slow, AverageKind kind, Begin begin) {

  String window() {
    return fast + "x" + slow;
  }

  int warmup() {
    return begin.warmup(kind, fast, slow);
  }

  int settle(double eps) {
    return warmup() + kind.settle(fast, eps / 1000) + kind.settle(slow, eps / 1000);
  }

  /** Returns the fast average and the slow one, which have seen nothing. */
  IndicatorKernel[] stages() {
    return new IndicatorKernel[] {
      begin.stage(kind, fast, kind.warmup(slow)), begin.stage(kind, slow, kind.warmup(fast))
    };
  }
}
