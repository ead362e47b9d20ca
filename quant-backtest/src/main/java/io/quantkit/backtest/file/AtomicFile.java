package io.quantkit.backtest.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/** Writes a file so that a reader sees the old content or the new, never half of it. */
public final class AtomicFile {
  /* Not Files.createTempFile, which would leave a file that only its owner may read. */
  private static final AtomicLong DRAFTS = new AtomicLong();

  private AtomicFile() {}

  /** Writes a file's content. */
  @FunctionalInterface
  public interface Writing {
    /** Writes to a file that does not exist yet. */
    void write(Path draft) throws IOException;
  }

  /** Writes text as UTF-8; see {@link #write(Path, Writing)}. */
  public static void write(Path target, String text) throws IOException {
    write(target, draft -> Files.writeString(draft, text, StandardCharsets.UTF_8));
  }

  /** Writes a draft beside the target and moves it there; creates missing folders. */
  public static void write(Path target, Writing writing) throws IOException {
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
}
