# exercise: feedforward/affine
# mistake: the bias is not added
# name: bias_forgotten
import numpy as np



def affine_forward(x, w, b):
    flat = x.reshape(x.shape[0], -1)
    return flat @ w, (x, flat, w)


def affine_backward(dout, cache):
    x, flat, w = cache
    return (dout @ w.T).reshape(x.shape), flat.T @ dout, dout.sum(0)
