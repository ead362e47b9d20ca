package io.quantkit.broker.alpaca;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
interface Sleeper {

  /** Returns after the given time. */
  void sleep(Duration duration) throws InterruptedException;
}
