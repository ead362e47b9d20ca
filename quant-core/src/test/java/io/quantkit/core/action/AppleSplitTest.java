package io.quantkit.core.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Prices that a provider adjusted for Apple's split of 2014, beside prices as they were traded. */
class AppleSplitTest {
  private static final Symbol AAPL = Symbol.of("AAPL");

  @Test
  void agreesWithTheProviderOnceTheSplitHasHappened() throws IOException {
    List<String> lines = lines();
    BarSeries.Builder builder = BarSeries.builder(AAPL, Timeframe.DAY_1);
    double nan = Double.NaN;
    for (String line : lines) {
      String[] fields = line.split(",", -1);
      double close = Double.parseDouble(fields[1]);
      builder.add(
          EpochNanos.parse(fields[0] + "T14:30:00Z"),
          EpochNanos.parse(fields[0] + "T20:00:00Z"),
          nan,
          nan,
          nan,
          close,
          nan);
    }
    CorporateAction split =
        new CorporateAction.Split(
            "AAPL-2014-06-09",
            AAPL,
            EpochNanos.parse("2014-06-09T13:30:00Z"),
            EpochNanos.parse("2014-04-23T20:30:00Z"),
            ShareRatio.of(7, 1));
    PriceAdjuster adjuster = PriceAdjuster.of(CorporateActions.of(split), Adjustment.SPLITS);

    BarSeries before = adjuster.asOf(builder.build(), split.eventTime() - 1).bars();
    BarSeries after = adjuster.asOf(builder.build(), split.eventTime()).bars();

    assertThat(lines).hasSize(162);
    for (int i = 0; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",", -1);
      assertThat(before.close(i)).isEqualTo(Double.parseDouble(fields[1]));
      assertThat(after.close(i)).isEqualTo(Double.parseDouble(fields[2]), within(5e-6));
    }
  }

  private static List<String> lines() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            AppleSplitTest.class.getResourceAsStream("/golden/action/aapl2013_split.csv"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }
}
