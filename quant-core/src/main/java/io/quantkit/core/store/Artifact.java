package io.quantkit.core.store;

import io.quantkit.core.error.MissingConfigException;

/** A library that the user adds to switch a capability on. */
enum Artifact {
  DUCKDB(
      "org.duckdb:duckdb_jdbc", "org.duckdb.DuckDBConnection", "Parquet files and the store need"),
  HDF5("io.jhdf:jhdf", "io.jhdf.HdfFile", "HDF5 files need");

  private final String coordinates;
  private final String type;
  private final String need;

  Artifact(String coordinates, String type, String need) {
    this.coordinates = coordinates;
    this.type = type;
    this.need = need;
  }

  /** Throws unless the library is there; says which artifact to add. */
  void require() {
    try {
      Class.forName(type, false, Artifact.class.getClassLoader());
    } catch (ClassNotFoundException absent) {
      throw new MissingConfigException(
          coordinates,
          "%s a library that is not on the class path: add the artifact %s"
              .formatted(need, coordinates),
          absent);
    }
  }
}
