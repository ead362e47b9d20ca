/** The vocabulary of QuantKit and the engine that trades it. */
module io.quantkit.core {
  requires static duckdb.jdbc;
  requires static io.jhdf;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.google.common;
  requires de.siegmar.fastcsv;
  requires java.sql;
  requires org.slf4j;

  exports io.quantkit.core.action;
  exports io.quantkit.core.aggregate;
  exports io.quantkit.core.broker;
  exports io.quantkit.core.data;
  exports io.quantkit.core.engine;
  exports io.quantkit.core.error;
  exports io.quantkit.core.event;
  exports io.quantkit.core.execution;
  exports io.quantkit.core.ledger;
  exports io.quantkit.core.market;
  exports io.quantkit.core.math;
  exports io.quantkit.core.order;
  exports io.quantkit.core.quality;
  exports io.quantkit.core.series;
  exports io.quantkit.core.store;
  exports io.quantkit.core.strategy;
  exports io.quantkit.core.synthetic;
  exports io.quantkit.core.synthetic.flow;
  exports io.quantkit.core.time;
  exports io.quantkit.core.universe;
}
