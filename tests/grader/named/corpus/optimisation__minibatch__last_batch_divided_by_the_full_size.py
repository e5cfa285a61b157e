# exercise: optimisation/minibatch
# mistake: every batch is divided by batch_size
# name: last_batch_divided_by_the_full_size
import numpy as np


def minibatch_gradient_descent(gradient, w, X, y, learning_rate, orders, batch_size):
    for order in orders:
        i = 0
        while i < len(order):
            ids = order[i : i + batch_size]
            g = 0
            for k in ids:
                g = g + gradient(w, X[k : k + 1], y[k : k + 1])
            w = w - learning_rate * g / batch_size
            i += batch_size
    return w
