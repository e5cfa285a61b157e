# exercise: feedforward/two_layer_network
# mistake: biases are penalised too
# name: biases_penalised
# costs: everything
import numpy as np


def two_layer_loss(x, y, W1, b1, W2, b2, reg):
    N = len(x)
    h = x @ W1 + b1
    h[h < 0] = 0
    s = h @ W2 + b2
    s = s - s.max(axis=1).reshape(-1, 1)
    p = np.exp(s) / np.exp(s).sum(axis=1).reshape(-1, 1)
    loss = -np.sum(np.log(p[range(N), y])) / N + reg * sum(np.sum(v * v) for v in (W1, W2, b1, b2))
    ds = p.copy()
    ds[range(N), y] -= 1
    ds /= N
    dh = ds @ W2.T
    dh[h == 0] = 0
    return loss, x.T @ dh + 2 * reg * W1, dh.sum(0) + 2 * reg * b1, h.T @ ds + 2 * reg * W2, ds.sum(0) + 2 * reg * b2
