package io.quantkit.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.Returns;
import io.quantkit.core.strategy.Allocation;
import io.quantkit.core.strategy.PortfolioConstraints;
import io.quantkit.core.strategy.PortfolioConstructor;
import io.quantkit.core.strategy.PortfolioProblem;
import io.quantkit.core.strategy.Weights;
import io.quantkit.risk.covariance.Covariance;
import io.quantkit.risk.covariance.LedoitWolf;
import io.quantkit.risk.covariance.SampleCovariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** What holds for every constructor. */
class PortfolioConstructorContractTest {

  @Provide
  Arbitrary<PortfolioConstructor> constructors() {
    return Arbitraries.of(
        new EqualWeight(),
        InverseVolatility.DEFAULT,
        new InverseVolatility(new LedoitWolf()),
        HierarchicalRiskParity.DEFAULT,
        new HierarchicalRiskParity(new LedoitWolf()),
        new TopRanked(4, InverseVolatility.DEFAULT),
        new TopRanked(4, HierarchicalRiskParity.DEFAULT));
  }

  /** Hierarchical risk parity is not among them: it documents that order breaks its symmetries. */
  @Provide
  Arbitrary<PortfolioConstructor> blindToOrder() {
    return Arbitraries.of(
        new EqualWeight(),
        InverseVolatility.DEFAULT,
        new InverseVolatility(new LedoitWolf()),
        new TopRanked(4, InverseVolatility.DEFAULT));
  }

  @Property(tries = 400)
  void weightsRespectEveryConstraintOrNoneAreGiven(
      @ForAll("constructors") PortfolioConstructor constructor,
      @ForAll @IntRange(min = 1, max = 12) int n,
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.2, max = 1) @Scale(15) double budget,
      @ForAll @DoubleRange(min = 0.05, max = 1) @Scale(15) double maxWeight,
      @ForAll @DoubleRange(min = 0.1, max = 1) @Scale(15) double maxSector) {
    PortfolioProblem problem =
        Problems.of(
            Problems.random(n, seed),
            "ABC",
            new PortfolioConstraints(budget, true, maxWeight, maxSector));
    int candidates = constructor instanceof TopRanked top ? Math.min(n, top.count()) : n;
    double reach = 0;
    for (int sector = 0; sector < 3; sector++) {
      int members = (candidates - sector + 2) / 3;
      reach += Math.min(maxSector, members * maxWeight);
    }
    Allocation allocation = constructor.construct(problem);
    if (reach < budget * (1 - 1e-9)) {
      assertThat(allocation).isInstanceOf(Allocation.Infeasible.class);
    } else if (reach > budget * (1 + 1e-9)) {
      Weights weights = ((Allocation.Chosen) allocation).weights();
      assertThat(weights.net()).isCloseTo(budget, within(1e-12));
      double[] sectors = new double[3];
      for (int i = 0; i < n; i++) {
        assertThat(weights.get(i)).isBetween(0.0, maxWeight);
        sectors[i % 3] += weights.get(i);
      }
      for (double sector : sectors) {
        assertThat(sector).isLessThanOrEqualTo(maxSector + 1e-12);
      }
    }
  }

  @Property(tries = 100)
  void permutingCandidatesPermutesWeights(
      @ForAll("blindToOrder") PortfolioConstructor constructor,
      @ForAll @IntRange(min = 2, max = 12) int n,
      @ForAll long seed) {
    Returns history = Problems.random(n, seed);
    List<Symbol> order = new ArrayList<>(history.symbols().toList());
    Collections.shuffle(order, new Random(seed));
    PortfolioConstraints constraints = new PortfolioConstraints(0.9, true, 0.9, 0.9);
    Allocation.Chosen one =
        (Allocation.Chosen) constructor.construct(Problems.of(history, "", constraints));
    Allocation.Chosen other =
        (Allocation.Chosen)
            constructor.construct(
                Problems.of(history.select(Symbols.copyOf(order)), "", constraints));
    for (Symbol symbol : order) {
      assertThat(other.weights().of(symbol)).isCloseTo(one.weights().of(symbol), within(1e-12));
    }
  }

  @Property(tries = 100)
  void scalingReturnsLeavesWeights(
      @ForAll("constructors") PortfolioConstructor constructor,
      @ForAll @IntRange(min = 1, max = 12) int n,
      @ForAll long seed) {
    Returns history = Problems.random(n, seed);
    double[] scaled = new double[history.rows() * n];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = 4 * history.value(k / n, k % n);
    }
    Returns larger = Problems.returns(history.symbols(), scaled);
    assertThat(
            Problems.chosen(constructor, Problems.of(larger, "AB", PortfolioConstraints.LONG_ONLY)))
        .containsExactly(
            Problems.chosen(
                constructor, Problems.of(history, "AB", PortfolioConstraints.LONG_ONLY)),
            within(1e-12));
  }

  @Property(tries = 100)
  void whatNoCapBindsKeepsItsProportions(@ForAll long seed) {
    Returns history = Problems.random(8, seed);
    double[] free =
        Problems.chosen(
            InverseVolatility.DEFAULT, Problems.of(history, "", PortfolioConstraints.LONG_ONLY));
    double[] capped =
        Problems.chosen(
            InverseVolatility.DEFAULT,
            Problems.of(history, "", new PortfolioConstraints(1, true, 0.16, 1)));
    double level = 0;
    for (int i = 0; i < 8; i++) {
      level = Math.max(level, capped[i] / free[i]);
    }
    for (int i = 0; i < 8; i++) {
      assertThat(capped[i]).isCloseTo(Math.min(0.16, level * free[i]), within(1e-12));
    }
  }

  @Example
  void namesTheCapThatKeepsTheBudgetFromBeingInvested() {
    Allocation allocation =
        new EqualWeight()
            .construct(
                Problems.of(Problems.random(3, 1), "", new PortfolioConstraints(1, true, 0.25, 1)));
    assertThat(((Allocation.Infeasible) allocation).conflicts())
        .containsExactly("maxWeight 0.25 lets 3 candidates hold 0.75, less than the budget 1.0");
  }

  @Example
  void namesTheSectorCapThatKeepsTheBudgetFromBeingInvested() {
    Allocation allocation =
        new EqualWeight()
            .construct(
                Problems.of(
                    Problems.random(6, 1), "AB", new PortfolioConstraints(1, true, 0.5, 0.25)));
    assertThat(((Allocation.Infeasible) allocation).conflicts())
        .containsExactly(
            "maxSectorWeight 0.25 lets the candidates' sectors hold 0.5, less than the budget 1.0");
  }

  @Property
  void namesTheCandidateWhoseReturnsNeverChange(
      @ForAll @IntRange(min = 1, max = 8) int n,
      @ForAll @DoubleRange(min = -0.5, max = 0.5) @Scale(15) double constant,
      @ForAll long seed) {
    Returns history = Problems.random(n, seed);
    int still = n / 2;
    double[] values = new double[history.rows() * n];
    for (int k = 0; k < values.length; k++) {
      values[k] = k % n == still ? constant : history.value(k / n, k % n);
    }
    PortfolioProblem problem =
        Problems.of(
            Problems.returns(history.symbols(), values), "", PortfolioConstraints.LONG_ONLY);
    for (PortfolioConstructor constructor :
        List.of(InverseVolatility.DEFAULT, HierarchicalRiskParity.DEFAULT)) {
      assertThat(((Allocation.Infeasible) constructor.construct(problem)).conflicts())
          .containsExactly("variance of S" + still + " must be positive, was 0.0");
    }
  }

  @Property(tries = 20)
  void oneCandidateTakesTheBudget(
      @ForAll("constructors") PortfolioConstructor constructor, @ForAll long seed) {
    assertThat(
            Problems.chosen(
                constructor,
                Problems.of(
                    Problems.random(1, seed), "A", new PortfolioConstraints(0.7, true, 1, 1))))
        .containsExactly(0.7);
  }

  @Property(tries = 100)
  void withoutCapsHierarchicalRiskParityIsItsFormula(
      @ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
    Returns history = Problems.random(n, seed);
    assertThat(
            Problems.chosen(
                HierarchicalRiskParity.DEFAULT,
                Problems.of(history, "ABC", PortfolioConstraints.LONG_ONLY)))
        .containsExactly(
            HierarchicalRiskParity.weights(SampleCovariance.UNBIASED.estimate(history)),
            within(1e-14));
  }

  @Property
  void candidatesThatCancelEachOtherGetNoNegativeWeight(
      @ForAll @IntRange(min = 2, max = 12) int n, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] loadings = new double[n];
    int[] factors = new int[n];
    String[] names = new String[n];
    for (int i = 0; i < n; i++) {
      loadings[i] = random.nextInt(1, 4) * (random.nextBoolean() ? 0.01 : -0.01);
      factors[i] = random.nextInt(2);
      names[i] = "S" + i;
    }
    double[] covariance = new double[n * n];
    for (int k = 0; k < covariance.length; k++) {
      int i = k / n;
      int j = k % n;
      covariance[k] = factors[i] == factors[j] ? loadings[i] * loadings[j] : 0;
    }
    double[] weights =
        HierarchicalRiskParity.weights(Covariance.copyOf(Symbols.of(names), covariance));
    for (double weight : weights) {
      assertThat(weight).isBetween(0.0, 1.0);
    }
    assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
  }

  @Example
  void topRankedHoldsTheLargestSignalsOnly() {
    double[] weights =
        Problems.chosen(
            new TopRanked(2, new EqualWeight()),
            Problems.of(Problems.random(5, 1), "", PortfolioConstraints.LONG_ONLY));
    assertThat(weights).containsExactly(0.5, 0.5, 0, 0, 0);
  }
}
