package io.quantkit.core.synthetic.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Trade;
import io.quantkit.core.synthetic.ZScore;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finds the parameters of each model again by the estimator that its authors give. */
class TradeModelsTest {

  @Test
  void rollsSpreadIsFoundBySerialCovariance() {
    List<Trade> trades = new RollModel(1000, 0.05, 0.02, 100).trades(200_000, 0, 1_000_000, 1);
    ZScore covariance = new ZScore("serial covariance", -0.05 * 0.05);
    ZScore variance = new ZScore("variance", 2 * 0.05 * 0.05 + 0.02 * 0.02);
    for (int i = 2; i < trades.size(); i++) {
      double last = change(trades, i - 1);
      double next = change(trades, i);
      if (i % 3 == 2) { // products further apart are independent
        covariance.add(last * next);
        variance.add(next * next);
      }
    }
    covariance.check();
    variance.check();
    assertThat(2 * Math.sqrt(-covariance.mean())).isCloseTo(0.1, within(0.002));
  }

  @Test
  void kylesLambdaIsTheSlopeOfPriceOnFlow() {
    List<Trade> trades = new KyleImpact(1000, 2e-4, 500, 0.05).trades(50_000, 0, 1, 2);
    double[] x = new double[trades.size() - 1];
    double[] y = new double[trades.size() - 1];
    for (int i = 1; i < trades.size(); i++) {
      x[i - 1] = trades.get(i).size() * trades.get(i).aggressor().sign();
      y[i - 1] = change(trades, i);
    }
    double slope = dot(x, y) / dot(x, x);
    double error = 0.05 / Math.sqrt(dot(x, x));

    assertThat(slope).isCloseTo(2e-4, within(4.5 * error));
  }

  @Test
  void glostenAndHarrisAreFoundByTheirRegression() {
    GlostenHarris model = new GlostenHarris(1000, 0.03, 1e-4, 0.01, 2e-4, 0.02, 50);
    List<Trade> trades = model.trades(100_000, 0, 1, 3);
    double[] expected = {0.03, 1e-4, 0.01, 2e-4};
    int n = trades.size() - 1;
    double[][] x = new double[4][n];
    double[] y = new double[n];
    ZScore size = new ZScore("size", 50);
    for (int i = 1; i <= n; i++) {
      int q = trades.get(i).aggressor().sign();
      int before = trades.get(i - 1).aggressor().sign();
      double flow = q * trades.get(i).size();
      x[0][i - 1] = q - before;
      x[1][i - 1] = flow - before * trades.get(i - 1).size();
      x[2][i - 1] = q;
      x[3][i - 1] = flow;
      y[i - 1] = change(trades, i);
      size.add(trades.get(i).size());
    }
    double[] estimate = leastSquares(x, y);
    for (int k = 0; k < 4; k++) {
      // Each regressor's own part is what the others leave of it.
      double own = ownSquares(x, k);
      assertThat(estimate[k]).isCloseTo(expected[k], within(4.5 * 0.02 / Math.sqrt(own)));
    }
    size.check();
  }

  @Test
  void informedTradingHasItsMomentsAndItsProbability() {
    InformedTrading model = new InformedTrading(0.4, 0.6, 80, 100, 120);
    ZScore buys = new ZScore("buys", 100 + 0.4 * 0.4 * 80);
    ZScore sells = new ZScore("sells", 120 + 0.4 * 0.6 * 80);
    ZScore news = new ZScore("news", 0.4);
    ZScore bad = new ZScore("bad news", 0.24);
    ZScore product = new ZScore("covariance", -0.4 * 0.4 * 80 * 0.4 * 0.6 * 80);
    for (InformedTrading.Day day : model.days(50_000, 4)) {
      buys.add(day.buys());
      sells.add(day.sells());
      news.add(day.news() == InformedTrading.News.NONE ? 0 : 1);
      bad.add(day.news() == InformedTrading.News.BAD ? 1 : 0);
      product.add((day.buys() - 112.8) * (day.sells() - 139.2));
    }
    buys.check();
    sells.check();
    news.check();
    bad.check();
    product.check();
    assertThat(model.probability()).isEqualTo(32.0 / 252);
  }

  @Test
  void informedTradesLieInTheirSessionsAndAreThoseOfTheDays() {
    InformedTrading model = new InformedTrading(0.5, 0.5, 30, 20, 20);
    List<Session> sessions =
        TradingCalendar.xshg().sessions(LocalDate.of(2021, 11, 1), LocalDate.of(2021, 12, 1));
    List<Trade> trades = model.trades(sessions, 50, 100, 5);
    List<InformedTrading.Day> days = model.days(sessions.size(), 5);
    int at = 0;
    for (int d = 0; d < days.size(); d++) {
      int buys = 0;
      int all = days.get(d).buys() + days.get(d).sells();
      for (int i = 0; i < all; i++, at++) {
        assertThat(sessions.get(d).contains(trades.get(at).eventTime())).isTrue();
        buys += trades.get(at).aggressor() == Aggressor.BUYER ? 1 : 0;
      }
      assertThat(buys).isEqualTo(days.get(d).buys());
    }
    assertThat(at).isEqualTo(trades.size());
  }

  @Test
  void refusesParametersThatMakeNoTrades() {
    assertThatThrownBy(() -> new RollModel(1, -1, 0, 1))
        .hasMessage("halfSpread must be at least 0 and finite, was -1.0");
    assertThatThrownBy(() -> new InformedTrading(1.5, 0, 1, 1, 1))
        .hasMessage("newsProbability must be within 0 to 1, was 1.5");
    assertThatThrownBy(() -> new RollModel(1, 0.1, 10, 1).trades(100, 0, 1, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the price must stay positive, became -");
  }

  private static double change(List<Trade> trades, int i) {
    return trades.get(i).price() - trades.get(i - 1).price();
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** Solves the normal equations by Gaussian elimination. */
  private static double[] leastSquares(double[][] x, double[] y) {
    int k = x.length;
    double[][] a = new double[k][k + 1];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        a[i][j] = dot(x[i], x[j]);
      }
      a[i][k] = dot(x[i], y);
    }
    for (int p = 0; p < k; p++) {
      for (int i = 0; i < k; i++) {
        if (i != p) {
          double factor = a[i][p] / a[p][p];
          for (int j = p; j <= k; j++) {
            a[i][j] -= factor * a[p][j];
          }
        }
      }
    }
    double[] solution = new double[k];
    for (int i = 0; i < k; i++) {
      solution[i] = a[i][k] / a[i][i];
    }
    return solution;
  }

  /** Returns the squared length of what a regressor has beyond the others. */
  private static double ownSquares(double[][] x, int k) {
    double[][] others = new double[x.length - 1][];
    for (int i = 0, j = 0; i < x.length; i++) {
      if (i != k) {
        others[j++] = x[i];
      }
    }
    double[] fit = leastSquares(others, x[k]);
    double sum = dot(x[k], x[k]);
    for (int j = 0; j < others.length; j++) {
      sum -= fit[j] * dot(others[j], x[k]);
    }
    return sum;
  }
}
