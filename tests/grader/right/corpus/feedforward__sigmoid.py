# exercise: feedforward/sigmoid
# style: float32 throughout, where= and out=
import numpy as np

ONE = np.float32(1)


def sigmoid(x):
    x = np.asarray(x, dtype=np.float32)
    e = np.exp(-np.abs(x))
    s = np.empty_like(x)
    np.divide(ONE, ONE + e, out=s, where=x >= 0)
    np.divide(e, ONE + e, out=s, where=x < 0)
    return s


def sigmoid_derivative(x):
    return sigmoid(x) * sigmoid(-x)
