package io.quantkit.features;

/** Feeds one number of each bar to an indicator. */
final class InputKernel implements FeatureKernel {
  private final Input input;
  private final IndicatorKernel kernel;

  InputKernel(Input input, IndicatorKernel kernel) {
    this.input = input;
    this.kernel = kernel;
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    kernel.update(input.of(open, high, low, close, volume));
  }

  @Override
  public double value(int output) {
    return kernel.value(output);
  }

  @Override
  public FeatureKernel copy() {
    return new InputKernel(input, kernel.copy());
  }
}
