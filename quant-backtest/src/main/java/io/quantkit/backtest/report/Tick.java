package io.quantkit.backtest.report;

/** A labelled position on an axis. */
record Tick(double value, String label) {}
