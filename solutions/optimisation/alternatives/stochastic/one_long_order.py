"""All epochs' orders laid end to end; samples are sorted into it first, and a copy of w changes in place."""

import numpy as np


def stochastic_gradient_descent(gradient, w, X, y, learning_rate, orders):
    order = orders.ravel()
    parameters = w.copy()
    for x, target in zip(np.split(X[order], order.size), np.split(y[order], order.size), strict=True):
        parameters -= learning_rate * gradient(parameters, x, target)
    return parameters
