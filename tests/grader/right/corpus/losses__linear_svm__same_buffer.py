# exercise: losses/linear_svm
# style: one buffer
"""Both functions write their gradient into W and return it; naive calls the vectorised one."""
import numpy as np
def linear_svm_loss(W, X, y, reg):
    n = len(X); S = X @ W; r = np.arange(n)
    M = S - S[r, y][:, None] + 1; M[r, y] = 0
    V = np.where(M > 0, 1., 0.); V[r, y] -= V.sum(1)
    loss = M.clip(0).sum() / n + reg * (W ** 2).sum()
    W *= 2 * reg
    W += X.T @ V / n
    return loss, W
linear_svm_loss_naive = linear_svm_loss
