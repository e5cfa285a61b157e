# exercise: cnn/max_pool
# mistake: gradients of overlapping windows are assigned
# name: assigned_not_added
import numpy as np



def max_pool_forward(x, pool_param):
    ph, pw, s = (pool_param[k] for k in ("pool_height", "pool_width", "stride"))
    N, C, H, W = x.shape
    out = np.array(
        [[[[x[n, c, i : i + ph, j : j + pw].max() for j in range(0, W - pw + 1, s)]
           for i in range(0, H - ph + 1, s)] for c in range(C)] for n in range(N)]
    )
    return out, (x, pool_param)


def max_pool_backward(dout, cache):
    x, pool_param = cache
    ph, pw, s = (pool_param[k] for k in ("pool_height", "pool_width", "stride"))
    dx = np.zeros_like(x)
    for n, c, i, j in np.ndindex(dout.shape):
        window = x[n, c, i * s : i * s + ph, j * s : j * s + pw]
        a, b = np.unravel_index(np.argmax(window), window.shape)
        dx[n, c, i * s + a, j * s + b] = dout[n, c, i, j]
    return dx
