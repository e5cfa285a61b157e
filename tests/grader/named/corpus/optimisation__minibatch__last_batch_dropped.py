# exercise: optimisation/minibatch
# mistake: the last, smaller batch is dropped
# name: last_batch_dropped
import numpy as np



def minibatch_gradient_descent(gradient, w, X, y, learning_rate, orders, batch_size):
    for order in orders:
        for k in range(len(order) // batch_size):
            chosen = order[k * batch_size : (k + 1) * batch_size]
            w = w - learning_rate * gradient(w, X[chosen], y[chosen])
    return w
