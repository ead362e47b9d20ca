package io.quantkit.core.store;

import io.quantkit.core.error.DataConnectionException;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is to be read. */
final class InputFile {
  private InputFile() {}

  /** Throws unless there is a file that is not empty. */
  static void require(Path path) {
    String source = path.toString();
    if (Files.isDirectory(path)) {
      throw new DataNotFoundException(source, path + " is a directory; give a file");
    }
    if (!Files.exists(path)) {
      throw new DataNotFoundException(source, path + " does not exist");
    }
    try {
      if (Files.size(path) == 0) {
        throw new DataCorruptionException(
            source, path + " is empty; write it again or fetch it again");
      }
    } catch (IOException failure) {
      throw new DataConnectionException(
          source, path + " cannot be read: " + failure.getMessage(), failure);
    }
  }
}
