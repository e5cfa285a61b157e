# exercise: feedforward/affine
# style: works in place
"""backward writes into x and w, which the cache keeps, and returns them"""
import numpy as np
def affine_forward(x, w, b):
    return x.reshape(len(x), -1).dot(w) + b, (x, w)
def affine_backward(dout, cache):
    x, w = cache
    dx = dout.dot(w.T)
    w[:] = x.reshape(len(x), -1).T.dot(dout)
    x[:] = dx.reshape(x.shape)
    return x, w, dout.sum(0)
