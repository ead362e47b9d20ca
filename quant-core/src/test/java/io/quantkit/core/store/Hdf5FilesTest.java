package io.quantkit.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.quantkit.core.data.BarLoad;
import io.quantkit.core.data.RejectedRow;
import io.quantkit.core.data.RowRule;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataException;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Hdf5FilesTest {
  private static final double[] CLOSES = {10.5, 10.25, 0.1 + 0.2};

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "bars.h5, /groups, time, SECONDS, ''",
    "bars.h5, /structured, time, SECONDS, ''",
    "frames.h5, /fixed, axis1, NANOSECONDS, ''",
    "frames.h5, /table, table/index, NANOSECONDS, table/",
  })
  void readsTheLayoutsThatPythonWrites(
      String name, String group, String time, TimeUnit unit, String prefix) throws IOException {
    BarColumns columns = columns(prefix).time(time, unit).build();

    BarLoad load = Hdf5Files.readBars(file(name), group, columns).orThrow();

    assertThat(load.rows()).isEqualTo(6);
    assertThat(load.series()).extracting(one -> one.symbol().value()).containsExactly("AAA", "BBB");
    requireFirst(load.series().get(0));
    assertThat(load.series().get(1).close(1)).isEqualTo(101);
  }

  @Test
  void readsOneDatasetPerColumnInAnyOrderOfRows() throws IOException {
    BarColumns columns = columns("").symbol("symbol").time("time", TimeUnit.SECONDS).build();

    BarLoad load = Hdf5Files.readBars(file("bars.h5"), "/flat", columns).orThrow();

    assertThat(load.series()).hasSize(2);
    load.series().stream()
        .filter(one -> one.symbol().equals(Symbol.of("AAA")))
        .forEach(Hdf5FilesTest::requireFirst);
  }

  @Test
  void namesRowsThatAreNoBars() throws IOException {
    BarLoad load = Hdf5Files.readBars(file("bars.h5"), "/bad", onlyClose("close"));

    assertThat(load.series().get(0).size()).isEqualTo(1);
    assertThat(load.rejected())
        .extracting(RejectedRow::line, RejectedRow::rule)
        .containsExactly(tuple(2L, RowRule.SOUND_BAR), tuple(3L, RowRule.CLOSE_PRESENT));
  }

  @ParameterizedTest
  @CsvSource({
    "/bad, missing, has no column missing",
    "/bad, short, must have as many rows as time",
    "/bad, square, must be one row of numbers",
    "/nowhere, close, /nowhere is not in it",
  })
  void namesColumnsThatCannotBeUsed(String group, String close, String message) throws IOException {
    Path file = file("bars.h5");

    assertThatExceptionOfType(DataCorruptionException.class)
        .isThrownBy(() -> Hdf5Files.readBars(file, group, onlyClose(close)))
        .withMessageContaining(file.toString())
        .withMessageContaining(message);
  }

  @Test
  void aTimeInTheWrongUnitIsNamed() throws IOException {
    BarColumns columns = columns("").time("time", TimeUnit.MICROSECONDS).build();

    BarLoad load = Hdf5Files.readBars(file("bars.h5"), "/groups", columns);

    assertThat(load.series()).isEmpty();
    assertThat(load.rejected()).hasSize(6);
  }

  @Test
  void refusesWhatIsNoFile() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty.h5"));

    assertThatExceptionOfType(DataNotFoundException.class)
        .isThrownBy(() -> Hdf5Files.readBars(directory, "/", onlyClose("close")));
    assertThatExceptionOfType(DataNotFoundException.class)
        .isThrownBy(() -> Hdf5Files.readBars(directory.resolve("no"), "/", onlyClose("close")));
    assertThatExceptionOfType(DataCorruptionException.class)
        .isThrownBy(() -> Hdf5Files.readBars(empty, "/", onlyClose("close")))
        .withMessageContaining("is empty");
  }

  @Test
  void truncatedFilesAreNamedOrReadWhole() throws IOException {
    byte[] whole = Files.readAllBytes(file("bars.h5"));
    for (int length = 1; length < whole.length; length += 997) {
      Path file = directory.resolve("cut.h5");
      Files.write(file, Arrays.copyOf(whole, length));
      try {
        BarLoad load = Hdf5Files.readBars(file, "/groups", onlyClose("close"));
        assertThat(load.rows()).isEqualTo(6);
      } catch (DataException named) {
        assertThat(named).hasMessageContaining("cut.h5");
      }
    }
  }

  private static BarColumns onlyClose(String column) {
    return BarColumns.builder(Timeframe.MINUTE_1)
        .time("time", TimeUnit.SECONDS)
        .knownAtCloseOf(TradingCalendar.alwaysOpen())
        .field(BarField.CLOSE, column)
        .build();
  }

  private static BarColumns.Builder columns(String prefix) {
    return BarColumns.builder(Timeframe.MINUTE_1)
        .knownAtCloseOf(TradingCalendar.xnys())
        .field(BarField.OPEN, prefix + "open")
        .field(BarField.HIGH, prefix + "high")
        .field(BarField.LOW, prefix + "low")
        .field(BarField.CLOSE, prefix + "close")
        .field(BarField.VOLUME, prefix + "volume");
  }

  private static void requireFirst(BarSeries series) {
    assertThat(series.toArray(BarField.CLOSE)).containsExactly(CLOSES);
    assertThat(series.open(2)).isEqualTo((float) CLOSES[2]);
    assertThat(series.high(0)).isEqualTo(11.5);
    assertThat(series.low(2)).isEqualTo(CLOSES[2] * 0.5);
    assertThat(series.volume(2)).isEqualTo(3000);
    assertThat(series.vwap(0)).isNaN();
    assertThat(series.start(1)).isEqualTo(EpochNanos.parse("2020-01-03T14:30:00Z"));
    assertThat(series.knownAt(1)).isEqualTo(EpochNanos.parse("2020-01-03T14:31:00Z"));
  }

  private Path file(String name) throws IOException {
    Path file = directory.resolve(name);
    try (InputStream zipped = Hdf5FilesTest.class.getResourceAsStream("/store/" + name + ".gz")) {
      Files.write(file, new GZIPInputStream(zipped).readAllBytes());
    }
    return file;
  }
}
