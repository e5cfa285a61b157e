"""p_i = e_i / S with e_i = exp(x_i) and S = sum_k e_k, so

dp_i/dx_j = [i = j] e_i / S - e_i e_j / S^2 = p_i ([i = j] - p_j),
dx_j = sum_i dp_i p_i ([i = j] - p_j) = p_j (dp_j - sum_i dp_i p_i).
"""

import numpy as np


def softmax_jacobian(x):
    e = np.exp(x - np.max(x))
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


def softmax_backward(dp, p):
    return p * (dp - np.sum(dp * p, axis=1, keepdims=True))
