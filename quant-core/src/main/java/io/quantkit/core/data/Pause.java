package io.quantkit.core.data;

import java.time.Duration;

/** Lets time pass, really or in a test. */
@FunctionalInterface
public interface Pause {

  /** Puts the calling thread to sleep. */
  Pause SLEEP = length -> Thread.sleep(length.toMillis(), length.toNanosPart() % 1_000_000);

  /**
   * Returns when the given time has passed.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void await(Duration length) throws InterruptedException;
}
