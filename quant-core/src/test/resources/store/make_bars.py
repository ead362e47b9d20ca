"""Writes bars.h5 (h5py) and frames.h5 (pandas): small made-up bars in the usual layouts."""
import h5py
import numpy as np
import pandas as pd

START = np.array([1577975400, 1578061800, 1578321000], dtype=np.int64)  # 2020-01-02, 03, 06 14:30Z
CLOSE = {"AAA": [10.5, 10.25, 0.1 + 0.2], "BBB": [99.0, 101.0, 100.0]}


def columns(symbol):
    close = np.array(CLOSE[symbol])
    return {
        "time": START,
        "open": close.astype(np.float32),
        "high": close + 1,
        "low": close * 0.5,
        "close": close,
        "volume": np.array([1000, 2000, 3000], dtype=np.int32),
    }


with h5py.File("bars.h5", "w", libver="earliest") as file:
    for symbol in CLOSE:
        group = file.create_group("groups/" + symbol)
        for name, column in columns(symbol).items():
            group.create_dataset(name, data=column, chunks=(2,), compression="gzip", shuffle=True)
    for symbol in CLOSE:
        parts = columns(symbol)
        kind = [(name, column.dtype) for name, column in parts.items()]
        rows = np.zeros(3, dtype=kind)
        for name, column in parts.items():
            rows[name] = column
        file.create_dataset("structured/" + symbol, data=rows)
    flat = file.create_group("flat")
    order = [5, 0, 3, 1, 4, 2]
    for name in columns("AAA"):
        both = np.concatenate([columns("AAA")[name], columns("BBB")[name]])
        flat.create_dataset(name, data=both[order])
    names = np.array([b"AAA"] * 3 + [b"BBB"] * 3)[order]
    flat.create_dataset("symbol", data=names)
    bad = file.create_group("bad/AAA")
    bad.create_dataset("time", data=START)
    bad.create_dataset("close", data=np.array([1.0, -1.0, np.nan]))
    bad.create_dataset("short", data=np.array([1.0, 2.0]))
    bad.create_dataset("square", data=np.ones((3, 3)))

index = pd.DatetimeIndex(START * 10**9)
for symbol in CLOSE:
    frame = pd.DataFrame(columns(symbol), index=index).drop(columns="time")
    frame.to_hdf("frames.h5", key="fixed/" + symbol, format="fixed")
    frame.to_hdf("frames.h5", key="table/" + symbol, format="table", data_columns=True, index=False)
