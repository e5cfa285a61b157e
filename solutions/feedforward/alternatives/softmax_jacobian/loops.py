"""Entry by entry: p_i (1 - p_i) on the diagonal, else -p_i p_j; dx_j is the sum of dp_i J_ij over i."""

from numpy import exp


def entry(p, i, j):
    return p[i] * (1 - p[i]) if i == j else -p[i] * p[j]


def softmax_jacobian(x):
    powers = [exp(score) for score in x]
    p = [power / sum(powers) for power in powers]
    return [[entry(p, i, j) for j in range(len(p))] for i in range(len(p))]


def softmax_backward(dp, p):
    dx = []
    for n in range(len(p)):
        dx.append([])
        for j in range(len(p[n])):
            dx[n].append(sum(dp[n][i] * entry(p[n], i, j) for i in range(len(p[n]))))
    return dx
