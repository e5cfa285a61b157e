# exercise: losses/svm_loss
# mistake: the gradient is a sum over the samples
# name: gradient_not_divided_by_n
import numpy as np



def svm_loss(x, y):
    loss, dx = 0.0, np.zeros(x.shape)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            if j == y[i]:
                continue
            m = x[i, j] - x[i, y[i]] + 1
            if m > 0:
                loss += m
                dx[i, j] += 1
                dx[i, y[i]] -= 1
    return loss / x.shape[0], dx
