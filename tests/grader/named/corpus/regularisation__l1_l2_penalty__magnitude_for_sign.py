# exercise: regularisation/l1_l2_penalty
# mistake: |w| in the gradient of the L1 penalty
# name: magnitude_for_sign
import numpy as np


def l1_penalty(W, reg):
    return reg * np.sum(abs(W)), reg * np.abs(W)


def l2_penalty(W, reg):
    return reg * (W**2).sum(), 2 * reg * W


def l2_norm(W):
    return np.linalg.norm(W)


def l2_norm_gradient(W):
    return W / np.linalg.norm(W)
