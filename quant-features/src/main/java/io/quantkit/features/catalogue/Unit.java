package io.quantkit.features.catalogue;

import java.util.Locale;

/**
 * The unit of an output, told by how it grows with the unit of prices and that of volume: an output
 * of degrees {@code p} and {@code v} is multiplied by {@code a^p b^v} when every price is
 * multiplied by {@code a} and every volume by {@code b}.
 */
public enum Unit {
  /** A price or a difference of prices. */
  PRICE(1, 0),
  /** A price squared. */
  PRICE_SQUARED(2, 0),
  /** Units traded. */
  VOLUME(0, 1),
  /** Price times volume. */
  NOTIONAL(1, 1),
  /** Price per unit traded. */
  PRICE_PER_VOLUME(1, -1),
  /** A pure number per unit of notional. */
  PER_NOTIONAL(-1, -1),
  /** A pure number. */
  RATIO(0, 0),
  /** A pure number in hundredths. */
  PERCENT(0, 0),
  /** A difference of logarithms. */
  LOG(0, 0),
  /** An angle in degrees. */
  DEGREES(0, 0),
  /** A number of bars. */
  BARS(0, 0),
  /** A whole number that stands for something, such as a signal. */
  CODE(0, 0),
  /** The unit of the input. */
  INPUT(0, 0),
  /** A number whose size depends on the units of prices or volume in another way. */
  OTHER(0, 0);

  private final int priceDegree;
  private final int volumeDegree;

  Unit(int priceDegree, int volumeDegree) {
    this.priceDegree = priceDegree;
    this.volumeDegree = volumeDegree;
  }

  /** Returns the power with which it grows with prices; means nothing for INPUT and OTHER. */
  public int priceDegree() {
    return priceDegree;
  }

  /** Returns the power with which it grows with volume; means nothing for INPUT and OTHER. */
  public int volumeDegree() {
    return volumeDegree;
  }

  /** Returns the name in lower case with spaces. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
