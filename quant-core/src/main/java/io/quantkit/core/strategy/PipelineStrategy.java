package io.quantkit.core.strategy;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.FeatureMatrix;
import io.quantkit.core.series.Returns;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A strategy composed of stages: factors, a predictor, a portfolio constructor and a sizer.
 *
 * <p>With every slice the factors are updated. On a rebalancing slice the predictor scores the
 * symbols that have a bar and may be traded; those with a prediction and a complete return history
 * are the candidates from which the constructor chooses weights, and the sizer turns the weights
 * into market orders. If there is no candidate nothing is traded. If the constructor finds no
 * portfolio nothing is traded either, and the {@link Decision} says why.
 *
 * <p>The stages are immutable; a pipeline itself keeps the state of one run and belongs to one
 * engine.
 */
public final class PipelineStrategy implements Strategy {

  /** How many returns a candidate must have by default: 60. */
  public static final int DEFAULT_LOOKBACK = 60;

  private final FactorSet factors;
  private final Predictor predictor;
  private final PortfolioConstructor constructor;
  private final PortfolioConstraints constraints;
  private final OrderSizer sizer;
  private final int lookback;
  private final int rebalanceEvery;
  private final Consumer<Decision> decisions;
  private final ArrayDeque<BarSlice> history = new ArrayDeque<>();
  private FactorSet.@Nullable Stream stream;
  private long slices;

  private PipelineStrategy(Builder builder) {
    this.factors = builder.factors;
    this.predictor = builder.predictor;
    this.constructor = builder.constructor;
    this.constraints = builder.constraints;
    this.sizer = builder.sizer;
    this.lookback = builder.lookback;
    this.rebalanceEvery = builder.rebalanceEvery;
    this.decisions = builder.decisions;
  }

  /** Returns a builder of a pipeline of the given stages. */
  public static Builder builder(
      FactorSet factors, Predictor predictor, PortfolioConstructor constructor) {
    return new Builder(factors, predictor, constructor);
  }

  @Override
  public void onBars(StrategyContext context, BarSlice bars) {
    FactorSet.Stream running = stream;
    if (running == null) {
      running = factors.start(context.market().universe(), bars.symbols());
      stream = running;
    }
    FeatureMatrix features = running.update(bars);
    history.addLast(bars);
    if (history.size() > lookback + 1) {
      history.removeFirst();
    }
    if (slices++ % rebalanceEvery == 0) {
      rebalance(context, bars, features);
    }
  }

  private void rebalance(StrategyContext context, BarSlice bars, FeatureMatrix features) {
    double[] predictions = new double[features.rows()];
    predictor.predict(features, predictions);
    Returns returns = Returns.of(bars.symbols(), List.copyOf(history));
    List<Symbol> candidates = new ArrayList<>();
    double[] scores = new double[predictions.length];
    for (int r = 0; r < predictions.length; r++) {
      if (!Double.isNaN(predictions[r]) && complete(returns, features.symbolIndex(r))) {
        scores[candidates.size()] = predictions[r];
        candidates.add(features.symbol(r));
      }
    }
    if (candidates.isEmpty()) {
      return;
    }
    Symbols symbols = Symbols.copyOf(candidates);
    Signals signals = Signals.copyOf(symbols, Arrays.copyOf(scores, symbols.size()));
    PortfolioProblem problem =
        new PortfolioProblem(
            bars.knownAt(),
            context.market().universe(),
            signals,
            returns.select(symbols),
            held(context, bars.symbols()),
            constraints);
    Allocation allocation = constructor.construct(problem);
    decisions.accept(new Decision(bars.knownAt(), signals, allocation));
    if (allocation instanceof Allocation.Chosen chosen) {
      context.rebalance(chosen.weights(), sizer);
    }
  }

  private boolean complete(Returns returns, int symbol) {
    if (returns.rows() < lookback) {
      return false;
    }
    for (int t = 0; t < returns.rows(); t++) {
      if (Double.isNaN(returns.value(t, symbol))) {
        return false;
      }
    }
    return true;
  }

  private static Weights held(StrategyContext context, Symbols symbols) {
    PortfolioView portfolio = context.portfolio();
    double equity = portfolio.equity().doubleValue();
    double[] weights = new double[symbols.size()];
    for (int s = 0; s < weights.length; s++) {
      Symbol symbol = symbols.get(s);
      double units = portfolio.position(symbol).doubleValue();
      weights[s] = units == 0 ? 0 : units * context.market().unitValue(symbol) / equity;
    }
    return Weights.copyOf(symbols, weights);
  }

  /** Collects the settings, then {@link #build} makes the pipeline. Not thread-safe. */
  public static final class Builder {
    private final FactorSet factors;
    private final Predictor predictor;
    private final PortfolioConstructor constructor;
    private PortfolioConstraints constraints = PortfolioConstraints.LONG_ONLY;
    private OrderSizer sizer = OrderSizer.DEFAULT;
    private int lookback = DEFAULT_LOOKBACK;
    private int rebalanceEvery = 1;
    private Consumer<Decision> decisions = decision -> {};

    private Builder(FactorSet factors, Predictor predictor, PortfolioConstructor constructor) {
      this.factors = factors;
      this.predictor = predictor;
      this.constructor = constructor;
    }

    /** Sets what portfolios must respect. Default: {@link PortfolioConstraints#LONG_ONLY}. */
    public Builder constraints(PortfolioConstraints newConstraints) {
      constraints = newConstraints;
      return this;
    }

    /** Sets how weights become orders. Default: {@link OrderSizer#DEFAULT}. */
    public Builder sizer(OrderSizer newSizer) {
      sizer = newSizer;
      return this;
    }

    /**
     * Sets how many returns the constructor sees, and a candidate must have.
     *
     * @param bars at least 1; default {@link #DEFAULT_LOOKBACK}
     */
    public Builder lookback(int bars) {
      if (bars < 1) {
        throw new IllegalArgumentException("lookback must be at least 1, was " + bars);
      }
      lookback = bars;
      return this;
    }

    /**
     * Sets how often the portfolio is chosen anew.
     *
     * @param bars at least 1; default 1, with every slice
     */
    public Builder rebalanceEvery(int bars) {
      if (bars < 1) {
        throw new IllegalArgumentException("rebalanceEvery must be at least 1, was " + bars);
      }
      rebalanceEvery = bars;
      return this;
    }

    /** Sets who is told of every decision. Default: nobody. */
    public Builder onDecision(Consumer<Decision> listener) {
      decisions = listener;
      return this;
    }

    /** Returns a new pipeline. */
    public PipelineStrategy build() {
      return new PipelineStrategy(this);
    }
  }
}
