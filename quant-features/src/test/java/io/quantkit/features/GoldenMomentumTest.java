package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.indicator.momentum.AwesomeOscillator;
import io.quantkit.features.indicator.momentum.Bop;
import io.quantkit.features.indicator.momentum.Cmo;
import io.quantkit.features.indicator.momentum.Coppock;
import io.quantkit.features.indicator.momentum.Dpo;
import io.quantkit.features.indicator.momentum.FisherTransform;
import io.quantkit.features.indicator.momentum.ForecastOscillator;
import io.quantkit.features.indicator.momentum.Imi;
import io.quantkit.features.indicator.momentum.Mfi;
import io.quantkit.features.indicator.momentum.QStick;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.momentum.Stochastic;
import io.quantkit.features.indicator.momentum.StochasticFast;
import io.quantkit.features.indicator.momentum.StochasticRsi;
import io.quantkit.features.indicator.momentum.Trix;
import io.quantkit.features.indicator.momentum.TrixSignal;
import io.quantkit.features.indicator.momentum.Tsi;
import io.quantkit.features.indicator.momentum.UltimateOscillator;
import io.quantkit.features.indicator.momentum.WilliamsR;
import io.quantkit.features.indicator.trend.Adxr;
import io.quantkit.features.indicator.trend.Aroon;
import io.quantkit.features.indicator.trend.Begin;
import io.quantkit.features.indicator.trend.Cci;
import io.quantkit.features.indicator.trend.Choppiness;
import io.quantkit.features.indicator.trend.DirectionalMovement;
import io.quantkit.features.indicator.trend.Ichimoku;
import io.quantkit.features.indicator.trend.MacdExtended;
import io.quantkit.features.indicator.trend.MassIndex;
import io.quantkit.features.indicator.trend.ParabolicSar;
import io.quantkit.features.indicator.trend.PercentageOscillator;
import io.quantkit.features.indicator.trend.PriceOscillator;
import io.quantkit.features.indicator.trend.VerticalHorizontal;
import io.quantkit.features.indicator.trend.Vortex;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with values that TA-Lib, Tulip, talipp and TTR computed; see the README beside them. */
class GoldenMomentumTest {

  /** What a column should hold, in our scale, and how many more values we or they have. */
  private record Expected(Feature feature, int output, double scale, int misplaced) {
    Expected(Feature feature, int output) {
      this(feature, output, 1, 0);
    }

    Expected(Feature feature) {
      this(feature, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aapl2013", "spx"})
  void indicatorsAgreeWithOtherLibraries(String series) {
    GoldenFile golden = GoldenFile.resource("/golden/momentum/" + series + ".csv.gz");
    assertThat(golden.columns()).hasSizeGreaterThan(60);
    assertThat(golden.columns())
        .allSatisfy(
            column -> {
              Expected expected = expected(column);
              double[] ours = expected.feature().over(golden.bars())[expected.output()];
              for (int t = 0; t < ours.length; t++) {
                ours[t] *= expected.scale();
              }
              GoldenFile.Distance distance = golden.distance(column, ours, 1e-9);
              assertThat(distance.within()).as(distance.toString()).isTrue();
              assertThat(distance.misplaced())
                  .as(distance.toString())
                  .isEqualTo(expected.misplaced());
              assertThat(distance.compared()).isGreaterThan(150);
            });
  }

  private static Expected expected(String column) {
    String[] parts = column.split("\\.", -1);
    String[] window = parts[2].split("x");
    int[] n = new int[4];
    for (int i = 0; i < Math.min(window.length, n.length); i++) {
      n[i] = window[i].matches("\\d+") ? Integer.parseInt(window[i]) : 0;
    }
    return switch (parts[0]) {
      case "talib" -> talib(parts, window, n);
      case "tulip" -> tulip(parts, n);
      case "talipp" -> talipp(parts, n);
      default -> ttr(parts, n);
    };
  }

  private static Expected talib(String[] parts, String[] window, int[] n) {
    String output = parts[3];
    AverageKind kind =
        window[window.length - 1].matches("[A-Z]+")
            ? AverageKind.valueOf(window[window.length - 1])
            : AverageKind.SMA;
    return switch (parts[1]) {
      case "ADXR" -> new Expected(new Adxr(n[0]));
      case "AROON" -> new Expected(new Aroon(n[0]), output.equals("up") ? Aroon.UP : Aroon.DOWN);
      case "AROONOSC" -> new Expected(new Aroon(n[0]), Aroon.OSCILLATOR);
      case "CCI" -> new Expected(new Cci(n[0]));
      case "CMO" -> new Expected(new Cmo(n[0]));
      case "IMI" -> new Expected(new Imi(n[0]));
      case "MFI" -> new Expected(new Mfi(n[0]));
      case "WILLR" -> new Expected(new WilliamsR(n[0]));
      case "MACDEXT" ->
          new Expected(
              new MacdExtended(n[0], kind, n[1], kind, n[2], kind),
              List.of("line", "signal", "histogram").indexOf(output));
      case "PPO" -> new Expected(new PercentageOscillator(n[0], n[1], kind));
      case "ROCR100" -> new Expected(new Roc(n[0], Roc.Scale.RATIO_PERCENT));
      case "MOM" -> new Expected(new Roc(n[0], Roc.Scale.DIFFERENCE));
      case "STOCHF" -> {
        boolean first = output.equals("k");
        int withheld = first ? n[1] - 1 : 0;
        yield new Expected(new StochasticFast(n[0], n[1], kind), first ? 0 : 1, 1, withheld);
      }
      case "STOCHRSI" -> {
        boolean first = output.equals("k");
        int withheld = first ? n[2] - 1 : 0;
        yield new Expected(
            new StochasticRsi(n[0], n[1], 1, n[2], kind, Input.CLOSE), first ? 0 : 1, 1, withheld);
      }
      case "ULTOSC" -> new Expected(new UltimateOscillator(n[0], n[1], n[2]));
      case "SAR" -> {
        double step = Double.parseDouble(window[0].replace('-', '.'));
        yield new Expected(new ParabolicSar(step, Double.parseDouble(window[1].replace('-', '.'))));
      }
      default -> throw new IllegalArgumentException(String.join(".", parts));
    };
  }

  private static Expected tulip(String[] parts, int[] n) {
    String output = parts[3];
    AverageKind ema = AverageKind.EMA;
    return switch (parts[1]) {
      case "apo" ->
          new Expected(
              new PriceOscillator(n[0], n[1], ema, Begin.FIRST, Input.CLOSE), 0, 1, n[1] - 2);
      case "ppo" ->
          new Expected(
              new PercentageOscillator(n[0], n[1], ema, Begin.FIRST, Input.CLOSE), 0, 1, n[1] - 2);
      case "aroon" ->
          new Expected(new Aroon(n[0]), output.equals("aroon_up") ? Aroon.UP : Aroon.DOWN);
      case "bop" -> new Expected(new Bop());
      case "cci" -> new Expected(new Cci(n[0]), 0, 1, n[0] - 1);
      case "dm" -> new Expected(new DirectionalMovement(n[0]), output.equals("plus_dm") ? 0 : 1);
      case "dpo" -> new Expected(new Dpo(n[0], n[0] / 2 + 1));
      case "fisher" -> new Expected(new FisherTransform(n[0]), output.equals("fisher") ? 0 : 1);
      case "fosc" -> new Expected(new ForecastOscillator(n[0]));
      case "mfi" -> new Expected(new Mfi(n[0]));
      case "qstick" -> new Expected(new QStick(n[0]));
      case "rocr" -> new Expected(new Roc(n[0], Roc.Scale.RATIO));
      case "stochrsi" -> new Expected(new StochasticRsi(n[0], n[0], 1, 1), 0, 0.01, 0);
      case "vhf" -> new Expected(new VerticalHorizontal(n[0]));
      case "willr" -> new Expected(new WilliamsR(n[0]));
      default -> throw new IllegalArgumentException(String.join(".", parts));
    };
  }

  private static Expected talipp(String[] parts, int[] n) {
    String output = parts[3];
    return switch (parts[1]) {
      case "AO" -> new Expected(new AwesomeOscillator(n[0], n[1]));
      case "CHOP" -> new Expected(new Choppiness(n[0], Convention.TRADING_VIEW));
      case "Coppock" -> new Expected(new Coppock(n[0], n[1], n[2]));
      case "MassIndex" -> new Expected(new MassIndex(n[0], n[1]));
      case "TSI" -> new Expected(new Tsi(n[0], n[1], 1));
      case "UO" -> new Expected(new UltimateOscillator(n[0], n[1], n[2]));
      case "Aroon" -> new Expected(new Aroon(n[0]), output.equals("up") ? Aroon.UP : Aroon.DOWN);
      case "Ichimoku" ->
          new Expected(
              new Ichimoku(9, 26, 52, 26),
              List.of("conversion_line", "base_line", "cloud_leading_fast_line").indexOf(output));
      case "Stoch" -> new Expected(new StochasticFast(n[0], n[1]), output.equals("k") ? 0 : 1);
      case "VTX" -> new Expected(new Vortex(n[0]), output.equals("plus_vtx") ? 0 : 1);
      default -> throw new IllegalArgumentException(String.join(".", parts));
    };
  }

  private static Expected ttr(String[] parts, int[] n) {
    AverageKind ema = AverageKind.EMA;
    return switch (parts[1]) {
      case "aroon" -> new Expected(new Aroon(n[0]), Aroon.UP, 1, 1);
      case "CCI" -> new Expected(new Cci(n[0]));
      case "DPO" -> new Expected(new Dpo(n[0], n[1]));
      case "MACD" ->
          new Expected(new PercentageOscillator(n[0], n[1], ema, Begin.APART, Input.CLOSE));
      case "MACD_abs" ->
          new Expected(new PriceOscillator(n[0], n[1], ema, Begin.APART, Input.CLOSE));
      case "stoch" ->
          switch (parts[3]) {
            case "fastK" -> new Expected(new StochasticFast(n[0], n[1]), 0, 0.01, 0);
            case "fastD" -> new Expected(new StochasticFast(n[0], n[1]), 1, 0.01, 0);
            default -> new Expected(new Stochastic(n[0], n[1], n[2]), 1, 0.01, 0);
          };
      case "TRIX" ->
          parts[3].isEmpty()
              ? new Expected(new Trix(n[0]))
              : new Expected(new TrixSignal(n[0], n[0]), TrixSignal.SIGNAL);
      case "VHF" -> new Expected(new VerticalHorizontal(n[0]));
      case "WPR" -> new Expected(new WilliamsR(n[0]), 0, -0.01, 0);
      default -> throw new IllegalArgumentException(String.join(".", parts));
    };
  }
}
