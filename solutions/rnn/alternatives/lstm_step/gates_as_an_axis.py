"""Weights of shape (D + H, 4, H), so that gates are an axis of their own; the cache is the way back."""

import numpy as np


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    joined = np.concatenate([x, prev_h], axis=1)
    weights = np.concatenate([Wx, Wh]).reshape(-1, 4, H)
    gates = np.einsum("nd,dgh->gnh", joined, weights) + b.reshape(4, 1, H)
    gates[:3] = 1 / (1 + np.exp(-gates[:3]))
    gates[3] = np.tanh(gates[3])
    i, f, o, g = gates
    next_c = f * prev_c + i * g
    squashed = np.tanh(next_c)

    def backward(dnext_h, dnext_c):
        dc = dnext_c + dnext_h * o * (1 - squashed) * (1 + squashed)
        slopes = np.concatenate([gates[:3] * (1 - gates[:3]), 1 - gates[3:] ** 2])
        da = slopes * np.array([dc * g, dc * prev_c, dnext_h * squashed, dc * i])
        djoined = np.einsum("gnh,dgh->nd", da, weights)
        dweights = np.einsum("nd,gnh->dgh", joined, da).reshape(-1, 4 * H)
        dx, dprev_h = np.hsplit(djoined, [x.shape[1]])
        dWx, dWh = np.vsplit(dweights, [x.shape[1]])
        return dx, dprev_h, dc * f, dWx, dWh, da.sum(axis=1).ravel()

    return o * squashed, next_c, backward


def lstm_step_backward(dnext_h, dnext_c, cache):
    return cache(dnext_h, dnext_c)
