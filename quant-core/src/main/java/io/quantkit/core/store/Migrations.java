package io.quantkit.core.store;

import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataValidationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Brings the tables of a store to the version that this library works with. */
final class Migrations {
  /** One script a version, never changed once released. */
  private static final List<String> SCRIPTS = List.of("V1__market_data.sql");

  private Migrations() {}

  static void apply(Duck duck) {
    duck.transaction(
        () -> {
          List<List<String>> tables =
              duck.texts(
                  "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'");
          boolean versioned = tables.contains(List.of("schema_version"));
          if (!versioned && !tables.isEmpty()) {
            throw new DataCorruptionException(
                duck.source(),
                duck.source() + " is a database of something else; give another file");
          }
          if (!versioned) {
            duck.execute("CREATE TABLE schema_version (version INTEGER NOT NULL, script VARCHAR)");
          }
          applyFrom(duck, version(duck));
        });
  }

  private static int version(Duck duck) {
    return Integer.parseInt(
        duck.texts("SELECT coalesce(max(version), 0) FROM schema_version").get(0).get(0));
  }

  private static void applyFrom(Duck duck, int version) {
    if (version > SCRIPTS.size()) {
      throw new DataValidationException(
          duck.source(),
          "%s has version %d, this library knows versions up to %d; use a newer one"
              .formatted(duck.source(), version, SCRIPTS.size()));
    }
    for (int v = version; v < SCRIPTS.size(); v++) {
      String script = SCRIPTS.get(v);
      duck.execute(read(script));
      duck.update("INSERT INTO schema_version VALUES (?, ?)", v + 1, script);
    }
  }

  private static String read(String script) {
    try (InputStream stream = Migrations.class.getResourceAsStream(script)) {
      if (stream == null) {
        throw new IllegalStateException("script " + script + " is not in the library");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
