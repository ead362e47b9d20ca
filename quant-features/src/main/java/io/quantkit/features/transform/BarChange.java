package io.quantkit.features.transform;

import io.quantkit.core.market.Bar;
import java.util.Optional;

/**
 * What cleaning did about one bar.
 *
 * @param kind what was done
 * @param start the bar's stamp, in epoch nanoseconds UTC
 * @param before the bar as it was, empty if there was none
 * @param after the bar as it is now, empty if there is none
 * @param reason why, with the rule and the numbers
 */
public record BarChange(
    Kind kind, long start, Optional<Bar> before, Optional<Bar> after, String reason) {

  /** What was done about a bar. */
  public enum Kind {
    /** It was found suspicious and left as it was. */
    MARKED,
    /** It was taken out. */
    DROPPED,
    /** Its prices were moved to the bound of what is usual. */
    CAPPED,
    /** It was made of the close before the gap. */
    FILLED,
    /** It was made of the closes on both sides of the gap, the later one unknown at its time. */
    INTERPOLATED
  }
}
