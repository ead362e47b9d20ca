package io.quantkit.core.aggregate;

/**
 * What became of everything an aggregator was given: {@code accepted + late + outside} trades and
 * bars went in.
 *
 * @param accepted the trades and bars that are in a bar, the unfinished one included
 * @param late those that came after their bar was complete and are in no bar
 * @param outside those that were made outside the session and are in no bar
 * @param bars how many bars came out, restated and flat ones included
 * @param restated how many of the bars that came out replace or add to earlier ones
 */
public record AggregationCounts(long accepted, long late, long outside, long bars, long restated) {}
