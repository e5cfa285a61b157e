"""d|w|/dw = sign(w), dw^2/dw = 2 w. For the norm, sqrt(s) of the sum of squares s: d sqrt(s) =
ds / (2 sqrt(s)), and ds/dw = 2 w, so the gradient is w / ||w||.
"""

import numpy as np


def l1_penalty(W, reg):
    return reg * np.sum(np.abs(W)), reg * np.sign(W)


def l2_penalty(W, reg):
    return reg * np.sum(W * W), 2 * reg * W


def l2_norm(W):
    return np.sqrt(np.sum(W * W))


def l2_norm_gradient(W):
    return W / np.sqrt(np.sum(W * W))
