# exercise: losses/softmax_loss
# mistake: no maximum is taken off
# name: no_max_shift
import numpy as np


def softmax_loss(x, y):
    n = x.shape[0]
    total = np.exp(x).sum(axis=1)
    loss = (np.log(total) - x[np.arange(n), y]).mean()
    dx = np.exp(x) / total[:, None]
    dx[np.arange(n), y] -= 1
    return loss, dx / n
