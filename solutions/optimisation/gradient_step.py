"""Residuals r = w x + b - y; dL/dw = mean of 2 r x, dL/db = mean of 2 r; then p - eta dL/dp."""

import numpy as np


def solve(p):
    x, y = np.array(p.x), np.array(p.y)
    r = p.w * x + p.b - y
    dw, db = 2 * np.mean(r * x), 2 * np.mean(r)
    return {
        "loss": np.mean(r**2),
        "dw": dw,
        "db": db,
        "w_new": p.w - p.rate * dw,
        "b_new": p.b - p.rate * db,
    }
