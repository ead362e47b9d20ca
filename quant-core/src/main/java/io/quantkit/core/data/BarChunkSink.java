package io.quantkit.core.data;

/** Takes bars in chunks while a file is read. */
@FunctionalInterface
public interface BarChunkSink {

  /**
   * Takes the next bars of the file; called on the thread that reads. What it throws ends the
   * reading.
   *
   * @param chunk valid until this returns
   */
  void accept(BarChunk chunk);
}
