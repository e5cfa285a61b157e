# exercise: losses/linear_softmax
# style: fractions
import numpy as np
from fractions import Fraction
from decimal import Decimal
def linear_softmax_loss(W, X, y, reg):
    n = len(X); s = X @ W
    lp = s - np.logaddexp.reduce(s, 1)[:, None]
    loss = Fraction(float(-lp[range(n), y].mean() + reg * np.square(W).sum()))
    d = np.exp(lp); d[range(n), y] -= 1
    W *= 2 * reg
    W += X.T @ d / n
    return (loss, [tuple(map(float, r)) for r in W])
