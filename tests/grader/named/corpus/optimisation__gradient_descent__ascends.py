# exercise: optimisation/gradient_descent
# mistake: steps uphill
# name: ascends
# costs: everything
import numpy as np



def batch_gradient_descent(gradient, w, X, y, learning_rate, epochs):
    for _ in range(epochs):
        w = w + learning_rate * gradient(w, X, y)
    return w
