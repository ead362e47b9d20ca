package io.quantkit.backtest.report;

import static java.util.Objects.requireNonNull;

/**
 * One row of a table of words: a parameter of the strategy, the origin of some data, a feature.
 *
 * @param group the heading under which tables show it, such as {@code Cost model}; may be empty
 * @param name what is set, not blank
 * @param value what it is set to, as a person would write it
 */
public record Setting(String group, String name, String value) {

  public Setting {
    requireNonNull(group, "group");
    requireNonNull(value, "value");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of a setting must not be blank");
    }
  }
}
