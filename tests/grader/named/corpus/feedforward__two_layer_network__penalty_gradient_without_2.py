# exercise: feedforward/two_layer_network
# mistake: reg W for the gradient of reg W^2
# name: penalty_gradient_without_2
import numpy as np


def two_layer_loss(x, y, W1, b1, W2, b2, reg):
    N = len(x)
    h = x @ W1 + b1
    h[h < 0] = 0
    s = h @ W2 + b2
    s = s - s.max(axis=1).reshape(-1, 1)
    p = np.exp(s) / np.exp(s).sum(axis=1).reshape(-1, 1)
    loss = -np.sum(np.log(p[range(N), y])) / N + reg * ((W1**2).sum() + (W2**2).sum())
    ds = p.copy()
    ds[range(N), y] -= 1
    ds /= N
    dh = ds @ W2.T
    dh[h == 0] = 0
    return loss, x.T @ dh + reg * W1, dh.sum(0) , h.T @ ds + reg * W2, ds.sum(0)
