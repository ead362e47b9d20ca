package io.quantkit.features.regime;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import java.util.List;

/** Kernels of several features that see the same bars. */
final class Parts {
  private final FeatureKernel[] kernels;

  Parts(Feature... features) {
    this(List.of(features));
  }

  Parts(List<? extends Feature> features) {
    kernels = features.stream().map(Feature::start).toArray(FeatureKernel[]::new);
  }

  private Parts(Parts other) {
    kernels = new FeatureKernel[other.kernels.length];
    for (int i = 0; i < kernels.length; i++) {
      kernels[i] = other.kernels[i].copy();
    }
  }

  Parts copy() {
    return new Parts(this);
  }

  void update(long knownAt, double open, double high, double low, double close, double volume) {
    for (FeatureKernel kernel : kernels) {
      kernel.update(knownAt, open, high, low, close, volume);
    }
  }

  double value(int part, int output) {
    return kernels[part].value(output);
  }

  /** Returns how long all of some features take, {@link Feature#NEVER} if one never settles. */
  static int settle(double eps, Feature... features) {
    int longest = 0;
    for (Feature feature : features) {
      longest = Math.max(longest, feature.settle(eps));
    }
    return longest;
  }

  /** Returns a number of bars that is some more than another, which may be never. */
  static int plus(int bars, int more) {
    return (int) Math.min(Feature.NEVER, (long) bars + more);
  }
}
