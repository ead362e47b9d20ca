package io.quantkit.core.execution;

import java.util.Arrays;

/**
 * How a market answers to trading, linearly, and the optimal way to trade a quantity in it.
 *
 * <p>Trading at a rate of {@code v} units per unit of time executes {@code fixedCost + temporary *
 * v} worse than the price, which does not last, and moves the price for good by {@code permanent}
 * per unit traded; between trades the price is a random walk without drift. {@link #optimal} gives
 * the schedule that minimizes {@code expectedCost + riskAversion * variance}, which is {@code x(t)
 * = X sinh(k (T - t)) / sinh(k T)} with {@code 2 (cosh(k tau) - 1) / tau^2 = riskAversion *
 * volatility^2 / (temporary - permanent * tau / 2)} for periods of length {@code tau}. It is
 * computed from exponentials that do not overflow however large {@code k T} is.
 *
 * <p>The unit of time is the caller's, a day for example, and the same everywhere. R. Almgren and
 * N. Chriss, "Optimal execution of portfolio transactions", Journal of Risk 3, 2000, sections 1 to
 * 3.
 *
 * @param volatility the standard deviation of the price over one unit of time, in money (not as a
 *     part of the price), at least 0
 * @param fixedCost what each unit costs however slowly it is traded, such as half the spread, at
 *     least 0
 * @param temporary by how much a unit executes worse per unit traded in a unit of time, positive
 * @param permanent by how much a unit traded moves the price, at least 0
 */
public record AlmgrenChriss(
    double volatility, double fixedCost, double temporary, double permanent) {

  /**
   * Creates a market.
   *
   * @throws IllegalArgumentException if a number is negative or not finite, or the temporary impact
   *     is 0
   */
  public AlmgrenChriss {
    requireAtLeastZero("volatility", volatility);
    requireAtLeastZero("fixedCost", fixedCost);
    requireAtLeastZero("permanent", permanent);
    if (!(temporary > 0 && temporary < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("temporary must be positive and finite, was " + temporary);
    }
  }

  private static void requireAtLeastZero(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, was " + value);
    }
  }

  /**
   * Returns the schedule that trades a quantity at the least expected cost and risk.
   *
   * @param quantity how many units are to be sold, negative if they are to be bought
   * @param horizon the time until all must be traded, positive
   * @param periods into how many periods of equal length it is divided, at least 1
   * @param riskAversion how much expected cost a unit of variance is worth, per unit of money, at
   *     least 0; 0 trades evenly
   * @throws IllegalArgumentException if an argument is out of range, or {@code temporary} does not
   *     exceed {@code permanent * horizon / periods / 2}, with which there is no optimum
   */
  public ExecutionPath optimal(double quantity, double horizon, int periods, double riskAversion) {
    requireAtLeastZero("riskAversion", riskAversion);
    checkSchedule(quantity, horizon, periods);
    double tau = horizon / periods;
    double kappa = urgency(tau, riskAversion);
    double[] holdings = new double[periods + 1];
    holdings[0] = quantity;
    for (int j = 1; j < periods; j++) {
      holdings[j] = quantity * remaining(kappa, tau, j, periods);
    }
    return path(holdings, horizon);
  }

  /**
   * Returns what a given schedule costs in this market.
   *
   * @param holdings the units left at the start and after each period, the last one 0; not modified
   * @param horizon the time until all is traded, positive
   * @throws IllegalArgumentException if there are less than two holdings, one is not finite, or the
   *     last one is not 0
   */
  public ExecutionPath evaluate(double[] holdings, double horizon) {
    if (holdings.length < 2 || holdings[holdings.length - 1] != 0) {
      throw new IllegalArgumentException(
          "holdings must begin with the quantity and end with 0, were "
              + Arrays.toString(holdings));
    }
    for (double held : holdings) {
      checkSchedule(held, horizon, holdings.length - 1);
    }
    return path(holdings.clone(), horizon);
  }

  private static void checkSchedule(double quantity, double horizon, int periods) {
    if (!Double.isFinite(quantity)) {
      throw new IllegalArgumentException("quantity must be finite, was " + quantity);
    }
    if (!(horizon > 0 && horizon < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("horizon must be positive and finite, was " + horizon);
    }
    if (periods < 1) {
      throw new IllegalArgumentException("periods must be at least 1, was " + periods);
    }
  }

  /**
   * Returns {@code k}, the rate at which an optimal schedule decays: after {@code 1 / k} units of
   * time the part {@code 1 / e} of a quantity is left, if the horizon is far.
   *
   * @param tau the length of a period, positive
   * @param riskAversion at least 0
   * @throws IllegalArgumentException if {@code temporary} does not exceed {@code permanent * tau /
   *     2}
   */
  public double urgency(double tau, double riskAversion) {
    double eta = temporary - permanent * tau / 2;
    if (!(eta > 0)) {
      throw new IllegalArgumentException(
          "temporary must exceed permanent * tau / 2 = %s, was %s; take shorter periods"
              .formatted(permanent * tau / 2, temporary));
    }
    // cosh(y) - 1 = 2 sinh(y / 2)^2
    double half = tau / 2 * volatility * Math.sqrt(riskAversion / eta);
    return 2 / tau * asinh(half);
  }

  private static double asinh(double x) {
    if (x > 1e8) {
      return StrictMath.log(x) + StrictMath.log(2);
    }
    return StrictMath.log1p(x + x * x / (1 + Math.sqrt(x * x + 1)));
  }

  /** Returns {@code sinh(k (T - t)) / sinh(k T)}, at {@code k = 0} its limit {@code 1 - t / T}. */
  private static double remaining(double kappa, double tau, int j, int periods) {
    double whole = kappa * tau * periods;
    double left = kappa * tau * (periods - j);
    if (whole < 1e-9) {
      return (double) (periods - j) / periods;
    }
    return StrictMath.exp(left - whole)
        * (StrictMath.expm1(-2 * left) / StrictMath.expm1(-2 * whole));
  }

  private ExecutionPath path(double[] holdings, double horizon) {
    double tau = horizon / (holdings.length - 1);
    double squares = 0;
    double absolute = 0;
    double exposure = 0;
    for (int j = 1; j < holdings.length; j++) {
      double trade = holdings[j - 1] - holdings[j];
      squares += trade * trade;
      absolute += Math.abs(trade);
      exposure += holdings[j] * holdings[j];
    }
    // The sum of the prices' moves, permanent * trade * what is left after it, is the first and
    // the last term together.
    double cost =
        permanent * holdings[0] * holdings[0] / 2
            + fixedCost * absolute
            + (temporary / tau - permanent / 2) * squares;
    return new ExecutionPath(holdings, tau, cost, volatility * volatility * tau * exposure);
  }
}
