# exercise: losses/linear_svm
# mistake: reg W for the gradient of reg W^2, in both
# name: penalty_gradient_without_2
import numpy as np


def linear_svm_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for i in range(len(X)):
        s = X[i] @ W
        for j in range(W.shape[1]):
            if j == y[i]:
                continue
            margin = s[j] - s[y[i]] + 1
            if margin > 0:
                loss += margin / len(X)
                dW[:, j] += X[i] / len(X)
                dW[:, y[i]] -= X[i] / len(X)
    return loss + reg * np.sum(W * W), dW + reg * W


def linear_svm_loss(W, X, y, reg):
    rows = np.arange(len(y))
    S = X.dot(W)
    M = np.maximum(S - S[rows, y][:, None] + 1, 0)
    M[rows, y] = 0
    B = np.sign(M)
    B[rows, y] = -B.sum(1)
    return M.sum() / len(y) + reg * np.sum(W**2), X.T.dot(B) / len(y) + reg * W
