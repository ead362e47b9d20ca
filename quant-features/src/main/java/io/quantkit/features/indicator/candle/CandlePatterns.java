package io.quantkit.features.indicator.candle;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Several candle patterns in one pass: one output each, with the numbers of {@link CandlePattern}.
 * Whatever two patterns ask alike is computed once, which makes this several times as fast as one
 * after the other.
 *
 * @param patterns at least one, distinct; the outputs are in their order
 */
public record CandlePatterns(List<CandlePattern> patterns) implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if there is no pattern or one occurs twice
   */
  public CandlePatterns {
    patterns = List.copyOf(patterns);
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("there must be at least 1 pattern, was 0");
    }
    if (new LinkedHashSet<>(patterns).size() < patterns.size()) {
      throw new IllegalArgumentException("patterns must be distinct, were " + patterns);
    }
  }

  /** Returns all patterns as in TA-Lib, in the order of {@link CandleKind}. */
  public static CandlePatterns all() {
    return all(CandleSettings.TA_LIB);
  }

  /** Returns all patterns with TA-Lib's penetrations, in the order of {@link CandleKind}. */
  public static CandlePatterns all(CandleSettings settings) {
    List<CandlePattern> patterns = new ArrayList<>();
    for (CandleKind kind : CandleKind.values()) {
      patterns.add(CandlePattern.of(kind, settings));
    }
    return new CandlePatterns(patterns);
  }

  @Override
  public List<FeatureName> outputs() {
    return patterns.stream().map(CandlePattern::name).toList();
  }

  @Override
  public int warmup(int output) {
    return patterns.get(output).warmup(0);
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new CandleScan(CandleProgram.of(patterns));
  }
}
