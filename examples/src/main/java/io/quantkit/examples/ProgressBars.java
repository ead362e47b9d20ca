package io.quantkit.examples;

import io.quantkit.core.event.ProgressListener;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Draws progress on the error stream, one bar after the other. */
final class ProgressBars implements ProgressListener, AutoCloseable {
  private @Nullable ProgressBar bar;
  private String task = "";

  @Override
  public synchronized void onProgress(String newTask, long done, long total) {
    if (!newTask.equals(task)) {
      close();
    }
    if (bar == null) {
      task = newTask;
      bar =
          new ProgressBarBuilder()
              .setTaskName(newTask)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setMaxRenderedLength(100)
              .setUpdateIntervalMillis(100)
              .build();
    }
    bar.stepTo(done);
    if (done == total) {
      close();
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      task = "";
    }
  }
}
