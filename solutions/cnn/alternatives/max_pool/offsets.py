"""Over the places within a window, all windows at once: a running maximum of shifted images, and masks back.

Each window has one maximum, so exactly one of its places equals it, and that place gets all of dout.
"""

import numpy as np


class MaxPool:
    def __init__(self, x, pool_height, pool_width, stride):
        self.x, self.window, self.stride = x, (pool_height, pool_width), stride
        self.rows = (x.shape[2] - pool_height) // stride + 1
        self.columns = (x.shape[3] - pool_width) // stride + 1

    def shifted(self, images):
        """For each place within a window: a view of what stands there, over all windows."""
        s = self.stride
        for a, b in np.ndindex(self.window):
            yield images[:, :, a : a + s * self.rows : s, b : b + s * self.columns : s]

    def forward(self):
        self.out = np.full((*self.x.shape[:2], self.rows, self.columns), -np.inf)
        for entries in self.shifted(self.x):
            np.maximum(self.out, entries, out=self.out)
        return self.out

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        for entries, gradients in zip(self.shifted(self.x), self.shifted(dx), strict=True):
            gradients += (entries == self.out) * dout
        return dx


def max_pool_forward(x, pool_param):
    layer = MaxPool(x, **pool_param)
    return layer.forward(), layer


def max_pool_backward(dout, cache):
    return cache.backward(dout)
