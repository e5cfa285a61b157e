# exercise: losses/softmax_loss
# mistake: the logarithm of a finished probability, a constant inside
# name: log_of_the_probability
import numpy as np


def softmax_loss(x, y):
    m = x.shape[0]
    z = np.exp(x - x.max(axis=1, keepdims=True))
    p = z / z.sum(axis=1, keepdims=True)
    t = np.zeros_like(p)
    t[np.arange(m), y] = 1.0
    return -np.sum(t * np.log(p + 1e-12)) / m, (p - t) / m
