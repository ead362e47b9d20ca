package io.quantkit.features.timeframe;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** What features of several timeframes share. */
final class Timeframes {
  private Timeframes() {}

  /** Checks that there is a timeframe and that all of them have the same base and are distinct. */
  static List<HigherBars> check(List<HigherBars> timeframes) {
    if (timeframes.isEmpty()) {
      throw new IllegalArgumentException("timeframes must not be empty");
    }
    LinkedHashSet<String> labels = new LinkedHashSet<>();
    for (HigherBars one : timeframes) {
      if (!one.base().equals(timeframes.get(0).base()) || !labels.add(one.label())) {
        throw new IllegalArgumentException(
            "timeframes must be distinct and of one base, were " + timeframes);
      }
    }
    return List.copyOf(timeframes);
  }

  static String label(List<HigherBars> timeframes) {
    return timeframes.stream().map(HigherBars::label).collect(Collectors.joining("."));
  }

  static int warmup(List<? extends Feature> features) {
    return features.stream().mapToInt(Feature::warmup).max().orElse(0);
  }

  static int settle(List<? extends Feature> features, double eps) {
    return features.stream().mapToInt(feature -> feature.settle(eps)).max().orElse(0);
  }

  static FeatureKernel[] start(List<? extends Feature> features) {
    return features.stream().map(Feature::start).toArray(FeatureKernel[]::new);
  }

  static FeatureKernel[] copy(FeatureKernel[] kernels) {
    FeatureKernel[] copy = new FeatureKernel[kernels.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = kernels[i].copy();
    }
    return copy;
  }
}
