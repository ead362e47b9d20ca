package io.quantkit.features.microstructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Compares with values that were computed with NumPy and statsmodels; see the README beside them.
 */
class GoldenMicrostructureTest {
  private static final String FOLDER = "/golden/microstructure/";
  private static final long SECOND = 1_000_000_000L;
  private static final int OPEN = 1;
  private static final int HIGH = 2;
  private static final int LOW = 3;
  private static final int CLOSE = 4;
  private static final int VOLUME = 5;
  private static final int DOLLAR = 7;
  private static final int SIGNED = 9;

  private final JsonNode golden = measures();

  private static JsonNode measures() {
    try (InputStream file =
        GoldenMicrostructureTest.class.getResourceAsStream(FOLDER + "measures.json")) {
      return new ObjectMapper().readTree(file).get("values");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<double[]> rows(String name) throws IOException {
    List<double[]> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    GoldenMicrostructureTest.class.getResourceAsStream(FOLDER + name)),
                StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", -1);
        double[] row = new double[cells.length];
        for (int c = 0; c < cells.length; c++) {
          row[c] = Double.parseDouble(cells[c]);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static FlowTape trades() throws IOException {
    List<Trade> trades = new ArrayList<>();
    for (double[] row : rows("bitstamp_trades.csv.gz")) {
      // A few amounts are 0, which is no trade here: they count for direction, not for volume.
      trades.add(Trade.of((long) row[0] * SECOND, row[1], Math.max(row[2], Double.MIN_NORMAL)));
    }
    return FlowTape.of(trades);
  }

  private static BarSeries bars() throws IOException {
    BarSeries.Builder bars = BarSeries.builder(Symbol.of("BTC"), Timeframe.MINUTE_5);
    for (double[] row : rows("bitstamp_5m.csv.gz")) {
      long start = (long) row[0] * SECOND;
      bars.add(
          start, start + 300 * SECOND, row[OPEN], row[HIGH], row[LOW], row[CLOSE], row[VOLUME]);
    }
    return bars.build();
  }

  private static void near(double ours, double theirs) {
    assertThat(ours).isCloseTo(theirs, within(1e-9 * Math.abs(theirs) + 1e-15));
  }

  @Test
  void theTickRule() throws IOException {
    double[] signs = new TradeDirection(TradeClassification.TICK_RULE).over(trades())[0];
    JsonNode first = golden.get("tick_rule_first40");
    for (int i = 0; i < first.size(); i++) {
      assertThat(signs[i]).isEqualTo(first.get(i).asInt());
    }
    int[] counts = new int[3];
    for (double sign : signs) {
      counts[(int) sign + 1]++;
    }
    assertThat(counts).containsExactly(19394, 1, 20605);
  }

  @Test
  void rollsSpread() throws IOException {
    FlowTape tape = trades();
    int pairs = tape.size() - 2;
    double[] spread = new TradeRollSpread(pairs).over(tape)[0];
    near(spread[tape.size() - 1], golden.get("roll").get("spread").asDouble());
  }

  @Test
  void vpinOfTrades() throws IOException {
    FlowTape tape = trades();
    double[][] out = new Vpin(200, 50, 1, 0.9, TradeClassification.TICK_RULE).over(tape);
    List<Double> values = distinct(out[Vpin.VPIN]);
    List<Double> imbalances = distinct(out[Vpin.IMBALANCE]);
    JsonNode vpin = golden.get("vpin_tick_rule");
    for (int i = 0; i < 10; i++) {
      near(imbalances.get(i), vpin.get("imbalance_first10").get(i).asDouble());
    }
    // Some of the 368 buckets end with the same trade as another one and are not seen after trades.
    assertThat(imbalances).hasSize(358);
    for (int i = 0; i < 5; i++) {
      near(values.get(i), vpin.get("vpin_first5").get(i).asDouble());
      near(values.get(values.size() - 5 + i), vpin.get("vpin_last5").get(i).asDouble());
    }
  }

  /** Returns the numbers without {@code NaN} and without repetition. */
  private static List<Double> distinct(double[] values) {
    List<Double> distinct = new ArrayList<>();
    double last = Double.NaN;
    for (double value : values) {
      if (!Double.isNaN(value) && value != last) {
        distinct.add(value);
        last = value;
      }
    }
    return distinct;
  }

  @Test
  void corwinAndSchultz() throws IOException {
    BarSeries bars = bars();
    double[] pairs = new CorwinSchultz(1, false).over(bars)[0];
    JsonNode theirs = golden.get("corwin_schultz_5m");
    for (int i = 0; i < 10; i++) {
      near(pairs[1 + i], theirs.get("first10").get(i).asDouble());
      near(pairs[bars.size() - 10 + i], theirs.get("last10").get(i).asDouble());
    }
    double[] mean = new CorwinSchultz(bars.size() - 1, false).over(bars)[0];
    near(mean[bars.size() - 1], theirs.get("mean_spread").asDouble());
  }

  /**
   * The reference divides by the exact money traded; we are given close and volume: so is it here.
   */
  @Test
  void amihudOfMoneyTraded() throws IOException {
    BarSeries.Builder bars = BarSeries.builder(Symbol.of("BTC"), Timeframe.MINUTE_5);
    List<double[]> rows = rows("bitstamp_5m.csv.gz");
    for (double[] row : rows) {
      long start = (long) row[0] * SECOND;
      double close = row[CLOSE];
      bars.add(start, start + 300 * SECOND, close, close, close, close, row[DOLLAR] / close);
    }
    double[] out = new Amihud(rows.size() - 1).over(bars.build())[0];
    near(out[rows.size() - 1], golden.get("amihud_5m").asDouble());
  }

  @Test
  void impactOfSignedVolumeOfBars() throws IOException {
    List<double[]> rows = rows("bitstamp_5m.csv.gz");
    for (ImpactModel model : ImpactModel.values()) {
      ImpactRegression regression = new ImpactRegression(rows.size() - 1);
      for (int t = 1; t < rows.size(); t++) {
        double[] row = rows.get(t);
        double price = row[CLOSE];
        double flow =
            model == ImpactModel.KYLE ? row[SIGNED] : sign(row[SIGNED]) * row[DOLLAR] / price;
        regression.add(model.flow(flow, price), model.response(price, rows.get(t - 1)[CLOSE]));
      }
      boolean kyle = model == ImpactModel.KYLE;
      JsonNode theirs = golden.get(kyle ? "kyle_lambda_5m" : "hasbrouck_lambda_5m");
      near(regression.value(0), theirs.get("lam").asDouble());
      near(regression.value(1), theirs.get("t").asDouble());
      if (kyle) {
        near(regression.value(2), theirs.get("r2").asDouble());
      }
    }
  }

  private static double sign(double x) {
    return x > 0 ? 1 : x < 0 ? -1 : 0;
  }

  @Test
  void bulkClassificationWithTheDeviationOfTheSample() throws IOException {
    List<double[]> rows = rows("bitstamp_5m.csv.gz");
    JsonNode theirs = golden.get("bvc_5m_normal");
    double sigma = theirs.get("sigma").asDouble();
    double total = 0;
    for (int t = 0; t < rows.size(); t++) {
      double change = t == 0 ? 0 : rows.get(t)[CLOSE] - rows.get(t - 1)[CLOSE];
      double bought = rows.get(t)[VOLUME] * BulkClassification.NORMAL.bought(change, sigma);
      if (t < 10) {
        near(bought, theirs.get("buy_volume_first10").get(t).asDouble());
      }
      total += bought;
    }
    near(total, theirs.get("total_buy").asDouble());
    double[][] ours = new BulkVolume(rows.size() - 1).over(bars());
    near(
        ours[0][rows.size() - 1],
        rows.get(rows.size() - 1)[VOLUME]
            * BulkClassification.NORMAL.bought(
                rows.get(rows.size() - 1)[CLOSE] - rows.get(rows.size() - 2)[CLOSE], sigma));
  }

  /** Reference: scipy.stats.t.cdf. */
  @Test
  void studentsDistribution() {
    near(StudentDistribution.cdf(0.5, 1), 0.5 + StrictMath.atan(0.5) / Math.PI);
    near(StudentDistribution.cdf(-30, 1), 0.5 + StrictMath.atan(-30) / Math.PI);
    near(StudentDistribution.cdf(1.5, 2), 0.5 + 1.5 / (2 * Math.sqrt(2 + 1.5 * 1.5)));
    near(StudentDistribution.cdf(0, 0.25), 0.5);
    near(StudentDistribution.cdf(1.25, 0.25), 0.6618273674001995);
    near(StudentDistribution.cdf(-40, 0.25), 0.1436785232452987);
    near(StudentDistribution.cdf(0.1, 7.5), 0.5385173339661049);
  }

  @Test
  void withoutToldSidesAndQuotesTheTickRuleRemains() throws IOException {
    double[] told = new TradeDirection(TradeClassification.TOLD).over(trades())[0];
    double[] tick = new TradeDirection(TradeClassification.TICK_RULE).over(trades())[0];
    assertThat(told).isEqualTo(tick);
  }
}
