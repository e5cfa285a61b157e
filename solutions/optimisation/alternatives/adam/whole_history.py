"""Keeps every gradient; moments are weighted means of them, whose weights add up to 1 by themselves."""

import numpy as np


def weighted_mean(values, beta):
    """Weight beta^k for the value k steps ago: the moment and its correction in one."""
    return np.average(values, axis=0, weights=beta ** np.arange(len(values))[::-1])


class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.settings = {"lr": lr, "betas": (beta1, beta2), "eps": eps}
        self.gradients = []

    def step(self, w, g):
        self.gradients.append(g.copy())
        history = np.array(self.gradients)
        beta1, beta2 = self.settings["betas"]
        mean, square = weighted_mean(history, beta1), weighted_mean(history**2, beta2)
        return w - self.settings["lr"] * mean / (np.sqrt(square) + self.settings["eps"])
