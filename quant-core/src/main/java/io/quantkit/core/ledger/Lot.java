package io.quantkit.core.ledger;

import io.quantkit.core.math.Decimal;

/**
 * Units that were bought or sold short together and are still held.
 *
 * @param openedAt when, in epoch nanoseconds
 * @param quantity how many units, negative if sold short
 * @param price the price of one unit
 * @param cost what the units cost, without fees; negative, by what they brought, if sold short
 */
public record Lot(long openedAt, Decimal quantity, Decimal price, Decimal cost) {}
