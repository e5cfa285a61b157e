"""Sums of windows as differences of four entries of a table of running sums, in both directions.

Backward turns this round: each share is noted at its window's four corners, and running sums fill it in.
"""

import numpy as np


def running_sums(a):
    return a.cumsum(axis=-2).cumsum(axis=-1)


def avg_pool_forward(x, pool_param):
    kh, kw, s = (pool_param[key] for key in ("pool_height", "pool_width", "stride"))
    table = np.pad(running_sums(x), ((0, 0), (0, 0), (1, 0), (1, 0)))
    top = np.arange(0, x.shape[2] - kh + 1, s)[:, None]
    left = np.arange(0, x.shape[3] - kw + 1, s)
    corners = [(top, left, 1), (top, left + kw, -1), (top + kh, left, -1), (top + kh, left + kw, 1)]
    total = sum(sign * table[..., row, column] for row, column, sign in corners)
    return total / (kh * kw), {"corners": corners, "table": table.shape, "area": kh * kw}


def avg_pool_backward(dout, cache):
    marks = np.zeros(cache["table"])
    for row, column, sign in cache["corners"]:
        marks[..., row, column] += sign * dout / cache["area"]  # one corner stands once in each place
    return running_sums(marks)[..., :-1, :-1]
