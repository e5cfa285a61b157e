"""In place on copies of its own, with one buffer for the product; the arguments stay as they are."""

import numpy as np


def momentum_step(w, v, dw, learning_rate, momentum):
    w, v, buffer = w.copy(), v.copy(), np.multiply(dw, learning_rate)
    v *= momentum
    v -= buffer
    w += v
    return w, v
