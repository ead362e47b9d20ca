/** The Alpaca brokerage. */
module io.quantkit.broker.alpaca {
  requires static transitive org.jspecify;
  requires transitive io.quantkit.core;
  requires com.fasterxml.jackson.databind;
  requires java.net.http;

  exports io.quantkit.broker.alpaca;
}
