/** Indicators, statistics, factors and labels, with checks against look-ahead. */
module io.quantkit.features {
  requires static transitive org.jspecify;
  requires static transitive ta4j.core;
  requires com.fasterxml.jackson.databind;
  requires commons.math3;
  requires transitive io.quantkit.core;

  exports io.quantkit.features;
  exports io.quantkit.features.catalogue;
  exports io.quantkit.features.check;
  exports io.quantkit.features.crosssection;
  exports io.quantkit.features.evaluation;
  exports io.quantkit.features.indicator.average;
  exports io.quantkit.features.indicator.cycle;
  exports io.quantkit.features.indicator.candle;
  exports io.quantkit.features.indicator.momentum;
  exports io.quantkit.features.indicator.pattern;
  exports io.quantkit.features.indicator.price;
  exports io.quantkit.features.indicator.trend;
  exports io.quantkit.features.indicator.volatility;
  exports io.quantkit.features.indicator.volume;
  exports io.quantkit.features.label;
  exports io.quantkit.features.microstructure;
  exports io.quantkit.features.regime;
  exports io.quantkit.features.matrix;
  exports io.quantkit.features.statistic;
  exports io.quantkit.features.ta4j;
  exports io.quantkit.features.timeframe;
  exports io.quantkit.features.transform;
}
