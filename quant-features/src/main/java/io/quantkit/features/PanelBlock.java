package io.quantkit.features;

import io.quantkit.core.series.Panel;

/**
 * What part of a panel is computed at a time.
 *
 * @param panel the panel
 * @param firstSymbol the first of some neighbouring symbols
 * @param symbols how many symbols these are
 * @param rows how many rows at a time, but for the last
 */
record PanelBlock(Panel panel, int firstSymbol, int symbols, int rows) {}
