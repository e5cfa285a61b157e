"""One number after another in float32, by objects that remember what the way back needs."""

import numpy as np


class Entrywise:
    def __init__(self, function, slope_from):
        self.function, self.slope_from = function, slope_from

    def forward(self, x):
        self.shape = x.shape
        self.pairs = [(number, self.function(number)) for number in np.float32(x).ravel()]
        return self.filled(out for _, out in self.pairs)

    def backward(self, dout):
        slopes = [self.slope_from(*pair) for pair in self.pairs]
        return self.filled(slope * d for slope, d in zip(slopes, dout.flat, strict=True))

    def filled(self, numbers):
        return np.fromiter(numbers, dtype=np.float32).reshape(self.shape)


def tanh_forward(x):
    layer = Entrywise(np.tanh, lambda x, t: (1 - t) * (1 + t))
    return [layer.forward(x), layer]


def relu_forward(x):
    layer = Entrywise(lambda x: x if x > 0 else 0, lambda x, r: 1 if r else 0)
    return [layer.forward(x), layer]


def tanh_backward(dt, cache_t):
    return cache_t.backward(dt)


def relu_backward(dr, cache_r):
    return cache_r.backward(dr)
