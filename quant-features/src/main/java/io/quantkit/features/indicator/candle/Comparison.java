package io.quantkit.features.indicator.candle;

/** That the number of one column is less than that of another, each so many bars ago. */
record Comparison(Column less, int lessBack, Column more, int moreBack) {}
