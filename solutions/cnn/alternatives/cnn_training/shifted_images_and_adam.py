"""A convolution is the sum of nine shifted images, each times its weight; every function returns its result
and a function that goes back. Weights start from uniform numbers, Adam makes the steps, all is in float32.
"""

import numpy as np

OFFSETS = [(u, v) for u in range(3) for v in range(3)]


def convolve(x, K, c):
    maps = np.zeros((8, len(x), 6, 6), np.float32) + c[:, None, None, None]
    for u, v in OFFSETS:
        maps += np.multiply.outer(K[:, u, v], x[:, u : u + 6, v : v + 6])

    def back(dmaps):
        dK = np.zeros_like(K)
        for u, v in OFFSETS:
            dK[:, u, v] = (dmaps * x[:, u : u + 6, v : v + 6]).sum((1, 2, 3))
        return dK, dmaps.sum((1, 2, 3))

    return maps, back


def pool(maps):
    """The largest of nine numbers and of 0, found one after another; `winner` is the last that was larger."""
    best = np.zeros((8, maps.shape[1], 2, 2), np.float32)
    winner = np.full(best.shape, -1)
    for k, (u, v) in enumerate(OFFSETS):
        candidate = maps[:, :, u::3, v::3]
        winner[candidate > best] = k
        best = np.maximum(best, candidate)

    def back(dbest):
        dmaps = np.zeros_like(maps)
        for k, (u, v) in enumerate(OFFSETS):
            dmaps[:, :, u::3, v::3] = np.where(winner == k, dbest, 0)
        return dmaps

    return best, back


def classify(pooled, W, b):
    weights = W.reshape(8, 2, 2, 4)
    scores = np.einsum("fnkl,fklc->nc", pooled, weights) + b

    def back(dscores):
        dW = np.einsum("fnkl,nc->fklc", pooled, dscores).reshape(32, 4)
        return np.einsum("nc,fklc->fnkl", dscores, weights), dW, dscores.sum(0)

    return scores, back


def error(scores, y):
    """Gradient of the mean loss."""
    logp = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    return (np.exp(logp) - (y[:, None] == np.arange(4))).astype(np.float32) / len(y)


def adam(shapes, rate):
    first = [np.zeros(shape, np.float32) for shape in shapes]
    second = [np.zeros(shape, np.float32) for shape in shapes]
    t = 0

    def steps(gradients):
        nonlocal t
        t += 1
        for m, s, g in zip(first, second, gradients, strict=True):
            m += 0.1 * (g - m)
            s += 0.001 * (g * g - s)
            yield rate * (m / (1 - 0.9**t)) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8)

    return steps


def train(images, labels, learning_rate, epochs, batch_size, seed):
    rng = np.random.RandomState(seed)
    x = images.astype(np.float32)
    K = rng.uniform(-0.5, 0.5, (8, 3, 3)).astype(np.float32)
    W = rng.uniform(-0.3, 0.3, (32, 4)).astype(np.float32)
    c, b = np.full(8, 0.1, np.float32), np.zeros(4, np.float32)
    steps = adam([K.shape, c.shape, W.shape, b.shape], learning_rate / 15)
    for _ in range(epochs * len(x) // batch_size):
        chosen = rng.randint(len(x), size=batch_size)
        maps, maps_back = convolve(x[chosen], K, c)
        pooled, pooled_back = pool(maps)
        scores, scores_back = classify(pooled, W, b)
        dpooled, dW, db = scores_back(error(scores, labels[chosen]))
        dK, dc = maps_back(pooled_back(dpooled))
        for value, step in zip((K, c, W, b), steps((dK, dc, dW, db)), strict=True):
            value -= step
    return K, c, W, b
