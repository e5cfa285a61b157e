# exercise: losses/linear_svm
# mistake: the correct class is not skipped in the loops
# name: correct_class_counted
import numpy as np


def linear_svm_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for i in range(len(X)):
        s = X[i] @ W
        for j in range(W.shape[1]):
            pass
            margin = s[j] - s[y[i]] + 1
            if margin > 0:
                loss += margin / len(X)
                dW[:, j] += X[i] / len(X)
                dW[:, y[i]] -= X[i] / len(X)
    return loss + reg * np.sum(W * W), dW + 2 * reg * W


def linear_svm_loss(W, X, y, reg):
    rows = np.arange(len(y))
    S = X.dot(W)
    M = np.maximum(S - S[rows, y][:, None] + 1, 0)
    M[rows, y] = 0
    B = np.sign(M)
    B[rows, y] = -B.sum(1)
    return M.sum() / len(y) + reg * np.sum(W**2), X.T.dot(B) / len(y) + 2 * reg * W
