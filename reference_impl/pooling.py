"""Pooling: one number for each window, so that feature maps become smaller."""

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided

from reference_impl.checks import at_least, keys, like, of_forward, shaped, window_fits

Array = np.ndarray


def _windows(x: Array, pool_param: dict[str, Any]) -> Array:
    """View of all windows, shape (N, C, H', W', pool_height, pool_width); ValueError where none fits."""
    keys("pool_param", pool_param, ("pool_height", "pool_width", "stride"))
    height, width, stride = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    at_least(1, pool_height=height, pool_width=width, stride=stride)
    window_fits("the window of pool_param", (height, width), x.shape[2:])
    out_h, out_w = (x.shape[2] - height) // stride + 1, (x.shape[3] - width) // stride + 1
    sample, channel, row, column = x.strides  # how far apart neighbours lie in memory
    steps = (sample, channel, stride * row, stride * column, row, column)
    return as_strided(x, (*x.shape[:2], out_h, out_w, height, width), steps, writeable=False)


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

    Raises
    ------
    ValueError
        Where pool_param lacks a key, or its window does not fit into the images.

    Notes
    -----
    CS231n, convolutional networks, "Pooling layer".
    """
    (x,) = shaped(x=(x, "N C H W"))
    windows = _windows(x, pool_param)
    out = windows[..., 0, 0]
    for a, e in np.ndindex(windows.shape[4:]):  # a place in the window, for all windows at once
        out = np.maximum(out, windows[..., a, e])
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
        dx[n, c, a, e] = sum of dout[n, c, i, j] over the windows (i, j) whose maximum is x[n, c, a, e];
        the first of equal entries wins.

    Raises
    ------
    ValueError
        Unless dout has the shape of the output.

    Notes
    -----
    CS231n, convolutional networks, "Pooling layer": backpropagation routes the gradient to the largest
    input. Of equal entries PyTorch takes the first too.
    """
    x, pool_param = of_forward("max_pool_forward", cache, 2)
    windows = _windows(x, pool_param)
    dout = like("dout", dout, windows.shape[:4])
    (N, C, H, W), stride = x.shape, pool_param["stride"]
    largest, winner = windows[..., 0, 0], np.zeros(dout.shape, dtype=int)
    for a, e in list(np.ndindex(windows.shape[4:]))[1:]:
        entries = windows[..., a, e].copy()  # read twice, which is quicker where neighbours are adjacent
        # a W + e: how far the place is from the window's corner; it grows, so the last to win is the largest
        winner = np.maximum(winner, (entries > largest) * (a * W + e))
        largest = np.maximum(largest, entries)
    planes = np.arange(N * C).reshape(N, C, 1, 1) * (H * W)
    corners = np.arange(dout.shape[2])[:, np.newaxis] * (stride * W) + np.arange(dout.shape[3]) * stride
    dx = np.zeros(x.size, dtype=x.dtype)
    np.add.at(dx, (planes + corners + winner).ravel(), dout.ravel())  # who wins in several windows gets all
    return dx.reshape(x.shape)


def avg_pool_forward(x: Array, pool_param: dict[str, Any]) -> tuple[Array, tuple[Array, dict[str, Any]]]:
    """Mean of each window.

    Parameters
    ----------
    x : ndarray, shape (N, C, H, W)
    pool_param : dict
        pool_height, pool_width, stride.

    Returns
    -------
    out : ndarray, shape (N, C, H', W')
        out[n, c, i, j] = mean of x[n, c, i s : i s + pool_height, j s : j s + pool_width], with
        H' = floor((H - pool_height) / s) + 1, and W' likewise.
    cache : tuple
        For `avg_pool_backward`.

    Raises
    ------
    ValueError
        Where pool_param lacks a key, or its window does not fit into the images.

    Notes
    -----
    CS231n, convolutional networks, "General pooling".
    """
    (x,) = shaped(x=(x, "N C H W"))
    windows = _windows(x, pool_param)
    out = np.zeros(windows.shape[:4], dtype=x.dtype)
    for a, e in np.ndindex(windows.shape[4:]):  # a place in the window, for all windows at once
        out += windows[..., a, e]
    return out / (windows.shape[4] * windows.shape[5]), (x, pool_param)


def avg_pool_backward(dout: Array, cache: tuple[Array, dict[str, Any]]) -> Array:
    """Gradient of average pooling: each window shares its gradient equally among its entries.

    Parameters
    ----------
    dout : ndarray, shape (N, C, H', W')
        Upstream gradient.
    cache : tuple
        Of `avg_pool_forward`.

    Returns
    -------
    ndarray, shape (N, C, H, W)
        dx[n, c, a, e] = (1 / (pool_height pool_width)) sum of dout[n, c, i, j] over the windows (i, j)
        that hold (a, e).

    Raises
    ------
    ValueError
        Unless dout has the shape of the output.

    Notes
    -----
    CS231n, convolutional networks, "General pooling"; the transpose of a mean, as PyTorch's `avg_pool2d`.
    """
    x, pool_param = of_forward("avg_pool_forward", cache, 2)
    height, width, stride = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    out_h, out_w = _windows(x, pool_param).shape[2:4]
    dout = like("dout", dout, (*x.shape[:2], out_h, out_w))
    share = dout / (height * width)
    dx = np.zeros_like(x)
    for a, e in np.ndindex(height, width):
        rows = slice(a, a + stride * (out_h - 1) + 1, stride)  # i s + a for every i
        columns = slice(e, e + stride * (out_w - 1) + 1, stride)
        dx[:, :, rows, columns] += share
    return dx
