package io.quantkit.core.data;

/** Receives the rows that a reader rejects. */
@FunctionalInterface
public interface RejectionListener {

  /**
   * Takes a rejected row; called on the thread that reads, in file order.
   *
   * @param row what is wrong with it
   * @param original its bytes as the file has them, without the line end; the listener's own
   */
  void rejected(RejectedRow row, byte[] original);
}
