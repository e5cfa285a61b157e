"""One matrix holds Wx, Wh and b, and multiplies rows (x_t, h_{t-1}, 1) of an array over time; its gradient is
one product over all steps and samples. Nothing is shuffled: the sequences are sorted, and a batch takes
them at equal distances, so all classes are in it. Adam scales the steps; all is in float32.
"""

import numpy as np


class RNN:
    def __init__(self, rng, inputs, hidden, classes):
        self.inputs, self.hidden = inputs, hidden
        recurrence = 0.3 * rng.standard_normal((inputs + hidden + 1, hidden))
        recurrence[inputs:-1] = 0.9 * np.eye(hidden)  # to begin with, each unit mostly keeps what it has
        output = 0.1 * rng.standard_normal((hidden + 1, classes))
        self.weights = [recurrence.astype(np.float32), output.astype(np.float32)]

    def gradients(self, x, targets):
        """Of the mean softmax loss; x has shape (T, M, D), targets are one-hot."""
        recurrence, output = self.weights
        T, M, D = x.shape
        rows = np.ones((T + 1, M, D + self.hidden + 1), np.float32)
        rows[:T, :, :D] = x
        rows[0, :, D:-1] = 0
        states = rows[..., D:-1]  # a view: what is written here is read by the next step
        for t in range(T):
            np.tanh(rows[t] @ recurrence, out=states[t + 1])

        last = rows[T, :, D:]
        scores = last @ output
        p = np.exp(scores - scores.max(axis=-1, keepdims=True))
        dscores = (p / p.sum(axis=-1, keepdims=True) - targets) / M

        slopes = 1 - states[1:] ** 2
        da = np.empty_like(slopes)
        da[-1] = slopes[-1] * (dscores @ output[:-1].T)
        for t in range(T - 2, -1, -1):
            da[t] = slopes[t] * (da[t + 1] @ recurrence[D:-1].T)
        return np.einsum("tnr,tnh->rh", rows[:T], da, optimize=True), last.T @ dscores

    def parts(self):
        recurrence, output = self.weights
        return *np.split(recurrence[:-1], [self.inputs]), recurrence[-1], output[:-1], output[-1]


def train(x, y, learning_rate, epochs, batch_size, seed):
    network = RNN(np.random.default_rng(seed), x.shape[2], 16, 3)
    x = np.ascontiguousarray(x.swapaxes(0, 1), dtype=np.float32)
    targets = np.eye(3, dtype=np.float32)[y]
    first = [np.zeros_like(value) for value in network.weights]
    second = [np.zeros_like(value) for value in network.weights]
    batches = len(y) // batch_size
    for k in range(1, epochs * batches + 1):
        taken = slice(k % batches, None, batches)
        slopes = network.gradients(x[:, taken], targets[taken])
        for w, m, v, g in zip(network.weights, first, second, slopes, strict=True):
            m[:] = 0.9 * m + 0.1 * g
            v[:] = 0.99 * v + 0.01 * g**2
            w -= learning_rate / 15 * (m / (1 - 0.9**k)) / (np.sqrt(v / (1 - 0.99**k)) + 1e-8)
    return network.parts()
