# exercise: losses/softmax_loss
# style: a one-element array for the loss, one-hot by np.eye, asserts, a constant outside
import numpy as np

AXIS = 1


def log_softmax(x):
    return x - np.logaddexp.reduce(x, axis=AXIS)[:, np.newaxis]


def softmax_loss(x, y):
    N, C = x.shape
    assert y.shape == (N,), y.shape
    Y = np.eye(C)[y]
    log_p = log_softmax(x)
    loss = np.array([-(Y * log_p).sum() / N])
    x -= x  # no longer needed
    return loss, np.subtract(np.exp(log_p), Y) / float(N)
