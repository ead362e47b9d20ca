package io.quantkit.features.catalogue;

import io.quantkit.features.Input;
import io.quantkit.features.indicator.cycle.DominantCyclePeriod;
import io.quantkit.features.indicator.cycle.DominantCyclePhase;
import io.quantkit.features.indicator.cycle.InstantaneousTrendline;
import io.quantkit.features.indicator.cycle.MesaSineWave;
import io.quantkit.features.indicator.cycle.Phasor;
import io.quantkit.features.indicator.cycle.SineWave;
import io.quantkit.features.indicator.cycle.TrendMode;
import java.util.List;

/** Cycles. */
final class CycleEntries {
  private static final String EHLERS = "J. Ehlers, Rocket Science for Traders, 2001; TA-Lib ";

  private CycleEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        FeatureEntry.of(
            new DominantCyclePeriod(),
            "Period of the dominant cycle",
            "O(1)",
            EHLERS + "HT_DCPERIOD",
            OutputEntry.within(5, 50, "360 / rotation of the phasor, smoothed", Unit.BARS)),
        FeatureEntry.of(
            new Phasor(),
            "Phasor of the Hilbert transform",
            "O(1)",
            EHLERS + "HT_PHASOR",
            OutputEntry.any("detrended x[t-3]", Unit.INPUT),
            OutputEntry.any("Hilbert transform of detrended x", Unit.INPUT)),
        FeatureEntry.of(
            new DominantCyclePhase(),
            "Phase of the dominant cycle",
            "O(1)",
            EHLERS + "HT_DCPHASE",
            OutputEntry.within(
                -45, 315, "atan(sum(x sin) / sum(x cos)) over one cycle", Unit.DEGREES)),
        FeatureEntry.of(
            new SineWave(),
            "Sine wave of the dominant cycle",
            "O(1)",
            EHLERS + "HT_SINE",
            OutputEntry.within(-1, 1, "sin(phase)", Unit.RATIO),
            OutputEntry.within(-1, 1, "sin(phase + 45)", Unit.RATIO)),
        FeatureEntry.of(
            new InstantaneousTrendline(),
            "Instantaneous trend line",
            "O(1)",
            EHLERS + "HT_TRENDLINE",
            OutputEntry.any("wma(sma(x, dominant cycle), 4)", Unit.INPUT)),
        FeatureEntry.of(
            new TrendMode(),
            "Trend against cycle",
            "O(1)",
            EHLERS + "HT_TRENDMODE",
            OutputEntry.within(0, 1, "1 in a trend, 0 in a cycle", Unit.CODE)),
        wave(MesaSineWave.Circle.EXACT, Unit.RATIO),
        wave(MesaSineWave.Circle.TULIP, Unit.OTHER));
  }

  private static FeatureEntry wave(MesaSineWave.Circle circle, Unit unit) {
    return FeatureEntry.of(
        new MesaSineWave(14, Input.CLOSE, circle),
        "MESA sine wave",
        "O(w)",
        "J. Ehlers, Stocks and Commodities 14, 1996; Tulip msw",
        OutputEntry.within(-1, 1, "sin(phase), phase of one cycle of n", unit),
        OutputEntry.within(-1, 1, "sin(phase + 45 degrees)", unit));
  }
}
