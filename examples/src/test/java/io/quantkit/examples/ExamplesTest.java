package io.quantkit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantkit.core.event.ProgressListener;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.synthetic.SimulatedEquities;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example runs, on the data that comes with it. */
class ExamplesTest {

  @Test
  void multiFactorTellsPlainlyWhatItIsWorth(@TempDir Path folder) throws IOException {
    String text = MultiFactor.run(folder, 2, ProgressListener.NONE);

    assertThat(text)
        .contains("FAIL  Does not beat buy and hold after deflation")
        .contains("FAIL  Does not beat equal weight after deflation")
        .contains("Same-close claim")
        .contains("29 features");
    String html = Files.readString(folder.resolve("multi-factor.html"));
    assertThat(html)
        .contains("Eight survivors are no evidence of skill")
        .doesNotContain("<script")
        .doesNotContain("http://")
        .doesNotContain("https://");
    JsonNode json = new ObjectMapper().readTree(folder.resolve("multi-factor.json").toFile());
    assertThat(json.isObject()).isTrue();
  }

  @Test
  void multiFactorIsTheSameForAnyNumberOfThreads(@TempDir Path one, @TempDir Path four)
      throws IOException {
    MultiFactor.run(one, 1, ProgressListener.NONE);
    MultiFactor.run(four, 4, ProgressListener.NONE);

    for (String file : List.of("multi-factor.json", "multi-factor.html")) {
      assertThat(Files.readAllBytes(one.resolve(file)))
          .isEqualTo(Files.readAllBytes(four.resolve(file)));
    }
  }

  @Test
  void movingAverageWritesItsTearSheet(@TempDir Path folder) throws IOException {
    String text = MovingAverage.run(folder);

    assertThat(text).contains("50/200 average").contains("Buy and hold");
    assertThat(folder.resolve("moving-average.html")).isNotEmptyFile();
  }

  @Test
  void ticksBecomeBarsAndBadRowsAreNamed() {
    assertThat(TicksToBars.run())
        .contains("99982 trades became 1916 bars")
        .contains("18 rows were rejected")
        .contains("size must be positive");
  }

  @Test
  void simulatedPricesAreLabelledAsSuch() {
    assertThat(SimulatedPortfolio.run(3, 1)).startsWith("SIMULATED prices: 3 shares");
  }

  @Test
  void ownDataIsStudiedFromAFolder(@TempDir Path data, @TempDir Path target) throws IOException {
    for (BarSeries series : daily(6)) {
      writeCsv(series, data.resolve(series.symbol() + ".csv"));
    }

    String text =
        OwnData.run(data, Optional.of(Symbol.of("SIM006")), target, ProgressListener.NONE);

    assertThat(text).contains("29 features").contains("Equal weight");
    assertThat(target.resolve("own-data.html")).isNotEmptyFile();
  }

  @Test
  void ownDataAsksForEnoughFiles(@TempDir Path data) {
    assertThatThrownBy(() -> OwnData.run(data, Optional.empty(), data, ProgressListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must hold at least 4 files");
  }

  /** Makes daily bars of simulated hourly ones. */
  private static List<BarSeries> daily(int shares) {
    TradingCalendar calendar = TradingCalendar.xnys();
    Panel hours =
        new SimulatedEquities(
                shares,
                LocalDate.of(2014, 1, 1),
                LocalDate.of(2019, 7, 1),
                Timeframe.HOUR_1,
                calendar,
                0.08,
                0.25,
                0.3,
                11)
            .panel();
    List<BarSeries> all = new ArrayList<>();
    for (Symbol symbol : hours.symbols()) {
      BarSeries hourly = hours.series(symbol);
      BarSeries.Builder builder = BarSeries.builder(symbol, Timeframe.DAY_1);
      for (Session session :
          calendar.sessions(LocalDate.of(2014, 1, 1), LocalDate.of(2019, 7, 1))) {
        BarSeries day = hourly.between(session.open(), session.close());
        double high = 0;
        double low = Double.MAX_VALUE;
        double volume = 0;
        for (int i = 0; i < day.size(); i++) {
          high = Math.max(high, day.high(i));
          low = Math.min(low, day.low(i));
          volume += day.volume(i);
        }
        builder.add(
            Timeframe.DAY_1.startOf(session.date(), calendar),
            session.close(),
            day.open(0),
            high,
            low,
            day.close(day.size() - 1),
            volume);
      }
      all.add(builder.build());
    }
    return all;
  }

  private static void writeCsv(BarSeries series, Path file) throws IOException {
    StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
    for (int i = 0; i < series.size(); i++) {
      text.append(EpochNanos.toInstant(series.knownAt(i)).toString(), 0, 10)
          .append(',')
          .append(series.open(i))
          .append(',')
          .append(series.high(i))
          .append(',')
          .append(series.low(i))
          .append(',')
          .append(series.close(i))
          .append(',')
          .append(series.volume(i))
          .append('\n');
    }
    Files.writeString(file, text);
  }

  @Test
  void importingTwiceAddsNothing(@TempDir Path folder) throws IOException {
    List<BarSeries> series = List.of(ExampleData.spxDaily().series(ExampleData.SPX));

    String first = ImportHistory.run(series, folder);
    String second = ImportHistory.run(series, folder);

    assertThat(first).contains("Bars new 5105, known already 0");
    assertThat(second).contains("Bars new 0, known already 5105");
    assertThat(Files.readString(folder.resolve("data-quality.html"))).contains("SPX");
  }
}
