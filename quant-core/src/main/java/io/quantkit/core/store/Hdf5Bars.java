package io.quantkit.core.store;

import com.google.common.base.Splitter;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.quantkit.core.data.BarLoad;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataException;
import io.quantkit.core.series.BarField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One reading of an HDF5 file of bars. */
final class Hdf5Bars {
  private static final BarField[] FIELDS = BarField.values();

  private final Path path;
  private final String group;
  private final BarColumns columns;

  Hdf5Bars(Path path, String group, BarColumns columns) {
    this.path = path;
    this.group = group;
    this.columns = columns;
  }

  BarLoad read() {
    InputFile.require(path);
    List<Part> parts;
    try (HdfFile file = new HdfFile(path)) {
      parts = parts(file);
    } catch (DataException named) {
      throw named;
    } catch (RuntimeException failure) {
      throw new DataCorruptionException(
          path.toString(), path + " is no sound HDF5 file: " + failure.getMessage(), failure);
    }
    BarCollector collector = new BarCollector(path.toString(), columns);
    long rows = collect(parts, collector, false);
    if (collector.outOfOrder()) {
      collector = new BarCollector(path.toString(), columns);
      collect(parts, collector, true);
    }
    return collector.load(rows);
  }

  private List<Part> parts(HdfFile file) {
    Node root = group.equals("/") ? file : node(file, group);
    if (columns.symbol().isPresent()) {
      return List.of(part(root, columns.symbol().get().value()));
    }
    if (columns.symbolColumn().isPresent()) {
      return List.of(part(root, ""));
    }
    if (!(root instanceof Group symbols)) {
      throw problem(group + " must be a group that has one for each symbol");
    }
    List<Part> parts = new ArrayList<>();
    new TreeMap<>(symbols.getChildren()).forEach((name, node) -> parts.add(part(node, name)));
    return parts;
  }

  private Node node(HdfFile file, String name) {
    try {
      return file.getByPath(name);
    } catch (RuntimeException absent) {
      throw problem("%s is not in it, %s are".formatted(name, file.getChildren().keySet()));
    }
  }

  /** Reads the columns of one group or compound dataset. */
  private Part part(Node node, String symbol) {
    Columns from = new Columns(node);
    long[] starts = from.times(columns.timeColumn());
    int size = starts.length;
    long[] knownAts =
        columns.knownAtColumn().map(name -> same(from.times(name), name, size)).orElse(starts);
    double[][] numbers = new double[FIELDS.length][];
    for (int f = 0; f < FIELDS.length; f++) {
      numbers[f] =
          columns
              .column(FIELDS[f])
              .map(name -> from.numbers(name, size))
              .orElseGet(() -> untold(size));
    }
    String[] names =
        columns
            .symbolColumn()
            .map(name -> from.texts(name, size))
            .orElseGet(() -> IntStream.range(0, size).mapToObj(i -> symbol).toArray(String[]::new));
    return new Part(names, starts, knownAts, numbers);
  }

  private static double[] untold(int size) {
    double[] untold = new double[size];
    Arrays.fill(untold, Double.NaN);
    return untold;
  }

  private long[] same(long[] column, String name, int size) {
    requireSize(column.length, name, size);
    return column;
  }

  private void requireSize(int length, String name, int size) {
    if (length != size) {
      throw problem(
          "column %s must have as many rows as %s, has %d and not %d"
              .formatted(name, columns.timeColumn(), length, size));
    }
  }

  private DataCorruptionException problem(String message) {
    return new DataCorruptionException(path.toString(), path + ": " + message);
  }

  private long collect(List<Part> parts, BarCollector collector, boolean sorted) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    long rows = 0;
    boolean told = columns.knownAtColumn().isPresent();
    double[] bar = new double[FIELDS.length];
    for (Part part : parts) {
      for (int i : part.order(sorted)) {
        Integer line = lines.get(part.names[i]);
        if (line == null) {
          line = lines.size();
          lines.put(part.names[i], line);
          collector.symbol(part.names[i], 0);
        }
        for (int f = 0; f < bar.length; f++) {
          bar[f] = part.numbers[f][i];
        }
        long row = rows + i + 1;
        long start = nanos(part.starts[i]);
        long known = nanos(part.knownAts[i]);
        if (start == Long.MIN_VALUE || known == Long.MIN_VALUE) {
          collector.rejectTime(row, Long.toString(part.starts[i]));
        } else {
          collector.add(row, line, start, known, told, bar);
        }
      }
      rows += part.starts.length;
    }
    return rows;
  }

  /** Returns the nanoseconds of so many units, the smallest number if they do not fit. */
  private long nanos(long units) {
    long factor = columns.timeUnit().toNanos(1);
    boolean fits = units >= Long.MIN_VALUE / factor && units <= Long.MAX_VALUE / factor;
    return fits ? units * factor : Long.MIN_VALUE;
  }

  /** The columns of one group. */
  private static final class Part {
    private final String[] names;
    private final long[] starts;
    private final long[] knownAts;
    private final double[][] numbers;

    Part(String[] names, long[] starts, long[] knownAts, double[][] numbers) {
      this.names = names;
      this.starts = starts;
      this.knownAts = knownAts;
      this.numbers = numbers;
    }

    int[] order(boolean sorted) {
      IntStream rows = IntStream.range(0, starts.length);
      return sorted
          ? rows.boxed()
              .sorted(Comparator.comparingLong(i -> starts[i]))
              .mapToInt(Integer::intValue)
              .toArray()
          : rows.toArray();
    }
  }

  /** The columns of a node, by name. */
  private final class Columns {
    private final Node node;
    private final Map<String, Object> compounds = new LinkedHashMap<>();

    Columns(Node node) {
      this.node = node;
    }

    long[] times(String name) {
      Object data = data(name);
      if (data instanceof long[] times) {
        return times;
      }
      if (data instanceof int[] times) {
        return Arrays.stream(times).asLongStream().toArray();
      }
      throw wrong(name, data, "of whole numbers");
    }

    double[] numbers(String name, int size) {
      Object data = data(name);
      double[] numbers;
      if (data instanceof double[] doubles) {
        numbers = doubles;
      } else if (data instanceof long[] longs) {
        numbers = Arrays.stream(longs).asDoubleStream().toArray();
      } else if (data instanceof int[] ints) {
        numbers = Arrays.stream(ints).asDoubleStream().toArray();
      } else if (data instanceof float[] floats) {
        numbers = new double[floats.length];
        for (int i = 0; i < floats.length; i++) {
          numbers[i] = floats[i];
        }
      } else {
        throw wrong(name, data, "of numbers");
      }
      requireSize(numbers.length, name, size);
      return numbers;
    }

    String[] texts(String name, int size) {
      Object data = data(name);
      if (!(data instanceof String[] texts)) {
        throw wrong(name, data, "of text");
      }
      requireSize(texts.length, name, size);
      return texts;
    }

    private DataCorruptionException wrong(String name, Object data, String wanted) {
      return problem(
          "column %s of %s must be one row %s, is %s"
              .formatted(name, node.getPath(), wanted, data.getClass().getSimpleName()));
    }

    private Object data(String name) {
      if (node instanceof Dataset whole) {
        return member(whole, name);
      }
      if (!(node instanceof Group parent)) {
        throw problem(node.getPath() + " must be a group or a dataset");
      }
      Object frame = frame(parent, name);
      if (frame != null) {
        return frame;
      }
      int slash = name.lastIndexOf('/');
      Node found = find(parent, name);
      if (found instanceof Dataset dataset && !dataset.isCompound()) {
        return dataset.getData();
      }
      Node table = slash < 0 ? null : find(parent, name.substring(0, slash));
      if (table instanceof Dataset compound) {
        return member(compound, name.substring(slash + 1));
      }
      throw problem(
          "%s has no column %s, it has %s; declare which one is meant"
              .formatted(node.getPath(), name, parent.getChildren().keySet()));
    }

    private @Nullable Node find(Group parent, String name) {
      Node at = parent;
      for (String step : Splitter.on('/').split(name)) {
        at = at instanceof Group inner ? inner.getChildren().get(step) : null;
      }
      return at;
    }

    private Object member(Dataset compound, String name) {
      if (compound.isCompound()
          && compounds.computeIfAbsent(compound.getPath(), path -> compound.getData())
              instanceof Map<?, ?> members) {
        Object data = members.get(name);
        if (data != null) {
          return data;
        }
        throw problem(
            "%s has no column %s, it has %s; declare which one is meant"
                .formatted(compound.getPath(), name, members.keySet()));
      }
      throw problem(compound.getPath() + " must be a compound dataset to have columns");
    }

    /** Returns a column of a pandas frame, null if the group is none or lacks it. */
    private @Nullable Object frame(Group parent, String name) {
      for (int block = 0; ; block++) {
        Node items = parent.getChildren().get("block" + block + "_items");
        Node values = parent.getChildren().get("block" + block + "_values");
        if (!(items instanceof Dataset names) || !(values instanceof Dataset numbers)) {
          return null;
        }
        int column = names.getData() instanceof String[] n ? Arrays.asList(n).indexOf(name) : -1;
        if (column >= 0) {
          return column(numbers.getData(), column);
        }
      }
    }

    private Object column(Object block, int column) {
      if (block instanceof double[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
      }
      if (block instanceof long[][] rows) {
        return Arrays.stream(rows).mapToLong(row -> row[column]).toArray();
      }
      if (block instanceof int[][] rows) {
        return Arrays.stream(rows).mapToInt(row -> row[column]).toArray();
      }
      if (block instanceof float[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
      }
      throw problem("frame must have columns of numbers, has " + block.getClass().getSimpleName());
    }
  }
}
