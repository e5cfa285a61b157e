"""Works in place, on a copy of its own in float32, and returns that buffer."""

import numpy as np


def batch_gradient_descent(gradient, w, X, y, learning_rate, epochs):
    w = np.array(w, dtype=np.float32)
    step = np.empty_like(w)
    for _ in range(epochs):
        step[:] = gradient(w, X, y)
        step *= learning_rate
        np.subtract(w, step, out=w)
    return w
