package io.quantkit.backtest.export;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param name in lower case, words joined by underscores
 * @param kind what it holds
 */
public record TableColumn(String name, ColumnKind kind) {
  public TableColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
  }
}
