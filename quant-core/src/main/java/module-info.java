/** The vocabulary of QuantKit and the engine that trades it. */
module io.quantkit.core {
  requires static transitive org.jspecify;
  requires com.google.common;
  requires de.siegmar.fastcsv;
  requires org.slf4j;

  exports io.quantkit.core.error;
  exports io.quantkit.core.ledger;
  exports io.quantkit.core.order;
}
