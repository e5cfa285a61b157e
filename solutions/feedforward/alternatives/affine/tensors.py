"""Not x is flattened but w unfolded into a sample's axes: out, dx and dw are contractions of tensors."""

import numpy as np


class Layer:
    def __init__(self, x, w, b):
        self.x, self.unfolded, self.flat = x, w.reshape(x.shape[1:] + b.shape), w.shape

    def forward(self, b):
        return np.tensordot(self.x, self.unfolded, axes=self.x.ndim - 1) + b

    def backward(self, dout):
        dw = np.tensordot(self.x, dout, axes=(0, 0))
        dx = np.tensordot(dout, self.unfolded, axes=(1, -1))
        return dx, dw.reshape(self.flat), np.add.reduce(dout)


def affine_forward(x, w, b):
    layer = Layer(x, w, b)
    return layer.forward(b), layer


def affine_backward(dout, cache):
    return cache.backward(dout)
