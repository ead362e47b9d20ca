package io.quantkit.backtest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QueueModelTest {
  /** In the order of the golden file's columns. */
  private static final List<QueueModel> GOLDEN =
      List.of(
          QueueModel.RISK_AVERSE,
          new QueueModel.Power(1),
          new QueueModel.Power(3),
          new QueueModel.Power2(2),
          new QueueModel.Power2(0.5),
          new QueueModel.Power3(3),
          new QueueModel.Log(),
          new QueueModel.Log2());

  @Test
  void agreesWithHftbacktest() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("/golden/queue/queue.csv.gz");
        BufferedReader rows =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Objects.requireNonNull(file)), StandardCharsets.UTF_8))) {
      rows.readLine();
      double[] ahead = new double[GOLDEN.size()];
      boolean[] over = new boolean[GOLDEN.size()];
      double shown = 0;
      double traded = 0;
      int compared = 0;
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        String[] fields = row.split(",", -1);
        double quantity = Double.parseDouble(fields[2]);
        for (int m = 0; m < ahead.length; m++) {
          QueueModel model = GOLDEN.get(m);
          switch (fields[1]) {
            case "join" -> {
              ahead[m] = model.joining(quantity);
              over[m] = false;
            }
            case "trade" -> ahead[m] = Math.max(ahead[m] - quantity, 0);
            default -> ahead[m] = model.changed(ahead[m], shown, quantity, traded);
          }
          double expected = Double.parseDouble(fields[3 + m]);
          over[m] |= expected < 0;
          if (!over[m]) {
            assertThat(ahead[m]).as("%s of %s", model, row).isCloseTo(expected, within(1e-11));
            compared++;
          }
        }
        traded = fields[1].equals("trade") ? traded + quantity : 0;
        shown = fields[1].equals("trade") ? shown : quantity;
      }
      assertThat(compared).isGreaterThan(2_000);
    }
  }

  /** The figures of E. Rigtorp's models at the two ends of the queue. */
  @Test
  void theHeadLosesNothingAndTheTailEverything() {
    for (QueueModel model : GOLDEN.subList(1, GOLDEN.size())) {
      QueueModel.Probability probability = (QueueModel.Probability) model;
      assertThat(probability.behind(0, 10)).as("%s", model).isEqualTo(1);
      assertThat(probability.behind(10, 0)).as("%s", model).isEqualTo(0);
    }
    assertThat(new QueueModel.Power(1).behind(25, 75)).isEqualTo(0.75);
    assertThat(new QueueModel.Power(2).behind(25, 75)).isEqualTo(0.9);
    assertThat(new QueueModel.Power2(2).behind(25, 75)).isEqualTo(0.5625);
    assertThat(new QueueModel.Power3(3).behind(25, 75)).isEqualTo(0.984375);
  }

  @Test
  void whatIsOutOfSightIsAheadUnlessTheModelHopes() {
    assertThat(QueueModel.RISK_AVERSE.joining(Double.NaN)).isInfinite();
    assertThat(new QueueModel.Log().joining(Double.NaN)).isInfinite();
    assertThat(QueueModel.FRONT.joining(Double.NaN)).isZero();
    assertThat(QueueModel.THROUGH.joining(100)).isInfinite();
  }

  @Test
  void rejectsAnExponentThatIsNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QueueModel.Power(0))
        .withMessage("n must be positive and finite, was 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new QueueModel.Power2(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new QueueModel.Power3(Double.NaN));
  }

  /**
   * No estimate rises, becomes negative or exceeds the display, and the models keep their order.
   */
  @Property(tries = 500)
  void estimatesNeverRiseAndModelsKeepTheirOrder(
      @ForAll @IntRange(max = 500) int start,
      @ForAll @Size(max = 40) List<@IntRange(min = -120, max = 120) Integer> events) {
    double[] ahead = new double[GOLDEN.size()];
    for (int m = 0; m < ahead.length; m++) {
      ahead[m] = GOLDEN.get(m).joining(start);
    }
    double shown = start;
    double traded = 0;
    for (int event : events) {
      boolean trade = event % 3 == 0;
      double quantity = trade ? Math.min(Math.abs(event), shown - traded) : 0;
      double after = Math.max(shown - traded + event, 0);
      for (int m = 0; m < ahead.length; m++) {
        double before = ahead[m];
        ahead[m] =
            trade
                ? Math.max(ahead[m] - quantity, 0)
                : GOLDEN.get(m).changed(ahead[m], shown, after, traded);
        assertThat(ahead[m]).isBetween(0.0, before);
        if (!trade) {
          assertThat(ahead[m]).isLessThanOrEqualTo(after);
        }
        assertThat(ahead[m]).as("%s", GOLDEN.get(m)).isLessThanOrEqualTo(ahead[0]);
      }
      traded = trade ? traded + quantity : 0;
      shown = trade ? shown : after;
    }
  }
}
