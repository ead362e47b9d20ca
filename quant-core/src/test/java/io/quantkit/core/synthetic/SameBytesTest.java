package io.quantkit.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Trade;
import io.quantkit.core.series.Panel;
import io.quantkit.core.synthetic.RegimeSwitching.Regime;
import io.quantkit.core.synthetic.flow.GlostenHarris;
import io.quantkit.core.synthetic.flow.HawkesProcess;
import io.quantkit.core.synthetic.flow.InformedTrading;
import io.quantkit.core.synthetic.flow.KyleImpact;
import io.quantkit.core.synthetic.flow.OrderFlow;
import io.quantkit.core.synthetic.flow.RollModel;
import io.quantkit.core.synthetic.flow.Tape;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pins what each generator makes of a seed, to the bit, on every machine and JDK. */
class SameBytesTest {
  private static final long SEED = 20_211_231;

  @Test
  void everyGeneratorMakesTheSameBytesOfASeed() {
    Map<String, String> digests = new LinkedHashMap<>();
    models().forEach((name, model) -> digests.put(name, digest(model.path(2000, 0.004, SEED))));
    Panel panel = panel();
    digests.put("panel", digest(panel));
    for (BlockBootstrap.Kind kind : BlockBootstrap.Kind.values()) {
      digests.put(kind.name(), digest(new BlockBootstrap(kind, 20).resample(panel, SEED)));
    }
    digests.put("order flow", digest(tape(OrderFlow.builder(100, 0.01).meanLots(2))));
    HawkesProcess excited =
        HawkesProcess.of(new double[] {0.5, 0.5}, new double[][] {{0.4, 0.2}, {0.2, 0.4}}, 10);
    digests.put("excited flow", digest(tape(OrderFlow.builder(100, 0.01).marketOrders(excited))));
    digests.put("roll", trades(new RollModel(100, 0.02, 0.01, 5).trades(2000, 0, 7, SEED)));
    digests.put("kyle", trades(new KyleImpact(100, 1e-4, 50, 0.01).trades(2000, 0, 7, SEED)));
    digests.put(
        "glosten harris",
        trades(new GlostenHarris(100, 0.01, 1e-5, 0.01, 1e-5, 0.01, 20).trades(2000, 0, 7, SEED)));
    digests.put(
        "informed",
        trades(
            new InformedTrading(0.4, 0.5, 40, 50, 60)
                .trades(
                    TradingCalendar.xnys()
                        .sessions(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 4, 1)),
                    30,
                    100,
                    SEED)));

    assertThat(digests).isEqualTo(EXPECTED);
  }

  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry("CIRCULAR", "2380383a3aff9c97cded23f3143b22e416dc21f2d6d5bf65e5b297ee7f90f919"),
          Map.entry("MOVING", "195947018136b3fec9fec11cb650d63c85647be2527570918b5451dd675c1823"),
          Map.entry(
              "STATIONARY", "4f92a81b59ad39b0c281c3da9a0c2fd32ae66cf69fa72689045524d459112814"),
          Map.entry("brownian", "3d007414a4b52e6a98977fc36c5dbf56b51d16a35b1a3e53fac3a7f7ec902a3e"),
          Map.entry(
              "excited flow",
              "273a5006d9ecd8f66efcd1be6bf2c1c3a93827c8e9fc695101230ce51bc45590"
                  + "ccadf0c9746e15887d799070b69bd8320d24b1b2e44720255b4442d35c7596a7"),
          Map.entry("garch", "3dafea8f220c11a200a9adbc6e6b21f95b27c32fec65cc926677c5df83a296ff"),
          Map.entry("garch t", "116aa483b455bdb0147281bbca51a4a40529653c5f312d08041cbe5c0aab5b22"),
          Map.entry(
              "glosten harris", "7cc78d37b984f77f61febbf0bc977ca92d04c32645c216a6a277a67f62bfb4cb"),
          Map.entry("heston", "7ce0640a9786e27fe655cb10e067208bde8ad29b718c71e556d2547f14bb295e"),
          Map.entry(
              "heston uncorrected",
              "c23f83245aa4a9d75e813db3950ee122f24b89f6cf7e71b7e84234267a83443a"),
          Map.entry("informed", "b4d31ca4156d2f910e059031c1ad87ea55350f18cd678884f33ea96a8f8ce707"),
          Map.entry("kyle", "30fcc011cd7fe48e5e18794b12736155bf29dbd69ca9239198fef318c32c97e9"),
          Map.entry("merton", "af117dd050a2c73ef81814cfdf5876aacfc226d7712bab7cb7a9392021bbf727"),
          Map.entry(
              "order flow",
              "2e38d23f0f26eddf962af62724d1f1ea5e3845c19fcef2be9a3eff0a57bdfdbb"
                  + "1cc9b41c5709bc78869b83fb1f24cdff90f6dbf54dc45a18a1c4115f46a5d4eb"),
          Map.entry(
              "ornstein uhlenbeck",
              "d75a5306d0ccea830d60a0dc053449bd0a7b8c833d851b36a2034acbee329b11"),
          Map.entry("panel", "ade4218958479df9f4e31493d6ed358fe0f5b312da640e44a3ce15358386b8a7"),
          Map.entry("regimes", "997133f46cb1f4dcbbbcc2065f5bf496f7c8b690162c5a77ef0643c962f8d625"),
          Map.entry("roll", "efd074916e830f8f064638ea3ef88ee0e175c3bbcbef3c83501c1a645fde93a7"),
          Map.entry(
              "schwartz", "f624fb2ab2971b1c88a5dce2d78e72797a8a6f87c89ec402637b9a4b3074c660"));

  private static Map<String, PathModel> models() {
    Map<String, PathModel> models = new LinkedHashMap<>();
    models.put("brownian", new GeometricBrownianMotion(100, 0.05, 0.2));
    models.put("ornstein uhlenbeck", new OrnsteinUhlenbeck(1, 0, 3, 0.5));
    models.put("schwartz", new OrnsteinUhlenbeck(1, 0, 3, 0.5).exponential());
    models.put("merton", new MertonJumpDiffusion(100, 0.05, 0.2, 10, -0.02, 0.05));
    models.put("heston", new Heston(100, 0.05, 0.04, 0.04, 1, 0.6, -0.7, true));
    models.put("heston uncorrected", new Heston(100, 0.05, 0.04, 0.04, 1, 0.6, -0.7, false));
    models.put("garch", Garch.normal(100, 0, 1e-5, 0.1, 0.8));
    models.put("garch t", new Garch(100, 0, 1e-5, 0.1, 0.8, 5));
    models.put(
        "regimes",
        RegimeSwitching.of(
            100,
            List.of(new Regime(0.1, 0.1), new Regime(-0.2, 0.4)),
            new double[][] {{0, 3}, {10, 0}}));
    return models;
  }

  private static Panel panel() {
    List<PathModel> models = List.copyOf(models().values());
    CorrelatedPaths paths =
        CorrelatedPaths.of(
                List.of(models.get(0), models.get(3), models.get(4)),
                CorrelationMatrix.of(new double[][] {{1, 0.5, 0.3}, {0.5, 1, 0.2}, {0.3, 0.2, 1}}))
            .withTailDependence(4.5);
    return SyntheticBars.of(
            LocalDate.of(2021, 1, 1),
            LocalDate.of(2021, 4, 1),
            Timeframe.HOUR_1,
            TradingCalendar.xnys())
        .withSteps(6, 2)
        .withVolume(SyntheticBars.Volume.U_SHAPED)
        .panel(Symbols.of("A", "B", "C"), paths, SEED);
  }

  private static Tape tape(OrderFlow.Builder market) {
    Tape tape = new Tape();
    market.snapshotEvery(1_000_000_000).build().run(0, 300_000_000_000L, SEED, tape);
    return tape;
  }

  private static String digest(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    for (double value : values) {
      bytes.putLong(Double.doubleToLongBits(value));
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digest(Panel panel) {
    int n = panel.symbols().size();
    double[] all = new double[panel.rows() * n * 5];
    int at = 0;
    for (int t = 0; t < panel.rows(); t++) {
      for (int s = 0; s < n; s++) {
        all[at++] = panel.open(t, s);
        all[at++] = panel.high(t, s);
        all[at++] = panel.low(t, s);
        all[at++] = panel.close(t, s);
        all[at++] = panel.volume(t, s);
      }
    }
    return digest(all);
  }

  private static String trades(List<Trade> trades) {
    double[] all = new double[trades.size() * 4];
    int at = 0;
    for (Trade trade : trades) {
      all[at++] = trade.eventTime();
      all[at++] = trade.price();
      all[at++] = trade.size();
      all[at++] = trade.aggressor().sign();
    }
    return digest(all);
  }

  private static String digest(Tape tape) {
    double[] all = new double[tape.quotes().size() * 5 + tape.books().size() * 40];
    int at = 0;
    for (Quote quote : tape.quotes()) {
      all[at++] = quote.eventTime();
      all[at++] = quote.bid();
      all[at++] = quote.bidSize();
      all[at++] = quote.ask();
      all[at++] = quote.askSize();
    }
    for (BookSnapshot book : tape.books()) {
      for (int level = 0; level < BookSnapshot.MAX_LEVELS; level++) {
        all[at++] = book.bid(level);
        all[at++] = book.bidSize(level);
        all[at++] = book.ask(level);
        all[at++] = book.askSize(level);
      }
    }
    return trades(tape.trades()) + digest(all);
  }
}
