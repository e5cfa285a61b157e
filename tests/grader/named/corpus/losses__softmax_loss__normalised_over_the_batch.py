# exercise: losses/softmax_loss
# mistake: sums over samples
# name: normalised_over_the_batch
# costs: everything
import numpy as np


def softmax_loss(x, y):
    e = np.exp(x - x.max(axis=0))
    p = e / e.sum(axis=0)
    rows = np.arange(len(y))
    loss = -np.log(p[rows, y]).mean()
    p[rows, y] -= 1
    return loss, p / len(y)
