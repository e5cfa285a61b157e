"""Each batch is a new draw from all samples; descent with momentum, in float32."""

import numpy as np


def train(x, y, learning_rate, epochs, batch_size, seed):
    rng = np.random.RandomState(seed)
    x = x.astype(np.float32)
    parameters = {"W": np.zeros((x.shape[1], 4), np.float32), "b": np.zeros((1, 4), np.float32)}
    velocity = {name: np.zeros_like(value) for name, value in parameters.items()}
    for _ in range(epochs * len(y) // batch_size):
        chosen = rng.choice(len(y), size=batch_size, replace=False)
        s = x[chosen].dot(parameters["W"]) + parameters["b"]
        e = np.exp(s - s.max(1, keepdims=True))
        error = e / e.sum(1, keepdims=True) - np.eye(4, dtype=np.float32)[y[chosen]]
        slopes = {"W": x[chosen].T.dot(error) / batch_size, "b": error.mean(0, keepdims=True)}
        for name, slope in slopes.items():
            velocity[name] = 0.5 * velocity[name] - learning_rate / 2 * slope
            parameters[name] = parameters[name] + velocity[name]
    return tuple(parameters.values())
