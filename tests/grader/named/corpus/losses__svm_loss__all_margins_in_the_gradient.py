# exercise: losses/svm_loss
# mistake: the gradient is not restricted to violated margins
# name: all_margins_in_the_gradient
import numpy as np


def svm_loss(x, y):
    N = len(y)
    loss = 0
    dx = np.zeros(x.shape)
    for i in range(N):
        m = x[i] - x[i, y[i]] + 1
        m[y[i]] = 0
        loss += m.clip(0).sum()
        dx[i] += 1
        dx[i, y[i]] -= len(m)
    return loss / N, dx / N
