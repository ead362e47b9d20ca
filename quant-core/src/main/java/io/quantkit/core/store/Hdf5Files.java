package io.quantkit.core.store;

import io.quantkit.core.data.BarLoad;
import java.nio.file.Path;

/**
 * HDF5 files of bars, as h5py, PyTables or pandas write them.
 *
 * <p>Needs the artifact {@code io.jhdf:jhdf} on the class path; it is pure Java. May be used by
 * several threads.
 *
 * <p>A column is, by the name declared for it,
 *
 * <ul>
 *   <li>a one-dimensional dataset of that name, such as {@code close} or {@code prices/close};
 *   <li>a member of a compound dataset, such as {@code table/close} (pandas' {@code table} format
 *       with data columns, a structured array of numpy);
 *   <li>a column of a pandas {@code fixed} frame, whose index is {@code axis1}.
 * </ul>
 *
 * Times are whole numbers of the declared unit. If neither a symbol nor its column is declared,
 * there is a group or a compound dataset for each symbol, called as the symbol is.
 *
 * <pre>{@code
 * BarColumns columns =
 *     BarColumns.builder(Timeframe.DAY_1)
 *         .time("index", TimeUnit.NANOSECONDS)
 *         .knownAtCloseOf(TradingCalendar.xnys())
 *         .field(BarField.CLOSE, "close")
 *         .build();
 * BarLoad load = Hdf5Files.readBars(file, "/bars", columns);
 * }</pre>
 */
public final class Hdf5Files {
  private Hdf5Files() {}

  /**
   * Reads bars. Rows are counted from 1, throughout all groups in the order of their names.
   *
   * @param group where to look, such as {@code /}
   * @throws io.quantkit.core.error.DataNotFoundException if there is no such file
   * @throws io.quantkit.core.error.DataCorruptionException if it is no HDF5 file or lacks the group
   *     or a column, or a column has another type or length
   */
  public static BarLoad readBars(Path file, String group, BarColumns columns) {
    Artifact.HDF5.require();
    return new Hdf5Bars(file, group, columns).read();
  }
}
