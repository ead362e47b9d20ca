package io.quantkit.backtest.export;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A file that is written beside its place and moved there when it is complete. */
final class Draft {
  private static final AtomicLong DRAFTS = new AtomicLong();

  private Draft() {}

  /** Writes a file. */
  @FunctionalInterface
  interface Writing {
    void write(Path draft) throws IOException;
  }

  /** Reads a table. */
  @FunctionalInterface
  interface Reading {
    ResultTable read(TableSchema schema) throws IOException;
  }

  static void write(Path target, Writing writing) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("target must be a file, was " + target);
    }
    Files.createDirectories(folder);
    String unique = ProcessHandle.current().pid() + "-" + DRAFTS.incrementAndGet();
    Path draft = folder.resolve("." + target.getFileName() + "." + unique + ".tmp");
    try {
      writing.write(draft);
      move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static ResultTables readAll(Reading reading) throws IOException {
    List<ResultTable> tables = new ArrayList<>();
    for (TableSchema schema : TableSchema.ALL) {
      tables.add(reading.read(schema));
    }
    return new ResultTables(tables);
  }
}
