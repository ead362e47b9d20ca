package io.quantkit.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quantkit.core.error.MissingConfigException;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
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

  @Test
  void hdf5SaysWhichArtifactToAdd() throws Exception {
    assertThat(withoutLibraries("Hdf5Files", "readBars"))
        .hasMessageContaining("add the artifact io.jhdf:jhdf");
  }

  /** Calls a method in a class loader that has this library and no other. */
  private static Throwable withoutLibraries(String type, String method) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(ownClassPath(), platform())) {
      Class<?> front = loader.loadClass("io.quantkit.core.store." + type);
      Throwable thrown = catchThrowable(() -> call(front, method));
      assertThat(thrown).isInstanceOf(InvocationTargetException.class);
      Throwable cause = thrown.getCause();
      assertThat(cause.getClass().getName()).isEqualTo(MissingConfigException.class.getName());
      return cause;
    }
  }

  private static void call(Class<?> front, String name) throws ReflectiveOperationException {
    for (Method method : front.getMethods()) {
      if (method.getName().equals(name)) {
        method.invoke(null, new Object[method.getParameterCount()]);
        return;
      }
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
