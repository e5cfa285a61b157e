# exercise: losses/softmax_loss
# mistake: the maximum of the whole array taken off, not that of each row
# name: max_of_everything
# loses: rows
import numpy as np

def softmax_loss(x, y):
    z = x - np.max(x)
    s = np.exp(z).sum(axis=1)
    loss = np.mean(np.log(s) - z[np.arange(len(y)), y])
    dx = np.exp(z - np.log(s)[:, None])
    dx[np.arange(len(y)), y] -= 1
    return loss, dx / len(y)
