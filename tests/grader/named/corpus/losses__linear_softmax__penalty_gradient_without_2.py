# exercise: losses/linear_softmax
# mistake: loss with reg sum W^2, gradient with reg W
# name: penalty_gradient_without_2
import numpy as np



def linear_softmax_loss(W, X, y, reg):
    n = len(X)
    s = X.dot(W)
    s -= s.max(axis=1, keepdims=True)
    p = np.exp(s)
    p /= p.sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(n), y]).mean() + reg * (W**2).sum()
    p[np.arange(n), y] -= 1
    return loss, X.T.dot(p) / n + reg * W
