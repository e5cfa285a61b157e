# exercise: regularisation/l1_l2_penalty
# mistake: np.linalg.norm(W, 2), in all places
# name: largest_singular_value
import numpy as np


def l1_penalty(W, reg):
    return reg * np.sum(abs(W)), reg * np.sign(W)


def l2_penalty(W, reg):
    return reg * np.linalg.norm(W, 2) ** 2, 2 * reg * W


def l2_norm(W):
    return np.linalg.norm(W, ord=2)


def l2_norm_gradient(W):
    return W / np.linalg.norm(W, ord=2)
