package io.quantkit.features.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DecayingMovesTest {
  private static final double DECAY = 0.9;

  @Property(tries = 100)
  void theSumsAreThoseOfTheirDefinition(@ForAll long seed) {
    double[] x = walk(seed);
    DecayingMoves sums = new DecayingMoves(DECAY);
    double moves = 0;
    double drift = 0;
    for (int t = 1; t < x.length; t++) {
      double change = x[t] - x[t - 1];
      moves = DECAY * moves + Math.abs(change);
      drift = DECAY * drift + change;
      sums.add(change);
      assertThat(sums.moves()).isCloseTo(moves, within(1e-12 * moves));
      assertThat(sums.drift()).isCloseTo(drift, within(1e-12 * moves));
      assertThat(Math.abs(sums.drift())).isLessThanOrEqualTo(sums.moves());
    }
  }

  @Property(tries = 100)
  void manyAtOnceAreOneAfterTheOther(@ForAll long seed) {
    double[] x = walk(seed);
    double[] moves = new double[x.length];
    double[] drifts = new double[x.length];
    DecayingMoves one = new DecayingMoves(DECAY);
    DecayingMoves many = new DecayingMoves(DECAY);
    one.start(3, -1);
    many.start(3, -1);
    SplittableRandom random = new SplittableRandom(seed);
    for (int from = 1; from < x.length; ) {
      int to = Math.min(x.length, from + 1 + random.nextInt(7));
      many.add(x, from, to, x[from - 1], moves, drifts);
      for (int t = from; t < to; t++) {
        one.add(x[t] - x[t - 1]);
        assertThat(moves[t - from]).isEqualTo(one.moves());
        assertThat(drifts[t - from]).isEqualTo(one.drift());
      }
      many = many.copy();
      from = to;
    }
  }

  @Property(tries = 20)
  void equalIfAllChangesHaveOneSign(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DecayingMoves sums = new DecayingMoves(DECAY);
    for (int t = 0; t < 200; t++) {
      sums.add(-random.nextDouble());
      assertThat(sums.drift()).isEqualTo(-sums.moves());
    }
  }

  private static double[] walk(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[200];
    for (int t = 0; t < x.length; t++) {
      x[t] = 100 + random.nextDouble();
    }
    return x;
  }
}
