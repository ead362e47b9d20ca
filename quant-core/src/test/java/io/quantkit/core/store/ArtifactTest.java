package io.quantkit.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quantkit.core.error.MissingConfigException;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArtifactTest {

  @Test
  void parquetSaysWhichArtifactToAdd() throws Exception {
    assertThat(withoutLibraries("ParquetFiles", "readTrades"))
        .hasMessageContaining("add the artifact org.duckdb:duckdb_jdbc");
  }

  @Test
  void storeSaysWhichArtifactToAdd() throws Exception {
    assertThat(withoutLibraries("MarketStore", "open"))
        .hasMessageContaining("add the artifact org.duckdb:duckdb_jdbc");
  }

  /** Calls a method of a path in a class loader that has this library and no other. */
  private static Throwable withoutLibraries(String type, String method) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(ownClassPath(), platform())) {
      Class<?> front = loader.loadClass("io.quantkit.core.store." + type);
      Throwable thrown =
          catchThrowable(() -> front.getMethod(method, Path.class).invoke(null, Path.of("x")));
      assertThat(thrown).isInstanceOf(InvocationTargetException.class);
      Throwable cause = thrown.getCause();
      assertThat(cause.getClass().getName()).isEqualTo(MissingConfigException.class.getName());
      return cause;
    }
  }

  private static ClassLoader platform() {
    return ClassLoader.getPlatformClassLoader();
  }

  private static URL[] ownClassPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.contains("duckdb") && !entry.contains("jhdf")) {
        urls.add(new File(entry).toURI().toURL());
      }
    }
    return urls.toArray(new URL[0]);
  }
}
