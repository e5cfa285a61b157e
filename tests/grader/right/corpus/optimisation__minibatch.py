# exercise: optimisation/minibatch
# style: recursion over epochs, np.split
import numpy as np


def minibatch_gradient_descent(gradient, w, X, y, learning_rate, orders, batch_size):
    if len(orders) == 0:
        return list(w)
    first, *later = orders
    for batch in np.split(first, range(batch_size, len(first), batch_size)):
        w = np.subtract(w, learning_rate * gradient(w, X.take(batch, axis=0), y.take(batch)))
    return minibatch_gradient_descent(gradient, w, X, y, learning_rate, later, batch_size)
