"""The cache is an object with its own backward pass; sums by einsum, and tanh' as 1 / cosh^2."""

import numpy as np


class Step:
    def __init__(self, x, prev_h, Wx, Wh, b):
        self.x, self.prev_h, self.Wx, self.Wh = x, prev_h, Wx, Wh
        self.a = np.einsum("nd,dh->nh", x, Wx) + np.einsum("nk,kh->nh", prev_h, Wh) + b

    def backward(self, dnext_h):
        da = dnext_h / np.cosh(self.a) ** 2
        for weights in (self.Wx, self.Wh):
            yield np.einsum("nh,dh->nd", da, weights)
        for inputs in (self.x, self.prev_h):
            yield np.einsum("nd,nh->dh", inputs, da)
        yield np.einsum("nh->h", da)


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    step = Step(x, prev_h, Wx, Wh, b)
    return np.tanh(step.a), step


def rnn_step_backward(dnext_h, cache):
    return list(cache.backward(dnext_h))
