"""Forward puts each step on a stack and backward takes it off again; the symbols select rows of Wx. `Wh`
starts as an orthogonal matrix, which keeps lengths; descent has momentum, and long gradients are clipped.
"""

import numpy as np


def forward(p, symbols):
    """Scores, and the stack of (symbols, state before, state after)."""
    h = np.zeros((len(symbols), len(p["b"])))
    stack = []
    for now in symbols.T:
        before, h = h, np.tanh(p["Wx"][now] + h @ p["Wh"] + p["b"])
        stack.append((now, before, h))
    return h @ p["Wy"] + p["by"], stack


def backward(p, stack, dscores):
    g = {name: np.zeros_like(value) for name, value in p.items()}
    g["Wy"] = stack[-1][2].T @ dscores
    g["by"] = np.ones(len(dscores)) @ dscores
    dh = dscores @ p["Wy"].T
    while stack:
        now, before, h = stack.pop()
        da = dh * (1 - h) * (1 + h)
        np.add.at(g["Wx"], now, da)  # several sequences may have the same symbol
        g["Wh"] += before.T @ da
        g["b"] += np.ones(len(da)) @ da
        dh = da @ p["Wh"].T
    return g


def clipped(g, longest):
    length = np.sqrt(sum(np.vdot(value, value) for value in g.values()))
    return {name: value * min(1, longest / length) for name, value in g.items()}


def train(x, y, learning_rate, epochs, batch_size, seed):
    rng = np.random.default_rng(seed)
    symbols = x.argmax(axis=2)
    p = {
        "Wx": rng.uniform(-0.5, 0.5, size=(x.shape[2], 16)),
        "Wh": np.linalg.qr(rng.normal(size=(16, 16)))[0],
        "b": np.zeros(16),
        "Wy": rng.uniform(-0.5, 0.5, size=(16, 3)),
        "by": np.zeros(3),
    }
    velocity = dict.fromkeys(p, 0.0)
    for _ in range(epochs):
        order = rng.permutation(len(y))
        while len(order):
            batch, order = order[:batch_size], order[batch_size:]
            scores, stack = forward(p, symbols[batch])
            e = np.exp(scores - scores.max(1)[:, None])
            dscores = (e / e.sum(1)[:, None] - np.eye(3)[y[batch]]) / len(batch)
            for name, slope in clipped(backward(p, stack, dscores), 1.0).items():
                velocity[name] = 0.7 * velocity[name] + slope
                p[name] = p[name] - 0.3 * learning_rate * velocity[name]
    return tuple(p[name] for name in ("Wx", "Wh", "b", "Wy", "by"))
