package io.quantkit.features.indicator.trend;

import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Seed;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.kernel.Stages;
import java.util.Locale;

/** How the two averages of an oscillator begin. */
public enum Begin {
  /**
   * So that their first values are those of one bar: the faster one waits and begins with what
   * comes just before it, as in TA-Lib's {@code MACD} and {@code MACDEXT}.
   */
  TOGETHER,
  /**
   * Each with the first input on its own, as in TTR and in TA-Lib's {@code APO} and {@code PPO}.
   */
  APART,
  /**
   * Each with the first input, exponential averages from that input alone, as in Tulip and
   * TradingView.
   */
  FIRST;

  /** Returns an average that waits, if at all, as long as the other one takes longer. */
  IndicatorKernel stage(AverageKind kind, int period, int otherWarmup) {
    if (this == FIRST && kind == AverageKind.EMA) {
      return Stages.ema(period, Seed.FIRST);
    }
    int wait = this == TOGETHER ? Math.max(0, otherWarmup - kind.warmup(period)) : 0;
    return wait == 0 ? kind.kernel(period) : new Patient(wait, kind.kernel(period));
  }

  int warmup(AverageKind kind, int fast, int slow) {
    return Math.max(kind.warmup(fast), kind.warmup(slow));
  }

  String label(AverageKind kind) {
    String average = kind == AverageKind.SMA ? "" : "-" + kind.name().toLowerCase(Locale.ROOT);
    return this == APART ? average : average + "-" + name().toLowerCase(Locale.ROOT);
  }
}
