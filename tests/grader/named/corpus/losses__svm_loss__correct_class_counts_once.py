# exercise: losses/svm_loss
# mistake: the correct class loses 1 once
# name: correct_class_counts_once
import numpy as np


def svm_loss(x, y):
    N = len(y)
    loss = 0
    dx = np.zeros(x.shape)
    for i in range(N):
        m = x[i] - x[i, y[i]] + 1
        m[y[i]] = 0
        loss += sum(v for v in m if v > 0)
        dx[i][m > 0] = 1
        if np.any(m > 0):
            dx[i, y[i]] = -1
    return loss / N, dx / N
