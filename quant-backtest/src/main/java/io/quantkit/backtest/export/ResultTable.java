package io.quantkit.backtest.export;

import io.quantkit.core.math.Decimal;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;

/** A part of a result by column. Immutable. */
public final class ResultTable {
  private final String name;
  private final List<TableColumn> columns;
  private final int rows;

  /** One array per column: long, double, Decimal or String. */
  private final Object[] data;

  private ResultTable(String name, List<TableColumn> columns, int rows, Object[] data) {
    this.name = name;
    this.columns = columns;
    this.rows = rows;
    this.data = data;
  }

  static Builder builder(TableSchema schema) {
    return new Builder(schema);
  }

  /** Returns what the table is called; files are named after it. */
  public String name() {
    return name;
  }

  /** Returns the columns, in order. */
  public List<TableColumn> columns() {
    return columns;
  }

  /** Returns how many rows there are. */
  public int rows() {
    return rows;
  }

  /**
   * Returns the position of a column.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public int column(String column) {
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).name().equals(column)) {
        return c;
      }
    }
    throw new IllegalArgumentException(
        "table %s has no column %s, its columns are %s".formatted(name, column, columns));
  }

  /** Returns a text of a column of kind {@code TEXT}. */
  public String text(int column, int row) {
    return ((String[]) of(column, ColumnKind.TEXT))[row];
  }

  /** Returns a number of a column of kind {@code WHOLE}. */
  public long whole(int column, int row) {
    return ((long[]) of(column, ColumnKind.WHOLE))[row];
  }

  /** Returns a time in epoch nanoseconds of a column of kind {@code TIME}. */
  public long time(int column, int row) {
    return ((long[]) of(column, ColumnKind.TIME))[row];
  }

  /** Returns a number of a column of kind {@code DECIMAL}. */
  public Decimal decimal(int column, int row) {
    return ((Decimal[]) of(column, ColumnKind.DECIMAL))[row];
  }

  /** Returns a number of a column of kind {@code NUMBER}. */
  public double number(int column, int row) {
    return ((double[]) of(column, ColumnKind.NUMBER))[row];
  }

  private Object of(int column, ColumnKind kind) {
    if (columns.get(column).kind() != kind) {
      throw new IllegalArgumentException(
          "column must be of kind %s, was %s".formatted(kind, columns.get(column)));
    }
    return data[column];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResultTable that
        && name.equals(that.name)
        && columns.equals(that.columns)
        && rows == that.rows
        && Arrays.deepEquals(data, that.data);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.deepHashCode(data);
  }

  @Override
  public String toString() {
    return "%s: %d rows of %s".formatted(name, rows, columns);
  }

  /** Collects rows, each from left to right. */
  static final class Builder {
    private final TableSchema schema;
    private final List<TableColumn> columns;
    private final Object[] data;
    private int cells;

    private Builder(TableSchema schema) {
      this.schema = schema;
      this.columns = schema.columns();
      this.data = new Object[columns.size()];
      for (int c = 0; c < data.length; c++) {
        data[c] =
            switch (columns.get(c).kind()) {
              case TEXT -> new String[16];
              case WHOLE, TIME -> new long[16];
              case DECIMAL -> new Decimal[16];
              case NUMBER -> new double[16];
            };
      }
    }

    ColumnKind next() {
      return columns.get(cells % data.length).kind();
    }

    Builder text(String value) {
      int column = begin(ColumnKind.TEXT);
      ((String[]) data[column])[row()] = value;
      return end();
    }

    Builder whole(long value) {
      int column = begin(ColumnKind.WHOLE);
      ((long[]) data[column])[row()] = value;
      return end();
    }

    Builder time(long epochNanos) {
      int column = begin(ColumnKind.TIME);
      ((long[]) data[column])[row()] = epochNanos;
      return end();
    }

    Builder decimal(Decimal value) {
      int column = begin(ColumnKind.DECIMAL);
      ((Decimal[]) data[column])[row()] = value;
      return end();
    }

    Builder number(double value) {
      int column = begin(ColumnKind.NUMBER);
      ((double[]) data[column])[row()] = value;
      return end();
    }

    private int row() {
      return cells / data.length;
    }

    private int begin(ColumnKind kind) {
      int column = cells % data.length;
      if (columns.get(column).kind() != kind) {
        throw new IllegalStateException(
            "column %s of %s does not hold %s"
                .formatted(columns.get(column), schema.tableName(), kind));
      }
      int capacity = Array.getLength(data[column]);
      if (row() == capacity) {
        data[column] = resized(data[column], capacity + (capacity >> 1));
      }
      return column;
    }

    private Builder end() {
      cells = Math.addExact(cells, 1);
      return this;
    }

    private static Object resized(Object array, int size) {
      if (array instanceof long[] longs) {
        return Arrays.copyOf(longs, size);
      } else if (array instanceof double[] doubles) {
        return Arrays.copyOf(doubles, size);
      } else if (array instanceof String[] texts) {
        return Arrays.copyOf(texts, size);
      }
      return Arrays.copyOf((Decimal[]) array, size);
    }

    ResultTable build() {
      if (cells % data.length != 0) {
        throw new IllegalStateException(
            "the last row of " + schema.tableName() + " is not complete");
      }
      int rows = row();
      for (int c = 0; c < data.length; c++) {
        data[c] = resized(data[c], rows);
      }
      return new ResultTable(schema.tableName(), columns, rows, data);
    }
  }
}
