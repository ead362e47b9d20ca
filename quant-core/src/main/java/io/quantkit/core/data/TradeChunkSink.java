package io.quantkit.core.data;

/** Takes trades in chunks while a file is read. */
@FunctionalInterface
public interface TradeChunkSink {

  /**
   * Takes the next trades of the file; called on the thread that reads. What it throws ends the
   * reading.
   *
   * @param chunk valid until this returns
   */
  void accept(TradeChunk chunk);
}
