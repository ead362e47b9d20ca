package io.quantkit.core.event;

/** Is told how far long work has come. Implementations return quickly and do not throw. */
@FunctionalInterface
public interface ProgressListener {

  /** Ignores progress. */
  ProgressListener NONE = (task, done, total) -> {};

  /**
   * Reports progress.
   *
   * @param task what is being worked on, the same text for the same work
   * @param done how many steps are done, never decreasing for one task
   * @param total how many steps there are
   */
  void onProgress(String task, long done, long total);
}
