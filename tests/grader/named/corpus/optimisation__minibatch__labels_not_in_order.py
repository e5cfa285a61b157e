# exercise: optimisation/minibatch
# mistake: X is shuffled and y is not
# name: labels_not_in_order
# costs: everything
import numpy as np


def minibatch_gradient_descent(gradient, w, X, y, learning_rate, orders, batch_size):
    w = w.copy()
    n = len(y)
    for order in orders:
        shuffled = X[order]
        for start in range(0, n, batch_size):
            stop = start + batch_size
            w -= learning_rate * gradient(w, shuffled[start:stop], y[start:stop])
    return w
