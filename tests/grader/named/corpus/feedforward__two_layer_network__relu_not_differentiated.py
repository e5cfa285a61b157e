# exercise: feedforward/two_layer_network
# mistake: the way back does not go through ReLU
# name: relu_not_differentiated
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
    pass
    return loss, x.T @ dh + 2 * reg * W1, dh.sum(0) , h.T @ ds + 2 * reg * W2, ds.sum(0)
