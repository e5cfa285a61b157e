"""Sums as matrix products, trace(W^T W) for the squares, and W / |W| for the sign; all in float32."""

import numpy as np


def l1_penalty(W, reg):
    W = W.astype(np.float32)
    size = np.abs(W)
    ones = np.ones(W.shape[0], np.float32), np.ones(W.shape[1], np.float32)
    return reg * (ones[0] @ size @ ones[1]), reg * (W / size)


def l2_penalty(W, reg):
    W = W.astype(np.float32)
    return np.trace(W.T @ W) * reg, np.asfortranarray(W * 2 * reg)


def l2_norm(W):
    W = W.astype(np.float32)
    return np.sqrt(np.einsum("mn,mn->", W, W))


def l2_norm_gradient(W):
    _, slope = l2_penalty(W, 1)
    return slope / (2 * l2_norm(W))
