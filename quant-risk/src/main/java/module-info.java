/** Performance and risk measures, covariance, portfolio construction and pre-trade limits. */
module io.quantkit.risk {
  requires static transitive org.jspecify;
  requires transitive io.quantkit.core;

  exports io.quantkit.risk.covariance;
  exports io.quantkit.risk.limit;
  exports io.quantkit.risk.measure;
  exports io.quantkit.risk.portfolio;
}
