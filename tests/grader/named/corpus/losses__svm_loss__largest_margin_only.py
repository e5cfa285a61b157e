# exercise: losses/svm_loss
# mistake: only the worst class of each sample
# name: largest_margin_only
# costs: everything
import numpy as np


def svm_loss(x, y):
    N = len(y)
    loss = 0
    dx = np.zeros(x.shape)
    for i in range(N):
        m = x[i] - x[i, y[i]] + 1
        m[y[i]] = 0
        j = m.argmax()
        if m[j] > 0:
            loss += m[j]
            dx[i, j] += 1
            dx[i, y[i]] -= 1
    return loss / N, dx / N
