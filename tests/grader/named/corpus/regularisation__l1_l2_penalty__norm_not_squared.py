# exercise: regularisation/l1_l2_penalty
# mistake: the L2 penalty takes the norm itself
# name: norm_not_squared
import numpy as np



def l1_penalty(W, reg):
    return reg * np.abs(W).sum(), reg * np.sign(W)


def l2_penalty(W, reg):
    norm = np.sqrt((W * W).sum())
    return reg * norm, 2 * reg * W


def l2_norm(W):
    return np.sqrt((W * W).sum())


def l2_norm_gradient(W):
    return W / np.sqrt((W * W).sum())
