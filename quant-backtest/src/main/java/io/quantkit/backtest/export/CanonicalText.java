package io.quantkit.backtest.export;

import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Order;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSlice;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Writes values as text that depends on nothing but the values: records by their components in the
 * order of declaration, doubles by their bits.
 */
final class CanonicalText {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private static final BarField[] FIELDS = BarField.values();

  private final StringBuilder out = new StringBuilder(256);

  void clear() {
    out.setLength(0);
  }

  void separate(char separator) {
    out.append(separator);
  }

  @Override
  public String toString() {
    return out.toString();
  }

  void append(Object value) {
    if (value instanceof Double number) {
      append(number.doubleValue());
    } else if (value instanceof String text) {
      quote(text);
    } else if (value instanceof Symbol symbol) {
      quote(symbol.value());
    } else if (value instanceof ClientOrderId id) {
      quote(id.value());
    } else if (value instanceof Enum<?> constant) {
      out.append(constant.name());
    } else if (value instanceof Long
        || value instanceof Integer
        || value instanceof Boolean
        || value instanceof Decimal
        || value instanceof LocalDate
        || value instanceof LocalTime) {
      out.append(value);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresentOrElse(this::append, () -> out.append("none"));
    } else if (value instanceof List<?> list) {
      append(list);
    } else if (value instanceof BarSlice bars) {
      append(bars);
    } else if (value instanceof Order order) {
      append(order);
    } else if (value instanceof BookSnapshot book) {
      append(book);
    } else if (value instanceof Record tuple) {
      append(tuple);
    } else {
      throw new IllegalArgumentException("no canonical text is known of " + value.getClass());
    }
  }

  private void append(double value) {
    long bits = Double.doubleToLongBits(value);
    out.append('#');
    for (int shift = 60; shift >= 0; shift -= 4) {
      out.append(Character.forDigit((int) (bits >>> shift) & 15, 16));
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
    out.append('"');
  }

  private void append(List<?> list) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : ",");
      append(list.get(i));
    }
    out.append(']');
  }

  private void append(Record tuple) {
    Shape shape = SHAPES.get(tuple.getClass());
    out.append(shape.name).append('(');
    for (int i = 0; i < shape.names.length; i++) {
      out.append(i == 0 ? "" : ",").append(shape.names[i]).append('=');
      append(shape.value(tuple, i));
    }
    out.append(')');
  }

  private void append(BarSlice bars) {
    out.append("Bars(start=").append(bars.start());
    out.append(",knownAt=").append(bars.knownAt());
    for (int s = 0; s < bars.size(); s++) {
      if (bars.has(s)) {
        out.append(',');
        quote(bars.symbols().get(s).value());
        out.append('=');
        for (BarField field : FIELDS) {
          append(bars.value(field, s));
        }
      }
    }
    out.append(')');
  }

  private void append(Order order) {
    out.append("Order(request=");
    append(order.request());
    out.append(",status=").append(order.status().name());
    out.append(",createdAt=").append(order.createdAt());
    out.append(",updatedAt=").append(order.updatedAt());
    out.append(",brokerOrderId=");
    append(order.brokerOrderId());
    out.append(",reason=");
    append(order.reason());
    out.append(",filledQuantity=").append(order.filledQuantity());
    out.append(",filledNotional=").append(order.filledNotional());
    out.append(",fees=").append(order.fees()).append(')');
  }

  private void append(BookSnapshot book) {
    out.append("Book(eventTime=").append(book.eventTime());
    out.append(",knownAt=").append(book.knownAt()).append(",bids=");
    for (int i = 0; i < book.bidLevels(); i++) {
      append(book.bid(i));
      append(book.bidSize(i));
    }
    out.append(",asks=");
    for (int i = 0; i < book.askLevels(); i++) {
      append(book.ask(i));
      append(book.askSize(i));
    }
    out.append(')');
  }

  /** The components of a record class. */
  private static final class Shape {
    private final String name;
    private final String[] names;
    private final Method[] accessors;

    private Shape(String name, String[] names, Method[] accessors) {
      this.name = name;
      this.names = names;
      this.accessors = accessors;
    }

    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      String[] names = new String[components.length];
      Method[] accessors = new Method[components.length];
      for (int i = 0; i < components.length; i++) {
        names[i] = components[i].getName();
        accessors[i] = components[i].getAccessor();
      }
      return new Shape(type.getSimpleName(), names, accessors);
    }

    Object value(Record tuple, int component) {
      try {
        return accessors[component].invoke(tuple);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalArgumentException(names[component] + " of " + name + " is hidden", e);
      }
    }
  }
}
