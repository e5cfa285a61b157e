"""Pairs (sample, wrong class) with violated margins: by three loops, and by adding at their indices."""

import numpy as np


def linear_svm_loss_naive(W, X, y, reg):
    (D, C), N = W.shape, len(X)
    loss = 0.0
    dW = [[0.0] * C for _ in range(D)]
    for i in range(N):
        for j in range(C):
            if j == y[i]:
                continue
            margin = 1.0
            for d in range(D):
                margin += X[i, d] * (W[d, j] - W[d, y[i]])
            if margin <= 0:
                continue
            loss += margin / N
            for d in range(D):
                dW[d][j] += X[i, d] / N
                dW[d][y[i]] -= X[i, d] / N
    for d in range(D):
        for j in range(C):
            loss += reg * W[d, j] ** 2
            dW[d][j] += 2 * reg * W[d, j]
    return loss, dW


def linear_svm_loss(W, X, y, reg):
    n = len(X)
    scores = np.einsum("nd,dc->nc", X, W)
    margins = 1 + scores - np.take_along_axis(scores, y[:, np.newaxis], axis=1)
    margins[np.arange(n), y] = -np.inf
    samples, classes = np.nonzero(margins > 0)
    columns = np.zeros(W.T.shape)
    np.add.at(columns, classes, X[samples])
    np.subtract.at(columns, y[samples], X[samples])
    loss = margins[samples, classes].sum() / n + reg * np.vdot(W, W)
    return loss, columns.T / n + 2 * reg * W
