# exercise: nlp/cbow
# style: a matrix of counts in place of indices, outputs in float32
import numpy as np


def cbow_loss(context, target, W, W_out):
    V = W.shape[0]
    counts = np.array([[np.count_nonzero(context == k)] for k in range(V)]) / context.size
    h = W.T @ counts
    scores = W_out.T @ h
    log_p = scores - scores.max() - np.log(np.exp(scores - scores.max()).sum())
    dy = np.exp(log_p)
    dy[target, 0] -= 1
    return np.float32(-log_p[target]), np.float32(counts @ (W_out @ dy).T), np.float32(h @ dy.T)
