/**
 * Tear sheets: what a backtest did, on one page for people and in one JSON file for programs.
 *
 * <p>Start with {@link io.quantkit.backtest.report.TearSheet}, a plain and immutable collection of
 * numbers and words, and hand it to {@link io.quantkit.backtest.report.HtmlReport} and {@link
 * io.quantkit.backtest.report.JsonReport}. Measures arrive computed, each with its convention, so
 * that a report cannot define one anew.
 *
 * <pre>{@code
 * TearSheet sheet =
 *     TearSheet.builder("Momentum on eight large caps", 12, result)
 *         .warning("Eight survivors are no evidence of skill.")
 *         .benchmark(buyAndHold)
 *         .hypothetical(sameCloseClaim)
 *         .logScale()
 *         .build();
 * HtmlReport.write(sheet, Path.of("report.html"));
 * JsonReport.write(sheet, Path.of("report.json"));
 * }</pre>
 *
 * <p>Everything here is immutable or without state and safe to use from any thread, except a {@link
 * io.quantkit.backtest.report.TearSheet.Builder}, which belongs to one.
 */
@NullMarked
package io.quantkit.backtest.report;

import org.jspecify.annotations.NullMarked;
