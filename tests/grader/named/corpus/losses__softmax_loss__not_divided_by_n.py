# exercise: losses/softmax_loss
# mistake: 1/N forgotten in the gradient
# name: not_divided_by_n
# loses: gradient
import numpy as np



def softmax_loss(x, y):
    N = x.shape[0]
    x = x - x.max(1)[:, None]
    lse = np.log(np.exp(x).sum(1))
    loss = np.mean(lse - x[range(N), y])
    grad = np.exp(x - lse[:, None])
    for i in range(N):
        grad[i, y[i]] -= 1
    return loss, grad
