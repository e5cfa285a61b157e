"""Sorts samples and labels into the epoch's order first; a generator then cuts batches off the front."""


def batches(X, y, size):
    while len(y) > 0:
        yield X[:size], y[:size]
        X, y = X[size:], y[size:]


def minibatch_gradient_descent(gradient, w, X, y, learning_rate, orders, batch_size):
    for order in orders:
        for x, targets in batches(X[order], y[order], batch_size):
            w = w - learning_rate * gradient(w, x, targets)
    return w
