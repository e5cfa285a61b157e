# exercise: cnn/max_pool
# mistake: the whole window gets the gradient
# name: gradient_to_the_whole_window
import numpy as np


def sizes(x, q):
    return q["pool_height"], q["pool_width"], q["stride"]


def max_pool_forward(x, pool_param):
    h, w, s = sizes(x, pool_param)
    N, C, H, W = x.shape
    out = np.empty((N, C, (H - h) // s + 1, (W - w) // s + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = x[:, :, i * s : i * s + h, j * s : j * s + w].max(axis=(2, 3))
    return out, (x, pool_param)


def max_pool_backward(dout, cache):
    x, pool_param = cache
    h, w, s = sizes(x, pool_param)
    dx = np.zeros_like(x)
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    part = x[n, c, i * s : i * s + h, j * s : j * s + w]
                    dx[n, c, i * s : i * s + h, j * s : j * s + w] += np.ones(part.shape) * dout[n, c, i, j]
    return dx
