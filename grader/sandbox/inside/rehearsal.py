"""What a fork does for every submission, done once before any fork.

The interpreter specialises its bytecode the first times that it runs, and NumPy and the C library make
ready on first use. Whatever the zygote has done already no fork needs to do again, nor copy the pages for.
"""

import os
import random
import sys

from grader.sandbox.inside import child, wire

_TIMES = 20
"""Bytecode is specialised after eight runs."""
_CELL = '''
import numpy as np

class Layer:
    """Everything that an ordinary answer uses."""

    def __init__(self, x):
        self.x = x

    def forward(self, w, b=0.0):
        return np.maximum(0, self.x @ w + b)

def sample(x, y, param):
    shifted = x - x.max(axis=1, keepdims=True)
    p = np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True)
    n, c = x.shape
    loss = -np.log(p[np.arange(n), y]).mean() + 0.5 * param["reg"] * np.sum(x ** 2)
    dx = p.copy()
    dx[np.arange(n), y] -= 1
    dx /= n
    h = np.tanh(x.dot(x.T)) * (1 / (1 + np.exp(-x @ x.T)))
    out = np.zeros_like(x)
    for row in range(n):
        for column in range(c):
            out[row, column] = max(abs(x[row, column]), float(np.sqrt(x.var() + 1e-5)))
    mask = (x > 0) & (np.argmax(x, axis=1)[:, None] == np.arange(c))
    parts = np.split(np.concatenate([x, out], axis=1), 2, axis=1)
    stacked = np.stack(parts, axis=1).transpose(0, 2, 1).reshape(n, -1)
    picked = np.where(mask, x, np.mean(x, axis=0)) * np.einsum("ij,ij->i", x, dx)[:, None]
    return loss, dx, {"h": h, "layer": Layer(x).forward(dx.T), "sum": stacked.sum() + picked.std()}
'''
_FAULTY = "\nraise ValueError('as now and then')\n"
_CALLS = [["sample", ["x", "y", "param"], ["loss", "dx", "cache"]]]


def rehearse() -> None:
    """Serve a conversation of our own, and leave everything as it was."""
    kept = sys.stdout, sys.stderr, sys.modules["__main__"], random.getstate()
    source, filled = os.pipe()
    sink = os.open(os.devnull, os.O_WRONLY)
    try:
        os.write(filled, _frames())
        os.close(filled)
        child.serve(source, sink)
    finally:
        os.close(source)
        os.close(sink)
        sys.stdout, sys.stderr, sys.modules["__main__"], state = kept
        random.setstate(state)


def _frames() -> bytes:
    import numpy as np

    start = {
        "cells": [("cell 1", _CELL), *[("cell 2", _FAULTY)] * _TIMES],
        "modules": {},
        "skip": [],
        "answers": True,
        "output_bytes": 1 << 10,
        "result_bytes": 1 << 20,
    }
    case = {"calls": _CALLS, "inplace": [], "outputs": ["loss", "dx", "cache"], "seed": 0, "given": None}
    x = np.linspace(-1.0, 1.0, 6).reshape(2, 3)
    inputs = {"x": x, "y": np.array([0, 2]), "param": {"reg": 0.5}}
    frame = wire.pack(case, inputs)
    return wire.pack(start) + frame * _TIMES
