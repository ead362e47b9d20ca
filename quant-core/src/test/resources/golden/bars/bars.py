"""Makes the expected bars beside this file from the trades beside it.

Usage: python bars.py   (pandas 3.0.6, numpy 2.4.6)

Nothing here is shared with the library: time bars are pandas' resample, the sums of bars are
math.fsum and fractions, moving expectations are pandas' ewm.
"""

import math
from fractions import Fraction

import numpy as np
import pandas as pd

trades = pd.read_csv("bitstamp_trades.csv.gz")
trades = trades[trades.amount > 0].reset_index(drop=True)
price = trades.price.to_numpy()
size = trades.amount.to_numpy()
money = price * size
time = trades.epoch_s.to_numpy()


def exact_value(prices, sizes):
    """The sum of price times size, rounded once."""
    return float(sum(Fraction(p) * Fraction(s) for p, s in zip(prices, sizes)))


def bars(ends):
    """The numbers of the bars that end with the given trades, each inclusive."""
    rows = []
    first = 0
    for end in ends:
        part = slice(first, end + 1)
        volume = math.fsum(size[part])
        value = exact_value(price[part], size[part])
        p = price[part]
        vwap = min(max(value / volume, p.min()), p.max())  # rounding may leave the range
        rows.append(
            (time[first], time[end], p[0], p.max(), p.min(), p[-1], volume, vwap, end + 1 - first)
        )
        first = end + 1
    return pd.DataFrame(
        rows, columns="first_s last_s open high low close volume vwap trades".split()
    )


def threshold_ends(amount, threshold):
    ends = []
    parts = []
    for i, a in enumerate(amount):
        parts.append(a)
        if math.fsum(parts) >= threshold:
            ends.append(i)
            parts = []
    return ends


def signs():
    b = np.sign(np.diff(price, prepend=price[0]))
    return pd.Series(b).replace(0.0, np.nan).ffill().fillna(0.0).to_numpy()


def imbalance_ends(amount, initial, bar_span, tick_span, fewest, most):
    """Advances in Financial Machine Learning, 2.3.2.1; expectations by pandas' ewm."""
    contribution = signs() * amount
    expected = pd.Series(contribution).ewm(span=tick_span, adjust=True).mean().to_numpy()
    ends = []
    lengths = []
    first = 0
    threshold = math.inf
    for i in range(len(amount)):
        if not ends and i + 1 == initial:
            threshold = initial * abs(expected[i])
        n = i + 1 - first
        theta = abs(contribution[first : i + 1].sum())
        if math.isfinite(threshold) and ((n >= fewest and theta >= threshold) or n >= most):
            ends.append(i)
            lengths.append(n)
            first = i + 1
            e_t = pd.Series(lengths, dtype=float).ewm(span=bar_span, adjust=True).mean().iloc[-1]
            threshold = min(max(e_t, fewest), most) * abs(expected[i])
    return ends


def runs_ends(amount, initial, bar_span, tick_span, fewest, most):
    """Advances in Financial Machine Learning, 2.3.2.3; expectations by pandas' ewm."""
    b = signs()

    def mean_of(side):
        at = np.flatnonzero(b == side)
        means = pd.Series(amount[at]).ewm(span=tick_span, adjust=True).mean().to_numpy()
        return pd.Series(means, index=at).reindex(range(len(b))).ffill().fillna(0.0).to_numpy()

    buy_mean, sell_mean = mean_of(1.0), mean_of(-1.0)
    ends, lengths, shares = [], [], []
    first = 0
    threshold = math.inf
    for i in range(len(amount)):
        part = slice(first, i + 1)
        n = i + 1 - first
        share = np.count_nonzero(b[part] > 0) / n
        if not ends and i + 1 == initial:
            threshold = initial * max(share * buy_mean[i], (1 - share) * sell_mean[i])
        theta = max(amount[part][b[part] > 0].sum(), amount[part][b[part] < 0].sum())
        if math.isfinite(threshold) and ((n >= fewest and theta >= threshold) or n >= most):
            ends.append(i)
            lengths.append(n)
            shares.append(share)
            first = i + 1
            e_t = pd.Series(lengths, dtype=float).ewm(span=bar_span, adjust=True).mean().iloc[-1]
            p = pd.Series(shares).ewm(span=bar_span, adjust=True).mean().iloc[-1]
            threshold = min(max(e_t, fewest), most) * max(p * buy_mean[i], (1 - p) * sell_mean[i])
    return ends


def write(name, frame):
    frame.to_csv(name + ".csv.gz", index=False, float_format="%.17g", compression={"method": "gzip", "mtime": 0})
    print(name, len(frame))


indexed = trades.set_index(pd.to_datetime(trades.epoch_s, unit="s"))
five = indexed.resample("5min")
frame = five.price.ohlc()
frame["volume"] = five.amount.apply(math.fsum)
frame["vwap"] = [
    min(max(exact_value(part.price, part.amount) / volume, part.price.min()), part.price.max())
    if volume > 0
    else math.nan
    for (_, part), volume in zip(five, frame.volume)
]
frame["trades"] = five.price.count()
frame = frame[frame.trades > 0]
pandas_sum = five.amount.sum()[frame.index]
assert (abs(pandas_sum / frame.volume - 1) < 1e-14).all()
frame.insert(0, "first_s", frame.index.as_unit("s").astype("int64"))
frame.insert(1, "last_s", frame.first_s + 300)
write("time_5m", frame)
write("ticks_100", bars(range(99, len(price), 100)))
write("volume_250", bars(threshold_ends(size, 250.0)))
write("value_200000", bars(threshold_ends(money, 200000.0)))
for name, amount in (("ticks", np.ones(len(price))), ("volume", size), ("value", money)):
    write(f"imbalance_{name}", bars(imbalance_ends(amount, 100, 10, 1000, 20, 1000)))
    write(f"runs_{name}", bars(runs_ends(amount, 100, 10, 1000, 20, 1000)))
    # The recursion of the book without bounds: many bars of a few trades each.
    print("unbounded", name, len(imbalance_ends(amount, 100, 10, 1000, 1, 10**9)))
    if name != "ticks":
        write(f"runs_{name}_unbounded", bars(runs_ends(amount, 100, 10, 1000, 1, 10**9)))
