# exercise: feedforward/sigmoid
# mistake: e^x over 1 + e^x, one number at a time
# name: quotient_overflows
import numpy as np


def one(t):
    top = np.exp(t)
    return top / (1.0 + top)


def sigmoid(x):
    return np.vectorize(one)(x)


def sigmoid_derivative(x):
    e = np.exp(-np.abs(x))
    return e / (1 + e) ** 2
