/** Event-driven backtests on a simulated market, and their reports. */
module io.quantkit.backtest {
  requires static duckdb.jdbc;
  requires static transitive org.jspecify;
  requires transitive io.quantkit.core;
  requires transitive io.quantkit.risk;
  requires com.fasterxml.jackson.core;
  requires de.siegmar.fastcsv;
  requires java.sql;

  exports io.quantkit.backtest;
  exports io.quantkit.backtest.account;
  exports io.quantkit.backtest.cost;
  exports io.quantkit.backtest.export;
  exports io.quantkit.backtest.inference;
  exports io.quantkit.backtest.market;
  exports io.quantkit.backtest.report;
  exports io.quantkit.backtest.sweep;
  exports io.quantkit.backtest.vector;
}
