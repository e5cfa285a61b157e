"""A generator yields the parameters after every update; the last of them is the answer."""

import numpy as np


def trajectory(gradient, w, samples, learning_rate):
    yield w
    for x, target in samples:
        w = np.add(w, -learning_rate * gradient(w, x[np.newaxis], np.array([target])))
        yield w


def stochastic_gradient_descent(gradient, w, X, y, learning_rate, orders):
    samples = ((X[i], y[i]) for order in orders for i in order)
    *_, last = trajectory(gradient, w, samples, learning_rate)
    return last
