package io.quantkit.backtest.cost;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import java.time.Duration;

/**
 * Market impact that fades slowly, by a power of time: an execution moves the price by {@code sigma
 * * impact * x^sizeExponent} and {@code t} later by {@code (1 + t / scale)^-decayExponent} times
 * that, with {@code x} the quantity as a part of a usual day's volume and {@code sigma} the
 * volatility of a day. It pays the average of its own move on the way, {@code 1 / (1 +
 * sizeExponent)} of it, on top of what is left of all moves before.
 *
 * <p>The power of time is computed as a sum of exponentials, to 1e-3 of its value up to a million
 * {@code scale}s; the smaller its exponent, the more of them. J.-P. Bouchaud, Y. Gefen, M. Potters
 * and M. Wyart, "Fluctuations and response in financial markets", Quantitative Finance 4, 2004;
 * J.-P. Bouchaud, J. Bonart, J. Donier and M. Gould, Trades, Quotes and Prices, 2018, chapter 13.
 *
 * @param impact how many daily volatilities an order for a day's volume would move the price, at
 *     least 0
 * @param sizeExponent the exponent of size, within (0, 1]; about 0.5
 * @param decayExponent the exponent of time, within [0.05, 1]; about 0.5
 * @param scale the time after which the decay sets in, positive
 * @param recent what volatility and volume are learnt from
 */
public record Propagator(
    double impact, double sizeExponent, double decayExponent, Duration scale, Recent recent)
    implements CostModel {

  public Propagator {
    Check.atLeastZero("impact", impact);
    AlmgrenChrissImpact.checkExponent("sizeExponent", sizeExponent);
    if (!(decayExponent >= 0.05 && decayExponent <= 1)) {
      throw new IllegalArgumentException(
          "decayExponent must be within [0.05, 1], was " + decayExponent);
    }
    if (scale.isNegative() || scale.isZero()) {
      throw new IllegalArgumentException("scale must be positive, was " + scale);
    }
  }

  @Override
  public Costs start(Symbols symbols, Universe universe) {
    return new Run(this, symbols);
  }

  private static final class Run implements Costs {
    /** The distance and the largest of the logarithms of the rates, in units of 1 / scale. */
    private static final double STEP = 0.75;

    private static final double MOST = 3.5;

    private final Propagator model;
    private final History history;
    private final int terms;
    private final double[] rates;
    private final double[] weights;
    private final double[] levels;
    private final long[] times;

    Run(Propagator model, Symbols symbols) {
      this.model = model;
      this.history = new History(symbols, model.recent);
      // What is slower than that has less than exp(-7) of what is left after exp(15) scales.
      double least = -(15 + 7 / model.decayExponent);
      this.terms = (int) Math.ceil((MOST - least) / STEP);
      this.rates = new double[terms];
      this.weights = new double[terms];
      this.levels = new double[symbols.size() * terms];
      this.times = new long[symbols.size()];
      // (1 + s)^-g = 1 / Gamma(g) * integral of u^(g-1) e^-u e^-us du, by the trapezoidal rule over
      // ln u, whose weights sum to Gamma(g).
      double nanos = model.scale.toNanos();
      double sum = 0;
      for (int k = 0; k < terms; k++) {
        double y = MOST - k * STEP;
        double u = StrictMath.exp(y);
        weights[k] = StrictMath.exp(model.decayExponent * y - u);
        rates[k] = u / nanos;
        sum += weights[k];
      }
      for (int k = 0; k < terms; k++) {
        weights[k] /= sum;
      }
    }

    @Override
    public void onBars(BarSlice bars) {
      history.add(bars);
    }

    @Override
    public void onAction(CorporateAction action) {
      history.forget(action);
    }

    private double move(int symbol, double quantity, double volume) {
      double share = history.share(symbol, quantity, volume);
      return history.volatility(symbol) * model.impact * StrictMath.pow(share, model.sizeExponent);
    }

    private void fade(int symbol, long time) {
      long passed = time - times[symbol];
      if (passed > 0) {
        for (int k = 0; k < terms; k++) {
          levels[symbol * terms + k] *= StrictMath.exp(-rates[k] * passed);
        }
      }
      times[symbol] = time;
    }

    @Override
    public double slippage(
        int symbol, Side side, double quantity, double reference, double volume, long time) {
      fade(symbol, time);
      double level = 0;
      for (int k = 0; k < terms; k++) {
        level += levels[symbol * terms + k];
      }
      double own = move(symbol, quantity, volume) / (1 + model.sizeExponent);
      return Check.bounded(side.sign() * level + own);
    }

    @Override
    public void onFill(
        int symbol, Side side, double quantity, double price, double volume, long time) {
      fade(symbol, time);
      double move = side.sign() * move(symbol, quantity, volume);
      for (int k = 0; k < terms; k++) {
        levels[symbol * terms + k] += move * weights[k];
      }
    }
  }
}
