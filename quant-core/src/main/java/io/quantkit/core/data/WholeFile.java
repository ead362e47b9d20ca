package io.quantkit.core.data;

import io.quantkit.core.error.DataConnectionException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears as a whole or not at all: written beside its place under another name, forced
 * to the disk and moved. Compressed if the name ends in {@code .gz}.
 */
final class WholeFile implements AutoCloseable {
  private final Path file;
  private final Path unfinished;
  private final OutputStream out;
  private boolean done;

  WholeFile(Path file) {
    this.file = file.toAbsolutePath();
    Path name = this.file.getFileName();
    if (name == null) {
      throw new IllegalArgumentException("file must have a name, was " + file);
    }
    try {
      OutputStream bytes = null;
      Path free = this.file;
      for (int n = 0; bytes == null; n++) {
        free = this.file.resolveSibling("." + name + "." + n + ".unfinished");
        bytes = createNew(free);
      }
      this.unfinished = free;
      this.out =
          name.toString().endsWith(".gz")
              ? new GZIPOutputStream(bytes, 1 << 16)
              : new BufferedOutputStream(bytes, 1 << 16);
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  /** Creates a file; returns nothing if there is one of that name. */
  private static @Nullable OutputStream createNew(Path file) throws IOException {
    try {
      return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException taken) {
      return null;
    }
  }

  void write(byte[] bytes, int from, int count) {
    try {
      out.write(bytes, from, count);
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  /** Puts what was written in its place. */
  void finish() {
    try {
      out.close();
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      try {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException elsewhere) {
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      }
      done = true;
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  private DataConnectionException unwritable(IOException failure) {
    return new DataConnectionException(
        file.toString(), file + " cannot be written: " + failure.getMessage(), failure);
  }

  /** Leaves nothing behind if the file was not finished. */
  @Override
  public void close() {
    if (done) {
      return;
    }
    try {
      out.close();
    } catch (IOException failure) {
      throw unwritable(failure);
    } finally {
      delete();
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }
}
