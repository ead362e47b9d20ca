package io.quantkit.core.data;

/** Takes quotes in chunks while a file is read. */
@FunctionalInterface
public interface QuoteChunkSink {

  /**
   * Takes the next quotes of the file; called on the thread that reads. What it throws ends the
   * reading.
   *
   * @param chunk valid until this returns
   */
  void accept(QuoteChunk chunk);
}
