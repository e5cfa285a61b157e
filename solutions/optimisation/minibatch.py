"""Slices of the order are the batches; the last slice is shorter by itself."""


def minibatch_gradient_descent(gradient, w, X, y, learning_rate, orders, batch_size):
    for order in orders:
        for start in range(0, len(order), batch_size):
            batch = order[start : start + batch_size]
            w = w - learning_rate * gradient(w, X[batch], y[batch])
    return w
