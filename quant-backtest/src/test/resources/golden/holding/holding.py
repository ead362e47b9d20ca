# Python 3. Reads aapl2013.csv of quant-core's golden bars from the standard input and writes
# holding.csv: 1,000 shares bought at the second day's open with 1,000,000 in cash, then held.
# Rational arithmetic; nothing of QuantKit is used.
import csv
import sys
from fractions import Fraction

DIVIDENDS = {
    "2013-02-07": Fraction("2.65"),
    "2013-05-09": Fraction("3.05"),
    "2013-08-08": Fraction("3.05"),
    "2013-11-06": Fraction("3.05"),
}

cash, shares, earned = Fraction(1_000_000), 0, Fraction(0)
print("date,open,high,low,close,volume,dividend,dividends,equity")
for i, row in enumerate(csv.DictReader(sys.stdin)):
    dividend = DIVIDENDS.get(row["date"], Fraction(0))
    earned += shares * dividend
    if i == 1:
        shares = 1000
        cash -= shares * Fraction(row["open"])
    equity = cash + earned + shares * Fraction(row["close"])
    print(
        ",".join(row[name] for name in ("date", "open", "high", "low", "close", "volume")),
        *("%.2f" % float(value) for value in (dividend, earned, equity)),
        sep=",",
    )
