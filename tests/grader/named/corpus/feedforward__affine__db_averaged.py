# exercise: feedforward/affine
# mistake: the gradient of the bias is a mean
# name: db_averaged
import numpy as np



def affine_forward(x, w, b):
    n = len(x)
    return np.dot(x.reshape(n, -1), w) + b, (x, w)


def affine_backward(dout, cache):
    x, w = cache
    n = len(x)
    return np.dot(dout, w.T).reshape(*x.shape), np.dot(x.reshape(n, -1).T, dout), np.mean(dout, axis=0)
