package io.quantkit.core.data;

/** Which end of its period a file stamps a bar with. */
public enum Stamp {
  /** The stamp is the first moment of the period. */
  START,
  /** The stamp is the moment the period ends, or up to a second before. */
  END
}
