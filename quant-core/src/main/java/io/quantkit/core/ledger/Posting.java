package io.quantkit.core.ledger;

import io.quantkit.core.math.Decimal;

/**
 * The change that one journal entry makes to one account.
 *
 * @param account what changes
 * @param amount by how much, in the ledger's currency; a debit is positive, a credit negative
 */
public record Posting(LedgerAccount account, Decimal amount) {}
