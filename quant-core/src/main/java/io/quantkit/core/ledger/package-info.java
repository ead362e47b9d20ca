/**
 * The books of one account: exact, double-entry, in one currency or several.
 *
 * <p>Start with {@link io.quantkit.core.ledger.Ledger}, which is told of deposits, fills, fees,
 * dividends and prices and answers with cash, {@linkplain io.quantkit.core.ledger.Position
 * positions}, profit and equity. Corporate actions are applied on {@link
 * io.quantkit.core.ledger.ActionTerms}. A {@link io.quantkit.core.ledger.LedgerListener} receives
 * every booked {@link io.quantkit.core.ledger.JournalEntry}.
 *
 * <p>An account of several strategies has a ledger for each, between which money and units are
 * {@linkplain io.quantkit.core.ledger.Ledger#transfer transferred}; one of several currencies is a
 * {@link io.quantkit.core.ledger.MultiCurrencyLedger}, at the rates of {@link
 * io.quantkit.core.ledger.FxRates}. What a broker says is {@linkplain
 * io.quantkit.core.ledger.Ledger#compare compared} as a {@link io.quantkit.core.ledger.Statement}.
 * {@link io.quantkit.core.ledger.PnlHistory} tells profit by day, week and month. A ledger belongs
 * to one thread; everything it hands out is an immutable value.
 *
 * <pre>{@code
 * Ledger ledger = Ledger.open(Currency.USD);
 * ledger.deposit(t0, Decimal.of(10_000));
 * ledger.apply(fill); // 10 bought at 100, fee 1
 * ledger.mark(fill.symbol(), Decimal.of(103));
 * ledger.equity(); // 10029
 * ledger.trialBalance().balanced(); // true
 * }</pre>
 */
@NullMarked
package io.quantkit.core.ledger;

import org.jspecify.annotations.NullMarked;
