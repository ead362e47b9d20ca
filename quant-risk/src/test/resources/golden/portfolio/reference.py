"""Computes monthly_7stocks_2005_2014_values.csv from monthly_7stocks_2005_2014.csv.

Run beside the two files with NumPy, SciPy and scikit-learn installed.
"""

import csv

import numpy as np
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.spatial.distance import squareform
from sklearn.covariance import LedoitWolf

with open("monthly_7stocks_2005_2014.csv") as file:
    rows = list(csv.reader(file))
names = rows[0][1:]
closes = np.array([[float(cell) for cell in row[1:]] for row in rows[1:]])
returns = closes[1:] / closes[:-1] - 1
sample = np.cov(returns.T)
shrunk = LedoitWolf().fit(returns)


def hierarchical_risk_parity(covariance):
    deviation = np.sqrt(np.diag(covariance))
    correlation = np.clip(covariance / np.outer(deviation, deviation), -1, 1)
    np.fill_diagonal(correlation, 1)
    distance = squareform(np.sqrt((1 - correlation) / 2), checks=False)
    weights = np.ones(len(covariance))
    lists = [list(leaves_list(linkage(distance, "single")))]
    while lists:
        halves = [(x[: len(x) // 2], x[len(x) // 2 :]) for x in lists if len(x) > 1]
        for left, right in halves:
            variances = []
            for part in (left, right):
                block = covariance[np.ix_(part, part)]
                inverse = 1 / np.diag(block)
                inverse /= inverse.sum()
                variances.append(inverse @ block @ inverse)
            share = 1 - variances[0] / sum(variances)
            weights[left] *= share
            weights[right] *= 1 - share
        lists = [part for pair in halves for part in pair]
    return weights


def inverse_volatility(covariance):
    inverse = 1 / np.sqrt(np.diag(covariance))
    return inverse / inverse.sum()


def constant_correlation(ddof):
    """The covariance of Ledoit and Wolf 2004, appendix B, as matrix products."""
    rows, n = returns.shape
    x = returns - returns.mean(axis=0)
    moments = x.T @ x / rows
    s = moments * rows / (rows - ddof)
    variance = np.diag(s)
    deviation = np.sqrt(variance)
    mean = ((s / np.outer(deviation, deviation)).sum() - n) / (n * (n - 1))
    target = mean * np.outer(deviation, deviation)
    np.fill_diagonal(target, variance)
    pi = (x**2).T @ x**2 / rows - 2 * moments * s + s**2
    theta = (
        (x**3).T @ x / rows
        - np.diag(moments)[:, None] * s
        - moments * variance[:, None]
        + variance[:, None] * s
    )
    np.fill_diagonal(theta, 0)
    rho = np.trace(pi) + mean * (np.outer(1 / deviation, deviation) * theta).sum()
    gamma = ((s - target) ** 2).sum()
    intensity = np.clip((pi.sum() - rho) / gamma / rows, 0, 1)
    return intensity, intensity * target + (1 - intensity) * s


table = {
    "hrp": hierarchical_risk_parity(sample),
    "hrp_ledoit_wolf": hierarchical_risk_parity(shrunk.covariance_),
    "inverse_volatility": inverse_volatility(sample),
    "inverse_volatility_ledoit_wolf": inverse_volatility(shrunk.covariance_),
}
for i, name in enumerate(names):
    table["sample_" + name] = sample[i]
for i, name in enumerate(names):
    table["ledoit_wolf_" + name] = shrunk.covariance_[i]
table["ledoit_wolf_shrinkage"] = [shrunk.shrinkage_]
for ddof, label in ((0, "constant_correlation_"), (1, "constant_correlation_ddof1_")):
    intensity, matrix = constant_correlation(ddof)
    for i, name in enumerate(names):
        table[label + name] = matrix[i]
    table[label + "shrinkage"] = [intensity]

with open("monthly_7stocks_2005_2014_values.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["name"] + names)
    for key, values in table.items():
        writer.writerow([key] + [repr(float(value)) for value in values])
