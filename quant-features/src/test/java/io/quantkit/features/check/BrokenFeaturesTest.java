package io.quantkit.features.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Features that break the laws of parity and warm-up must be caught. */
class BrokenFeaturesTest {

  /** A running sum of closes with one thing wrong. */
  private record Broken(Supplier<FeatureKernel> kernel, int stated, int settling)
      implements Feature {

    @Override
    public List<FeatureName> outputs() {
      return List.of(FeatureName.of("tech", "broken", "3", "raw"));
    }

    @Override
    public int warmup(int output) {
      return stated;
    }

    @Override
    public int settle(double eps) {
      return settling;
    }

    @Override
    public FeatureKernel start() {
      return kernel.get();
    }
  }

  /** The mean of the last three closes; {@code mode} says what is wrong. */
  private static class Mean implements FeatureKernel {
    private final String mode;
    private double[] last = {Double.NaN, Double.NaN, Double.NaN};
    private double forever;

    Mean(String mode) {
      this.mode = mode;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      last[0] = last[1];
      last[1] = last[2];
      last[2] = mode.equals("bridges gaps") && Double.isNaN(close) ? last[1] : close;
      if (Double.isNaN(close)) {
        forever = 0;
        if (!mode.equals("bridges gaps")) {
          last[0] = last[1] = last[2] = Double.NaN;
        }
      } else {
        forever += close;
      }
    }

    @Override
    public double value(int output) {
      if (mode.equals("partial") && Double.isNaN(last[0])) {
        return last[2];
      }
      return (last[0] + last[1] + last[2]) / 3 + (mode.equals("never forgets") ? forever : 0);
    }

    @Override
    public FeatureKernel copy() {
      Mean copy = new Mean(mode);
      copy.last = mode.equals("shares state") ? last : last.clone();
      copy.forever = forever;
      return copy;
    }
  }

  private static Feature broken(String mode, int warmup) {
    return new Broken(() -> new Mean(mode), warmup, Math.max(warmup, 2));
  }

  @Test
  void soundFeaturePasses() {
    new ParityCheck(1).check(broken("", 2), SampleBars.walk(60, 1)).assertClean();
    new WarmupCheck().check(broken("", 2), SampleBars.walk(60, 1)).assertClean();
    new LookAheadCheck(1).check(broken("", 2), SampleBars.walk(60, 1)).assertClean();
  }

  @Test
  void warmupThatIsTooLongOrTooShortIsCaught() {
    assertThat(laws(new WarmupCheck().check(broken("", 1), SampleBars.walk(60, 1))))
        .contains("no value after the warm-up");
    assertThat(laws(new WarmupCheck().check(broken("", 3), SampleBars.walk(60, 1))))
        .contains("value while warming up");
  }

  @Test
  void partialValuesAreCaught() {
    assertThat(laws(new WarmupCheck().check(broken("partial", 2), SampleBars.walk(60, 1))))
        .contains("value while warming up");
  }

  @Test
  void bridgedGapsAreCaught() {
    assertThat(laws(new WarmupCheck().check(broken("bridges gaps", 2), SampleBars.walk(60, 1))))
        .contains("value at a missing bar");
  }

  @Test
  void memoryThatIsLongerThanStatedIsCaught() {
    assertThat(laws(new WarmupCheck().check(broken("never forgets", 2), SampleBars.walk(60, 1))))
        .anyMatch(law -> law.startsWith("restart has not settled"));
  }

  @Test
  void snapshotsThatShareStateAreCaught() {
    assertThat(laws(new ParityCheck(1).check(broken("shares state", 2), SampleBars.walk(60, 1))))
        .contains("snapshot goes on differently");
  }

  @Test
  void batchThatDiffersInTheLastBitIsCaught() {
    Feature sound = broken("", 2);
    Feature fast =
        new Feature() {
          @Override
          public List<FeatureName> outputs() {
            return sound.outputs();
          }

          @Override
          public int warmup(int output) {
            return 2;
          }

          @Override
          public int settle(double eps) {
            return 2;
          }

          @Override
          public FeatureKernel start() {
            return sound.start();
          }

          @Override
          public void over(BarSeries series, double[][] out) {
            sound.over(series, out);
            out[0][20] = Math.nextUp(out[0][20]);
          }
        };
    assertThat(laws(new ParityCheck(1).check(fast, SampleBars.walk(60, 1))))
        .contains("stream differs from batch");
  }

  private static List<String> laws(CheckReport report) {
    return report.violations().stream().map(Violation::law).toList();
  }
}
