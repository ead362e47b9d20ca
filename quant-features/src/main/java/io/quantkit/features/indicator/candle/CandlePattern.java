package io.quantkit.features.indicator.candle;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * One candle pattern: +100 at a bar that completes it upwards (or without direction), -100
 * downwards, 0 elsewhere.
 *
 * <p>{@link CandleKind#HIKKAKE} and {@link CandleKind#MODIFIED_HIKKAKE} report +-200 at the bar
 * that confirms them; {@link CandleKind#ENGULFING}, {@link CandleKind#HARAMI} and {@link
 * CandleKind#HARAMI_CROSS} +-80 where the two bodies share one end. A bar is never marked
 * afterwards.
 *
 * <p>Equal to TA-Lib 0.6, warm-up included. TA-Lib slides the sums that sizes are compared with,
 * which leaves residue; here each is added anew over its bars, so that a signal depends on nothing
 * older than the warm-up. The two can differ only where a size equals its limit to the last digits.
 * Volume is ignored.
 *
 * @param kind which pattern
 * @param penetration how far into the body of the first candle a close must reach, as a fraction of
 *     that body, finite and at least 0; 0 for a kind that has none
 * @param settings what counts as long, short, near and equal
 */
public record CandlePattern(CandleKind kind, double penetration, CandleSettings settings)
    implements Feature {

  /**
   * Creates a pattern.
   *
   * @throws IllegalArgumentException if the penetration is negative or not finite, or not 0 for a
   *     kind that has none
   */
  public CandlePattern {
    if (!(penetration >= 0) || penetration == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "penetration must be finite and at least 0, was " + penetration);
    }
    if (penetration > 0 && !kind.penetrates()) {
      throw new IllegalArgumentException(
          "penetration must be 0 for " + kind + ", was " + penetration);
    }
    penetration = Math.abs(penetration);
  }

  /** Creates a pattern with TA-Lib's settings. */
  public CandlePattern(CandleKind kind, double penetration) {
    this(kind, penetration, CandleSettings.TA_LIB);
  }

  /** Returns a pattern with TA-Lib's penetration and settings. */
  public static CandlePattern of(CandleKind kind) {
    return of(kind, CandleSettings.TA_LIB);
  }

  /** Returns a pattern with TA-Lib's penetration. */
  public static CandlePattern of(CandleKind kind, CandleSettings settings) {
    return new CandlePattern(kind, kind.usualPenetration(), settings);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(name());
  }

  FeatureName name() {
    String candles = Integer.toString(kind.candles());
    return FeatureName.of(
        "candle",
        kind.label(),
        kind.penetrates() ? candles + "x" + FeatureName.text(penetration) : candles,
        settings.label());
  }

  @Override
  public int warmup(int output) {
    return kind.warmup(settings, penetration);
  }

  @Override
  public int settle(double eps) {
    return warmup(0);
  }

  @Override
  public FeatureKernel start() {
    return new CandleScan(CandleProgram.of(List.of(this)));
  }

  Signal signal() {
    return kind.signal(settings, penetration);
  }
}
