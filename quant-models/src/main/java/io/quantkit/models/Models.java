package io.quantkit.models;

import io.quantkit.core.error.ModelLoadException;
import io.quantkit.core.error.ModelNotFoundException;
import io.quantkit.core.series.FeatureMatrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;

/**
 * Stored models.
 *
 * <p>A model is a directory of three files: {@code model.json} with what was learnt in the format
 * of the library that learnt it, {@code manifest.json} with the model's kind and {@link
 * Provenance}, and {@code checksums.sha256} with the SHA-256 of both, in the form that {@code
 * sha256sum -c} reads. Nothing in them depends on when or where they were written.
 */
public final class Models {
  private static final String PAYLOAD = "model.json";
  private static final String MANIFEST = "manifest.json";
  private static final String CHECKSUMS = "checksums.sha256";

  private Models() {}

  /**
   * Loads a model that {@link Model#save} stored.
   *
   * @throws ModelNotFoundException if the directory does not exist
   * @throws ModelLoadException if a file is missing or altered, or the kind or version is unknown
   */
  public static Model load(Path directory) {
    String name = directory.toString();
    if (!Files.isDirectory(directory)) {
      throw new ModelNotFoundException(name, "no model is stored at " + directory);
    }
    Map<String, String> checksums = checksums(name, read(name, directory, CHECKSUMS));
    byte[] manifest = verified(name, directory, MANIFEST, checksums);
    byte[] payload = verified(name, directory, PAYLOAD, checksums);
    Manifest stored = Manifest.parse(name, manifest);
    return format(name, stored.kind()).read(stored.provenance(), payload);
  }

  /**
   * Returns the named columns of a matrix in the given order; shares its memory.
   *
   * @throws IllegalArgumentException if columns are missing, naming all of them
   */
  public static FeatureMatrix align(FeatureMatrix features, List<String> names) {
    if (features.names().equals(names)) {
      return features;
    }
    Set<String> missing = new LinkedHashSet<>(names);
    features.names().forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "features %s are missing from %s".formatted(missing, features.names()));
    }
    return features.select(names);
  }

  static void save(Model model, Path directory) {
    Path target = directory.toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null || Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new IllegalArgumentException("model directory must not exist yet, was " + directory);
    }
    byte[] payload = model.payload();
    byte[] manifest = new Manifest(model.kind(), model.provenance()).toBytes();
    String checksums =
        "%s  %s\n%s  %s\n".formatted(Digests.of(manifest), MANIFEST, Digests.of(payload), PAYLOAD);
    Path partial = parent.resolve("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createDirectories(parent);
      Files.createDirectory(partial);
      try {
        write(partial.resolve(PAYLOAD), payload);
        write(partial.resolve(MANIFEST), manifest);
        write(partial.resolve(CHECKSUMS), checksums.getBytes(StandardCharsets.US_ASCII));
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        discard(partial);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("model could not be stored at " + directory, e);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void discard(Path partial) throws IOException {
    for (String file : List.of(PAYLOAD, MANIFEST, CHECKSUMS)) {
      Files.deleteIfExists(partial.resolve(file));
    }
    Files.deleteIfExists(partial);
  }

  private static byte[] read(String name, Path directory, String file) {
    try {
      return Files.readAllBytes(directory.resolve(file));
    } catch (NoSuchFileException e) {
      throw new ModelLoadException(name, file + " is missing from " + directory, e);
    } catch (IOException e) {
      throw new ModelLoadException(name, file + " in " + directory + " cannot be read", e);
    }
  }

  private static byte[] verified(
      String name, Path directory, String file, Map<String, String> checksums) {
    String expected = checksums.get(file);
    if (expected == null) {
      throw new ModelLoadException(
          name, CHECKSUMS + " in " + directory + " has no line for " + file);
    }
    byte[] bytes = read(name, directory, file);
    String actual = Digests.of(bytes);
    if (!actual.equals(expected)) {
      throw new ModelLoadException(
          name,
          "%s in %s was altered: its SHA-256 must be %s, was %s"
              .formatted(file, directory, expected, actual));
    }
    return bytes;
  }

  private static Map<String, String> checksums(String name, byte[] bytes) {
    Map<String, String> checksums = new LinkedHashMap<>();
    for (String line : new String(bytes, StandardCharsets.US_ASCII).split("\n", -1)) {
      if (line.isEmpty()) {
        continue;
      }
      int gap = line.indexOf("  ");
      if (gap != 64) {
        throw new ModelLoadException(name, CHECKSUMS + " has a malformed line: " + line);
      }
      checksums.put(line.substring(gap + 2), line.substring(0, gap));
    }
    return checksums;
  }

  private static ModelFormat format(String name, String kind) {
    List<String> known = new ArrayList<>();
    for (ModelFormat format :
        ServiceLoader.load(ModelFormat.class, ModelFormat.class.getClassLoader())) {
      if (format.kind().equals(kind)) {
        return format;
      }
      known.add(format.kind());
    }
    throw new ModelLoadException(
        name, "a model of kind %s cannot be read, only %s".formatted(kind, known));
  }
}
