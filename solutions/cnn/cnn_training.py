"""The windows of all images are cut out once; a convolution is then a product of each window with each
kernel. Backward, the scores' gradient is (p - onehot(y)) / B, and so

    dW = flat^T dscores,    dflat = dscores W^T.

Of each pooling window only the largest entry gets the gradient, and only where it is above 0 (ReLU); a
kernel's gradient is the sum of the windows, each times the gradient of what it gave.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def train(images, labels, learning_rate, epochs, batch_size, seed):
    rng = np.random.default_rng(seed)
    K = rng.normal(size=(8, 3, 3)) / 3
    c = np.zeros(8)
    W = rng.normal(size=(32, 4)) / np.sqrt(32)
    b = np.zeros(4)
    windows = sliding_window_view(images, (3, 3), axis=(1, 2))  # (M, 6, 6, 3, 3)
    for _ in range(epochs):
        order = rng.permutation(len(labels))
        for start in range(0, len(labels), batch_size):
            rows = order[start : start + batch_size]
            x, y, n = windows[rows], labels[rows], len(rows)

            a = np.tensordot(x, K, axes=((3, 4), (1, 2))) + c  # (n, 6, 6, 8)
            parts = a.reshape(n, 2, 3, 2, 3, 8).transpose(0, 5, 1, 3, 2, 4).reshape(n, 8, 2, 2, 9)
            best = parts.argmax(axis=-1)[..., np.newaxis]
            pooled = np.maximum(parts.max(axis=-1), 0)
            flat = pooled.reshape(n, 32)
            scores = flat @ W + b

            p = np.exp(scores - scores.max(axis=1, keepdims=True))
            dscores = p / p.sum(axis=1, keepdims=True)
            dscores[np.arange(n), y] -= 1
            dscores /= n

            dpooled = (dscores @ W.T).reshape(n, 8, 2, 2) * (pooled > 0)
            dparts = np.zeros_like(parts)
            np.put_along_axis(dparts, best, dpooled[..., np.newaxis], axis=-1)
            da = dparts.reshape(n, 8, 2, 2, 3, 3).transpose(0, 2, 4, 3, 5, 1).reshape(n, 6, 6, 8)

            W -= learning_rate * flat.T @ dscores
            b -= learning_rate * dscores.sum(axis=0)
            K -= learning_rate * np.tensordot(da, x, axes=((0, 1, 2), (0, 1, 2)))
            c -= learning_rate * da.sum(axis=(0, 1, 2))
    return K, c, W, b
