"""Multiply along the path; -log s(-s) has the derivative s(s), and only one term has the root's score."""

import numpy as np


def solve(p):
    a, b, c = left = [float(1 / (1 + np.exp(-s))) for s in p.scores]
    words = {"A": a, "B": (1 - a) * b, "C": (1 - a) * (1 - b) * c, "D": (1 - a) * (1 - b) * (1 - c)}
    return {
        "left": left,
        "probabilities": list(words.values()),
        "loss": -np.log(words[p.target]),
        "root_derivative": a,
    }
