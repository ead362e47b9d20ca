package io.quantkit.models.tree;

import java.util.Locale;

/** What the importance of a feature in an ensemble of trees may mean. */
public enum Importance {
  /** The loss reduction of all splits on the feature together. */
  TOTAL_GAIN,
  /** The mean loss reduction of a split on the feature. */
  GAIN,
  /** The number of splits on the feature. */
  WEIGHT,
  /** The mean sum of second derivatives of the rows that pass a split on the feature. */
  COVER;

  String kind() {
    return name().toLowerCase(Locale.ROOT);
  }
}
