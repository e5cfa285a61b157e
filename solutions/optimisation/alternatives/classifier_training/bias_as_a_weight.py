"""b is one more row of W, for an input of 1; labels are one-hot, and np.array_split makes the batches."""

import numpy as np


def train(x, y, learning_rate, epochs, batch_size, seed):
    np.random.seed(seed)
    inputs = np.column_stack([x, np.ones(len(x))])
    labels = (y[:, None] == np.unique(y)).astype(float)
    weights = np.random.normal(0, 0.01, (inputs.shape[1], labels.shape[1]))
    indices = np.arange(len(x))
    for _ in range(epochs):
        np.random.shuffle(indices)
        for batch in np.array_split(indices, np.ceil(len(x) / batch_size)):
            scores = inputs[batch] @ weights
            p = np.exp(scores - np.logaddexp.reduce(scores, axis=1)[:, None])
            weights -= learning_rate * np.einsum("bd,bc->dc", inputs[batch], p - labels[batch]) / len(batch)
    return np.split(weights, [x.shape[1]])
