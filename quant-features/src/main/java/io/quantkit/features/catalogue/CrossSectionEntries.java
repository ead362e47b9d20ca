package io.quantkit.features.catalogue;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.strategy.Factor;
import io.quantkit.features.crosssection.Beta;
import io.quantkit.features.crosssection.ContagionRisk;
import io.quantkit.features.crosssection.CorrelationChange;
import io.quantkit.features.crosssection.CorrelationClusters;
import io.quantkit.features.crosssection.CrossSectional;
import io.quantkit.features.crosssection.CrossSectionalRank;
import io.quantkit.features.crosssection.CrossSectionalZScore;
import io.quantkit.features.crosssection.EigenvalueRatios;
import io.quantkit.features.crosssection.ExposureChange;
import io.quantkit.features.crosssection.FeatureFactor;
import io.quantkit.features.crosssection.GrangerConnectedness;
import io.quantkit.features.crosssection.IdiosyncraticVolatility;
import io.quantkit.features.crosssection.MahalanobisDistance;
import io.quantkit.features.crosssection.NetworkCentrality;
import io.quantkit.features.crosssection.Neutralized;
import io.quantkit.features.crosssection.OptimalClusters;
import io.quantkit.features.crosssection.PartialCorrelation;
import io.quantkit.features.crosssection.PrincipalComponents;
import io.quantkit.features.crosssection.RelativeStrength;
import io.quantkit.features.crosssection.RelativeVolume;
import io.quantkit.features.crosssection.ReturnReversal;
import io.quantkit.features.crosssection.RollingCorrelation;
import io.quantkit.features.crosssection.SectorBeta;
import io.quantkit.features.crosssection.SectorFunds;
import io.quantkit.features.crosssection.SectorRelativeStrength;
import io.quantkit.features.crosssection.Spillovers;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.indicator.volatility.RollingVolatility;
import io.quantkit.features.matrix.RankScale;
import io.quantkit.features.matrix.RowOperator;
import io.quantkit.features.matrix.Rows;
import io.quantkit.features.statistic.ExcessReturn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scores of many symbols at one moment. */
final class CrossSectionEntries {
  private static final String EACH = "each symbol by itself";
  private static final Factor MOMENTUM = FeatureFactor.of(new Roc(20, Roc.Scale.LOG));
  private static final Factor VOLATILITY = FeatureFactor.of(new RollingVolatility(20));

  private CrossSectionEntries() {}

  static List<FactorEntry> entries(Symbol benchmark) {
    List<FactorEntry> entries = new ArrayList<>();
    entries.addAll(single());
    entries.addAll(compared());
    entries.addAll(regressed(benchmark));
    entries.addAll(against(benchmark));
    entries.addAll(together(benchmark));
    return entries;
  }

  private static List<FactorEntry> single() {
    return List.of(
        FactorEntry.of(
            FeatureFactor.of(new Roc(10, Roc.Scale.FRACTION)),
            "Rate of change of each symbol",
            "O(n)",
            EACH,
            OutputEntry.any("x[t] / x[t-n] - 1", Unit.RATIO)),
        FactorEntry.of(
            FeatureFactor.of(new Bollinger(20)),
            "Bollinger bands of each symbol",
            "O(n)",
            EACH,
            OutputEntry.any("sma(n) + k deviation(n, ddof 0)", Unit.PRICE),
            OutputEntry.any("sma(n)", Unit.PRICE),
            OutputEntry.any("sma(n) - k deviation(n, ddof 0)", Unit.PRICE),
            OutputEntry.any("(upper - lower) / middle", Unit.RATIO),
            OutputEntry.any("(x - lower) / (upper - lower)", Unit.RATIO)));
  }

  private static List<FactorEntry> compared() {
    return List.of(
        FactorEntry.of(
            CrossSectionalRank.of(new Rsi(14)),
            "Rank in the universe",
            "O(n)",
            "definition",
            OutputEntry.within(0, 1, "(average rank - 1) / (count - 1)", Unit.RATIO)),
        FactorEntry.of(
            new CrossSectionalRank(FeatureFactor.of(new Rsi(21)), CrossSectionalRank.Scale.PERCENT),
            "Percentile rank in the universe",
            "O(n)",
            "pandas rank(pct=True)",
            OutputEntry.within(0, 1, "average rank / count", Unit.RATIO)),
        FactorEntry.of(
            CrossSectionalZScore.of(new Roc(20, Roc.Scale.LOG)),
            "Z-score against the universe",
            "O(n)",
            "definition",
            OutputEntry.any("(x - mean(universe)) / deviation(universe, ddof 1)", Unit.RATIO)),
        compared(
            Rows.rank(RankScale.NORMAL),
            "Gaussian rank",
            "definition",
            OutputEntry.any("normal quantile((average rank - 0.5) / count)", Unit.RATIO)),
        compared(
            Rows.demean(),
            "Distance from the universe's mean",
            "definition",
            OutputEntry.any("x - mean(universe)", Unit.LOG)),
        compared(
            Rows.demedian(),
            "Distance from the universe's median",
            "definition",
            OutputEntry.any("x - median(universe)", Unit.LOG)),
        compared(
            Rows.robustZscore(),
            "Outlier score",
            "B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers, 1993",
            OutputEntry.any("(x - median) / (1.4826 median|x - median|)", Unit.RATIO)),
        compared(
            Rows.winsorize(0.05, 0.95),
            "Winsorized score",
            "definition; quantiles of type 7",
            OutputEntry.any("min(max(x, quantile(low)), quantile(high))", Unit.LOG)),
        compared(
            Rows.winsorizeMad(3),
            "Score winsorized by the median deviation",
            "definition",
            OutputEntry.any("x within median -+ k 1.4826 median|x - median|", Unit.LOG)),
        compared(
            Rows.clip(-0.1, 0.1),
            "Clipped score",
            "definition",
            OutputEntry.within(-0.1, 0.1, "min(max(x, low), high)", Unit.LOG)),
        compared(
            Rows.gross(1),
            "Share of the gross exposure",
            "definition",
            OutputEntry.within(-1, 1, "x / sum|x|", Unit.RATIO)),
        FactorEntry.of(
            CrossSectional.of(VOLATILITY, Rows.net(1)),
            "Share of the net exposure",
            "O(n)",
            "definition",
            OutputEntry.any("x / sum(x)", Unit.RATIO)),
        compared(
            Rows.buckets(5),
            "Quantile bucket",
            "pandas qcut",
            OutputEntry.within(1, 5, "number of the quantile", Unit.CODE)),
        compared(
            Rows.top(2),
            "Among the largest",
            "definition",
            OutputEntry.within(0, 1, "1 if among the k largest, else 0", Unit.CODE)),
        compared(
            Rows.bottom(2),
            "Among the smallest",
            "definition",
            OutputEntry.within(0, 1, "1 if among the k smallest, else 0", Unit.CODE)),
        compared(
            Rows.minMax(),
            "Position between the extremes",
            "definition",
            OutputEntry.within(0, 1, "(x - min) / (max - min)", Unit.RATIO)),
        compared(
            Rows.softmax(1),
            "Softmax",
            "definition",
            OutputEntry.within(
                0, 1, "exp(x / temperature) / sum(exp(x / temperature))", Unit.RATIO)),
        compared(
            Rows.tanh(2),
            "Score bent towards a limit",
            "definition",
            OutputEntry.within(-2, 2, "knee tanh(x / knee)", Unit.RATIO)),
        FactorEntry.of(
            CrossSectional.of(MOMENTUM, Rows.zscore(1)).withinSectors(),
            "Z-score against the sector",
            "O(n)",
            "definition",
            OutputEntry.any("(x - mean(sector)) / deviation(sector, ddof 1)", Unit.RATIO)));
  }

  private static FactorEntry compared(
      RowOperator operator, String title, String source, OutputEntry output) {
    return FactorEntry.of(CrossSectional.of(MOMENTUM, operator), title, "O(n)", source, output);
  }

  private static List<FactorEntry> regressed(Symbol benchmark) {
    return List.of(
        FactorEntry.of(
            new Neutralized(MOMENTUM, List.of(VOLATILITY), true),
            "Score neutral to exposures and sectors",
            "O(n k^2)",
            "least squares; A. Bjorck, BIT 7, 1967",
            OutputEntry.any("x - exposures b - sector", Unit.LOG)),
        FactorEntry.of(
            new MahalanobisDistance(List.of(MOMENTUM, VOLATILITY), 0.01),
            "Mahalanobis distance",
            "O(n k^2)",
            "P. Mahalanobis, 1936",
            OutputEntry.atLeastZero("sqrt((x - mean)' covariance^-1 (x - mean))", Unit.RATIO)),
        FactorEntry.of(
            new ExposureChange(new Beta(benchmark, 40), 20),
            "Change of a factor exposure",
            "O(n)",
            "definition",
            OutputEntry.any("x[t] - x[t-n]", Unit.RATIO)));
  }

  private static List<FactorEntry> against(Symbol benchmark) {
    SectorFunds funds = SectorFunds.of(Map.of("", benchmark));
    return List.of(
        FactorEntry.of(
            new RelativeStrength(benchmark, 20),
            "Relative strength against a benchmark",
            "O(n)",
            "definition",
            OutputEntry.within(
                -1,
                Double.POSITIVE_INFINITY,
                "(x[t] / x[t-n]) / (benchmark[t] / benchmark[t-n]) - 1",
                Unit.RATIO)),
        FactorEntry.of(
            new SectorRelativeStrength(funds, 20),
            "Relative strength against the sector's fund",
            "O(n)",
            "definition",
            OutputEntry.within(
                -1,
                Double.POSITIVE_INFINITY,
                "(x[t] / x[t-n]) / (fund[t] / fund[t-n]) - 1",
                Unit.RATIO)),
        FactorEntry.of(
            new Beta(benchmark, 60),
            "Beta to the market",
            "O(n)",
            "W. Sharpe, Journal of Finance 19, 1964",
            OutputEntry.any("cov(r, market, n) / var(market, n)", Unit.RATIO)),
        FactorEntry.of(
            new SectorBeta(funds, 60),
            "Beta to the sector's fund",
            "O(n)",
            "W. Sharpe, Journal of Finance 19, 1964",
            OutputEntry.any("cov(r, fund, n) / var(fund, n)", Unit.RATIO)),
        FactorEntry.of(
            new ExcessReturn(benchmark, 20),
            "Excess return over the benchmark",
            "O(1)",
            "definition",
            OutputEntry.any("x[t] / x[t-n] - benchmark[t] / benchmark[t-n]", Unit.RATIO)),
        FactorEntry.of(
            new IdiosyncraticVolatility(benchmark, 60),
            "Idiosyncratic volatility",
            "O(n)",
            "A. Ang, R. Hodrick, Y. Xing and X. Zhang, Journal of Finance 61, 2006",
            OutputEntry.atLeastZero("sqrt(sum(residual^2) / (n - 2))", Unit.RATIO)),
        FactorEntry.of(
            new ReturnReversal(benchmark, 20),
            "Liquidity by return reversal",
            "O(n w)",
            "L. Pástor and R. Stambaugh, Journal of Political Economy 111, 2003",
            OutputEntry.any(
                "gamma of e[t+1] = theta + phi r[t] + gamma sign(e[t]) close[t] volume[t]",
                Unit.PER_NOTIONAL),
            OutputEntry.any("gamma / standard error", Unit.RATIO)),
        FactorEntry.of(
            new RelativeVolume(20),
            "Relative volume",
            "O(n)",
            "definition",
            OutputEntry.atLeastZero("volume[t] / mean(volume[t-n..t-1])", Unit.RATIO),
            OutputEntry.atLeastZero("raw / median(raw, universe)", Unit.RATIO)),
        FactorEntry.of(
            new RollingCorrelation(benchmark, 60),
            "Correlation with a reference",
            "O(n)",
            "definition",
            OutputEntry.within(-1, 1, "corr(r, reference, n)", Unit.RATIO)),
        FactorEntry.of(
            new CorrelationChange(benchmark, 20, 60),
            "Change of the correlation with a reference",
            "O(n)",
            "R. A. Fisher, Metron 1, 1921",
            OutputEntry.within(-2, 2, "corr(recent) - corr(before)", Unit.RATIO),
            OutputEntry.any(
                "(atanh(recent) - atanh(before)) / sqrt(1 / (n1 - 3) + 1 / (n2 - 3))",
                Unit.RATIO)));
  }

  private static List<FactorEntry> together(Symbol benchmark) {
    return List.of(
        FactorEntry.of(
            new PartialCorrelation(benchmark, 60, 0.01),
            "Partial correlation with a reference",
            "O(n^2 w + n^3)",
            "definition",
            OutputEntry.within(
                -1, 1, "-p_ij / sqrt(p_ii p_jj), p = (corr + ridge)^-1", Unit.RATIO)),
        FactorEntry.of(
            new PrincipalComponents(3, 60),
            "Principal components",
            "O(n^2 w + min(n, w)^3)",
            "H. Hotelling, Journal of Educational Psychology 24, 1933",
            loading(1),
            loading(2),
            loading(3),
            OutputEntry.atLeastZero("deviation(r) sqrt(1 - sum(loading^2))", Unit.RATIO)),
        FactorEntry.of(
            new EigenvalueRatios(2, 60),
            "Eigenvalue ratios",
            "O(n^2 w + min(n, w)^3)",
            "M. Kritzman, Y. Li, S. Page and R. Rigobon, Journal of Portfolio Management 37, 2011",
            OutputEntry.within(0, 1, "sum(lambda[1..k]) / count", Unit.RATIO),
            OutputEntry.within(0, 1, "lambda[1] / count", Unit.RATIO),
            OutputEntry.within(1, Double.POSITIVE_INFINITY, "lambda[1] / lambda[2]", Unit.RATIO)),
        FactorEntry.of(
            new NetworkCentrality(60),
            "Network centrality",
            "O(n^2 w + n^3)",
            "R. Mantegna, European Physical Journal B 11, 1999; L. Freeman, 1979",
            OutputEntry.within(0, 1, "part in the leading eigenvector of |corr|", Unit.RATIO),
            OutputEntry.within(0, 1, "neighbours in the spanning tree / others", Unit.RATIO),
            OutputEntry.within(0, 1, "pairs of others connected through it / pairs", Unit.RATIO)),
        FactorEntry.of(
            new CorrelationClusters(3, 60),
            "Correlation clusters",
            "O(n^2 w)",
            "R. Sokal and C. Michener, 1958; F. Murtagh, Computer Journal 26, 1983",
            OutputEntry.within(1, 3, "label of the average linkage cluster", Unit.CODE)),
        FactorEntry.of(
            new OptimalClusters(4, 60, 1),
            "Correlation clusters of optimal number",
            "O(n^2 w + n^2 k^2 rounds)",
            "M. López de Prado and M. Lewis, Quantitative Finance 19, 2019",
            OutputEntry.within(
                1, Double.POSITIVE_INFINITY, "label of the k-means cluster", Unit.CODE),
            OutputEntry.within(-1, 1, "(b - a) / max(a, b), mean distances", Unit.RATIO),
            OutputEntry.within(
                2, Double.POSITIVE_INFINITY, "clusters of the best partition", Unit.CODE)),
        FactorEntry.of(
            new ContagionRisk(0.1, 60),
            "Contagion risk by co-exceedances",
            "O(n w log w)",
            "K.-H. Bae, G. A. Karolyi and R. Stulz, Review of Financial Studies 16, 2003",
            OutputEntry.within(
                0, 1, "mean share of others in their tails while it is in its own", Unit.RATIO)),
        FactorEntry.of(
            new GrangerConnectedness(0.05, 60),
            "Granger connectedness",
            "O(n^2 w)",
            "M. Billio, M. Getmansky, A. Lo and L. Pelizzon, Journal of Financial Economics 104,"
                + " 2012",
            OutputEntry.within(0, 1, "share of others that it Granger-causes", Unit.RATIO),
            OutputEntry.within(0, 1, "share of others that Granger-cause it", Unit.RATIO)),
        FactorEntry.of(
            new Spillovers(1, 10, 60),
            "Spillovers",
            "O(n^3 w + n^3 horizon)",
            "F. Diebold and K. Yilmaz, International Journal of Forecasting 28, 2012",
            OutputEntry.atLeastZero("sum(j, share_ji)", Unit.RATIO),
            OutputEntry.within(0, 1, "sum(j, share_ij)", Unit.RATIO),
            OutputEntry.any("to - from", Unit.RATIO),
            OutputEntry.within(0, 1, "mean(from)", Unit.RATIO)));
  }

  private static OutputEntry loading(int component) {
    return OutputEntry.within(
        -1, 1, "u_" + component + " sqrt(lambda_" + component + ")", Unit.RATIO);
  }
}
