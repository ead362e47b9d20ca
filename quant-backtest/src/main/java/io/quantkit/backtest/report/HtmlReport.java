package io.quantkit.backtest.report;

import io.quantkit.backtest.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a tear sheet as one self-contained HTML page for people.
 *
 * <p>The page needs no network and holds no script; a content security policy in it forbids both.
 * It follows the reader's light or dark preference, fits phones, prints on paper, describes every
 * chart in words, and is well-formed XML. The same tear sheet gives the same bytes on every
 * machine. {@link JsonReport} writes the same numbers for programs.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the page to a file. Missing folders are created; a file that is there is replaced at
   * once, so that no reader sees half of it.
   *
   * @throws IOException if the file cannot be written; what was there before is then unchanged
   */
  public static void write(TearSheet sheet, Path file) throws IOException {
    AtomicFile.write(file, render(sheet));
  }

  /** Returns the page. */
  public static String render(TearSheet sheet) {
    return new Page(sheet).render();
  }
}
