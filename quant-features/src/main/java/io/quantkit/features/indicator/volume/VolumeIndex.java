package io.quantkit.features.indicator.volume;

import io.quantkit.features.kernel.BarStep;

/** An index that follows the close on bars whose volume changes in one direction. */
final class VolumeIndex implements BarStep {
  private final double base;
  private final int direction;
  private double index;
  private double lastClose = Double.NaN;
  private double lastVolume;

  /**
   * Creates an index that has seen nothing.
   *
   * @param base the first value
   * @param direction 1 to follow on rising volume, -1 on falling
   */
  VolumeIndex(double base, int direction) {
    this.base = base;
    this.direction = direction;
  }

  @Override
  public void step(
      long knownAt,
      double open,
      double high,
      double low,
      double close,
      double volume,
      double[] out) {
    if (Double.isNaN(lastClose)) {
      index = base;
    } else if (direction * (volume - lastVolume) > 0) {
      index *= close / lastClose;
    }
    out[0] = index;
    lastClose = close;
    lastVolume = volume;
  }

  @Override
  public void clear() {
    lastClose = Double.NaN;
  }

  @Override
  public BarStep copy() {
    VolumeIndex copy = new VolumeIndex(base, direction);
    copy.index = index;
    copy.lastClose = lastClose;
    copy.lastVolume = lastVolume;
    return copy;
  }
}
