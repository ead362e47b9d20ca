package io.quantkit.features.timeframe;

import io.quantkit.features.FeatureKernel;

/** Feeds every bar to the features of several timeframes and tells what they say together. */
final class AcrossTimeframes implements FeatureKernel {

  /** What the current values of the features say together. */
  @FunctionalInterface
  interface Reading {
    double of(FeatureKernel[] kernels, int output);
  }

  private final FeatureKernel[] kernels;
  private final Reading reading;

  AcrossTimeframes(FeatureKernel[] kernels, Reading reading) {
    this.kernels = kernels;
    this.reading = reading;
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    for (FeatureKernel kernel : kernels) {
      kernel.update(knownAt, open, high, low, close, volume);
    }
  }

  @Override
  public double value(int output) {
    return reading.of(kernels, output);
  }

  @Override
  public FeatureKernel copy() {
    return new AcrossTimeframes(Timeframes.copy(kernels), reading);
  }
}
