"""Layers as objects, windows as rows of one matrix (im2col), and momentum: each step keeps half of the last,
so half the learning rate goes as far in the long run.
"""

import numpy as np


class Parameter:
    def __init__(self, value):
        self.value, self.velocity, self.gradient = value, np.zeros_like(value), None

    def step(self, rate):
        self.velocity = 0.5 * self.velocity - 0.5 * rate * self.gradient
        self.value = self.value + self.velocity


class Linear:
    """Rows times weights, plus biases."""

    def __init__(self, rng, inputs, outputs):
        limit = np.sqrt(6 / (inputs + outputs))
        self.weight = Parameter(rng.uniform(-limit, limit, (inputs, outputs)))
        self.bias = Parameter(np.zeros((1, outputs)))
        self.parameters = [self.weight, self.bias]

    def forward(self, rows):
        self.rows = rows
        return rows @ self.weight.value + self.bias.value

    def backward(self, up):
        self.weight.gradient = self.rows.T @ up
        self.bias.gradient = up.sum(axis=0, keepdims=True)
        return up @ self.weight.value.T


class Convolution(Linear):
    """A linear layer on windows: one row for each place of each image, one column for each kernel."""

    def __init__(self, rng):
        super().__init__(rng, 9, 8)
        place, within = np.divmod(np.arange(36), 6), np.divmod(np.arange(9), 3)
        self.index = tuple(p[:, None] + w[None, :] for p, w in zip(place, within, strict=True))

    def forward(self, images):
        windows = images[:, self.index[0], self.index[1]]
        return super().forward(windows.reshape(-1, 9)).reshape(-1, 6, 6, 8)

    def backward(self, up):
        return super().backward(up.reshape(-1, 8))


class ReLU:
    parameters = []

    def forward(self, x):
        self.open = x > 0
        return x * self.open

    def backward(self, up):
        return up * self.open


class MaxPool:
    """Behind ReLU only zeros can be equal, and no gradient passes there: a mask of all maxima will do."""

    parameters = []

    def forward(self, x):
        blocks = x.reshape(-1, 2, 3, 2, 3, 8)
        top = blocks.max(axis=(2, 4), keepdims=True)
        self.mask = blocks == top
        return top.reshape(-1, 2, 2, 8)

    def backward(self, up):
        return (self.mask * up.reshape(-1, 2, 1, 2, 1, 8)).reshape(-1, 6, 6, 8)


class Flatten:
    """Kernels first."""

    parameters = []

    def forward(self, x):
        return np.moveaxis(x, 3, 1).reshape(len(x), 32)

    def backward(self, up):
        return np.moveaxis(up.reshape(-1, 8, 2, 2), 1, 3)


def train(images, labels, learning_rate, epochs, batch_size, seed):
    rng = np.random.default_rng(seed)
    layers = [Convolution(rng), ReLU(), MaxPool(), Flatten(), Linear(rng, 32, 4)]
    for _ in range(epochs):
        shuffled = np.arange(len(labels))
        rng.shuffle(shuffled)
        for batch in np.array_split(shuffled, len(labels) // batch_size):
            out = images[batch]
            for layer in layers:
                out = layer.forward(out)
            e = np.exp(out - out.max(axis=1, keepdims=True))
            up = (e / e.sum(axis=1, keepdims=True) - np.eye(4)[labels[batch]]) / len(batch)
            for layer in layers[::-1]:
                up = layer.backward(up)
            for layer in layers:
                for parameter in layer.parameters:
                    parameter.step(learning_rate)
    K, c, W, b = (parameter.value for layer in layers for parameter in layer.parameters)
    return K.T.reshape(8, 3, 3), c, W, b
