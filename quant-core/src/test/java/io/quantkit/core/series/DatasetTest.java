package io.quantkit.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.market.Symbols;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final Symbols SYMBOLS = Symbols.of("A", "B", "C");

  private static FeatureMatrix matrix() {
    return FeatureMatrix.builder(List.of("x", "y"), SYMBOLS)
        .add(1, 0, new double[] {10, 1})
        .add(1, 2, new double[] {12, Double.NaN})
        .add(3, 0, new double[] {30, 3})
        .add(3, 1, new double[] {31, 4})
        .build();
  }

  @Test
  void rowsAreFoundByTimeAndSymbol() {
    FeatureMatrix matrix = matrix();

    assertThat(matrix.indexOf(3, 1)).isEqualTo(3);
    assertThat(matrix.indexOf(1, 1)).isEqualTo(-1);
    assertThat(matrix.firstRowAt(2)).isEqualTo(2);
    assertThat(matrix.firstRowAt(4)).isEqualTo(4);
    assertThat(matrix.symbol(1)).hasToString("C");
    assertThat(matrix.column("y")).containsExactly(1, Double.NaN, 3, 4);
    assertThat(matrix.select(List.of("y")).value(3, 0)).isEqualTo(4);
    assertThat(matrix.pick(new int[] {0, 3}).column("x")).containsExactly(10, 31);
    assertThat(matrix.slice(2, 4).indexOf(3, 1)).isEqualTo(1);
    assertThatThrownBy(() -> matrix.column("z")).hasMessageContaining("feature z is not among");
  }

  @Test
  void rowsMustBeOrdered() {
    FeatureMatrix.Builder builder =
        FeatureMatrix.builder(List.of("x"), SYMBOLS).add(3, 1, new double[] {1});

    assertThatThrownBy(() -> builder.add(3, 1, new double[] {1}))
        .hasMessageContaining("ordered by time and symbol");
    assertThatThrownBy(() -> builder.add(2, 2, new double[] {1}))
        .hasMessageContaining("ordered by time and symbol");
    assertThatThrownBy(() -> builder.add(4, 3, new double[] {1}))
        .hasMessageContaining("symbol must be within [0, 3), was 3");
    assertThatThrownBy(() -> builder.add(4, 0, new double[] {1, 2}))
        .hasMessageContaining("must have 1 values, had 2");
    assertThatThrownBy(() -> FeatureMatrix.builder(List.of("x", "x"), SYMBOLS))
        .hasMessageContaining("distinct");
  }

  @Test
  void labelsMustFollowTheirDecision() {
    Labels.Builder builder = Labels.builder(SYMBOLS).add(5, 0, 1, 5, 9);

    assertThatThrownBy(() -> builder.add(6, 0, 1, 5, 9)).hasMessageContaining("that follows it");
    assertThatThrownBy(() -> builder.add(6, 0, 1, 9, 8)).hasMessageContaining("that follows it");
    assertThatThrownBy(() -> builder.add(6, 0, Double.NaN, 7, 8)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> builder.add(5, 0, 1, 5, 9)).hasMessageContaining("ordered");
  }

  @Test
  void completeRowsHaveEveryFeature() {
    Labels labels =
        Labels.builder(SYMBOLS)
            .add(1, 0, 0.1, 1, 3)
            .add(1, 2, 0.2, 1, 3)
            .add(3, 1, 0.3, 3, 5)
            .build();

    Dataset data = Dataset.join(matrix(), labels);

    assertThat(data.labels()).containsExactly(0.1, 0.2, 0.3);
    assertThat(data.complete().labels()).containsExactly(0.1, 0.3);
    assertThat(data.complete().intervalEnd(1)).isEqualTo(5);
  }

  @Test
  void weightsAreCheckedAndKept() {
    Dataset data = Dataset.join(matrix(), Labels.builder(SYMBOLS).add(1, 0, 0.1, 1, 3).build());

    assertThat(data.weight(0)).isEqualTo(1);
    assertThat(data.withWeights(new double[] {2}).pick(new int[] {0}).weight(0)).isEqualTo(2);
    assertThatThrownBy(() -> data.withWeights(new double[] {-1})).hasMessageContaining("was -1.0");
    assertThatThrownBy(() -> data.withWeights(new double[2])).hasMessageContaining("must be 1");
  }

  @Property(tries = 500)
  void joiningIsLookingUp(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FeatureMatrix.Builder features = FeatureMatrix.builder(List.of("x"), SYMBOLS);
    Labels.Builder labels = Labels.builder(SYMBOLS);
    for (long time = 0; time < 20; time++) {
      for (int s = 0; s < 3; s++) {
        if (random.nextBoolean()) {
          features.add(time, s, new double[] {time * 10 + s});
        }
        if (random.nextBoolean()) {
          labels.add(time, s, -(time * 10.0 + s), time, time + 1);
        }
      }
    }
    FeatureMatrix matrix = features.build();
    Labels built = labels.build();

    Dataset data = Dataset.join(matrix, built);

    int expected = 0;
    for (int i = 0; i < built.size(); i++) {
      int row = matrix.indexOf(built.time(i), built.symbolIndex(i));
      if (row >= 0) {
        assertThat(data.time(expected)).isEqualTo(built.time(i));
        assertThat(data.features().value(expected, 0)).isEqualTo(-data.label(expected));
        assertThat(data.intervalEnd(expected)).isEqualTo(built.time(i) + 1);
        expected++;
      }
    }
    assertThat(data.rows()).isEqualTo(expected);
  }
}
