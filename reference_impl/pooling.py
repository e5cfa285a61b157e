"""Pooling: one number for each window, so that feature maps become smaller."""

from typing import Any

import numpy as np

from reference_impl.checks import check_shape

Array = np.ndarray


def _windows(x: Array, pool_param: dict[str, Any]) -> tuple[int, int, int, int, int]:
    """Window height and width, stride, output height and width; ValueError where no window fits."""
    check_shape("x", x, (None, None, None, None))
    height, width = pool_param["pool_height"], pool_param["pool_width"]
    stride = pool_param["stride"]
    if stride < 1 or height < 1 or width < 1:
        raise ValueError(f"pool_height, pool_width and stride should be at least 1, they are {pool_param}")
    if height > x.shape[2] or width > x.shape[3]:
        raise ValueError(f"the window ({height}, {width}) should fit into x, whose images are {x.shape[2:]}")
    return height, width, stride, (x.shape[2] - height) // stride + 1, (x.shape[3] - width) // stride + 1


def max_pool_forward(x: Array, pool_param: dict[str, Any]) -> tuple[Array, tuple[Array, dict[str, Any]]]:
    """Largest entry of each window.

    Parameters
    ----------
    x : ndarray, shape (N, C, H, W)
    pool_param : dict
        pool_height, pool_width, stride.

    Returns
    -------
    out : ndarray, shape (N, C, H', W')
        out[n, c, i, j] = max of x[n, c, i s : i s + pool_height, j s : j s + pool_width], with
        H' = floor((H - pool_height) / s) + 1, and W' likewise.
    cache : tuple
        For `max_pool_backward`.

    Notes
    -----
    CS231n, convolutional networks, "Pooling layer".
    """
    x = np.asarray(x)
    height, width, stride, out_h, out_w = _windows(x, pool_param)
    out = np.empty((*x.shape[:2], out_h, out_w), dtype=x.dtype)
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * stride, j * stride
            out[:, :, i, j] = x[:, :, top : top + height, left : left + width].max(axis=(2, 3))
    return out, (x, pool_param)


def max_pool_backward(dout: Array, cache: tuple[Array, dict[str, Any]]) -> Array:
    """Gradient of max pooling: each window sends its gradient to the entry that won.

    Parameters
    ----------
    dout : ndarray, shape (N, C, H', W')
        Upstream gradient.
    cache : tuple
        Of `max_pool_forward`.

    Returns
    -------
    ndarray, shape (N, C, H, W)
        dx[n, c, a, b] = sum of dout[n, c, i, j] over the windows (i, j) whose maximum is x[n, c, a, b];
        the first of equal entries wins.
    """
    x, pool_param = cache
    height, width, stride, out_h, out_w = _windows(x, pool_param)
    check_shape("dout", dout, (*x.shape[:2], out_h, out_w))
    n, c = np.indices(x.shape[:2])
    dx = np.zeros_like(x)
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * stride, j * stride
            window = x[:, :, top : top + height, left : left + width]
            winner = window.reshape(*x.shape[:2], -1).argmax(axis=2)
            dx[n, c, top + winner // width, left + winner % width] += dout[:, :, i, j]
    return dx
