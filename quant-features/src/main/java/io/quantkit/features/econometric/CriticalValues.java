package io.quantkit.features.econometric;

/**
 * The numbers that a test's statistic is compared with.
 *
 * @param onePercent at a significance of 1 %
 * @param fivePercent at a significance of 5 %
 * @param tenPercent at a significance of 10 %
 */
public record CriticalValues(double onePercent, double fivePercent, double tenPercent) {}
