"""Convolution: the same small window of weights at every place of an image."""

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from reference_impl.checks import at_least, floats, keys, like, number, of_forward, shaped, window_fits

Array = np.ndarray


def conv_forward(x: Array, w: Array, b: Array, conv_param: dict[str, int]) -> tuple[Array, tuple]:
    """Convolution layer (cross-correlation: the kernel is not flipped).

    Parameters
    ----------
    x : ndarray, shape (N, C, H, W)
    w : ndarray, shape (F, C, HH, WW)
        F kernels, each over all channels.
    b : ndarray, shape (F,)
    conv_param : dict
        stride, pad (zeros on each of the four sides).

    Returns
    -------
    out : ndarray, shape (N, F, H', W')
        out[n, f, i, j] = b_f + sum_{c, a, e} w[f, c, a, e] x_pad[n, c, i s + a, j s + e], with
        H' = floor((H - HH + 2 pad) / s) + 1, and W' likewise.
    cache : tuple
        For `conv_backward`.

    Raises
    ------
    ValueError
        Where channels differ, conv_param lacks a key, or the kernel does not fit into the padded images.

    Notes
    -----
    CS231n, convolutional networks, "Convolutional Layer".
    """
    x, w, b = shaped(x=(x, "N C H W"), w=(w, "F C HH WW"), b=(b, "F"))
    stride, pad = _stride_and_pad(conv_param)
    N, C, H, W = x.shape
    x_pad = np.zeros((N, C, H + 2 * pad, W + 2 * pad), dtype=x.dtype)
    x_pad[:, :, pad : pad + H, pad : pad + W] = x
    window_fits("the kernel of w", w.shape[2:], x_pad.shape[2:])
    windows = sliding_window_view(x_pad, w.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    out = np.tensordot(windows, w, axes=((1, 4, 5), (1, 2, 3)))  # sums over c, a, e: (N, H', W', F)
    out = np.moveaxis(out, 3, 1) + b[:, np.newaxis, np.newaxis]
    return out, (x, w, conv_param, windows)


def conv_backward(dout: Array, cache: tuple) -> tuple[Array, Array, Array]:
    """Gradients of a convolution layer.

    Parameters
    ----------
    dout : ndarray, shape (N, F, H', W')
        Upstream gradient.
    cache : tuple
        Of `conv_forward`.

    Returns
    -------
    dx : ndarray, shape (N, C, H, W)
        dx_pad[n, c, i s + a, j s + e] += sum_f dout[n, f, i, j] w[f, c, a, e] at every place (i, j) and
        for every weight (a, e); then the padding is cut off.
    dw : ndarray, shape (F, C, HH, WW)
        dw[f, c, a, e] = sum_{n, i, j} dout[n, f, i, j] x_pad[n, c, i s + a, j s + e]
    db : ndarray, shape (F,)
        sum_{n, i, j} dout[n, f, i, j]

    Raises
    ------
    ValueError
        Unless dout has the shape of the output.

    Notes
    -----
    CS231n, assignment 2, `conv_backward_naive`; the sums as in Goodfellow, Bengio and Courville, Deep
    Learning, section 9.5.
    """
    x, w, conv_param, windows = of_forward("conv_forward", cache, 4)
    stride, pad = conv_param["stride"], conv_param["pad"]
    out_h, out_w = windows.shape[2:4]
    dout = like("dout", dout, (len(x), len(w), out_h, out_w))
    db = dout.sum(axis=(0, 2, 3))
    dw = np.tensordot(dout, windows, axes=((0, 2, 3), (0, 2, 3)))
    dx_pad = np.zeros((*x.shape[:2], x.shape[2] + 2 * pad, x.shape[3] + 2 * pad), dtype=x.dtype)
    for a, e in np.ndindex(w.shape[2:]):
        rows = slice(a, a + stride * (out_h - 1) + 1, stride)  # i s + a for every i
        columns = slice(e, e + stride * (out_w - 1) + 1, stride)
        dx_pad[:, :, rows, columns] += np.moveaxis(np.tensordot(dout, w[:, :, a, e], axes=(1, 0)), 3, 1)
    dx = dx_pad[:, :, pad : pad + x.shape[2], pad : pad + x.shape[3]]
    return dx, dw, db


def _stride_and_pad(conv_param: dict[str, Any]) -> tuple[int, int]:
    keys("conv_param", conv_param, ("stride", "pad"))
    at_least(1, stride=conv_param["stride"])
    at_least(0, pad=conv_param["pad"])
    return conv_param["stride"], conv_param["pad"]


# --- one image, one kernel -----------------------------------------------------------------------


def cross_correlation(x: Array, kernel: Array) -> Array:
    """What deep learning calls convolution, of one image with one kernel, without padding.

    Parameters
    ----------
    x : ndarray, shape (H, W)
    kernel : ndarray, shape (HH, WW)

    Returns
    -------
    ndarray, shape (H - HH + 1, W - WW + 1)
        out[i, j] = sum_{a, e} kernel[a, e] x[i + a, j + e]

    Raises
    ------
    ValueError
        Where the kernel does not fit into the image.

    Notes
    -----
    Goodfellow, Bengio and Courville, Deep Learning, section 9.1.
    """
    x, kernel = shaped(x=(x, "H W"), kernel=(kernel, "HH WW"))
    window_fits("kernel", kernel.shape, x.shape)
    return np.einsum("ijae,ae->ij", sliding_window_view(x, kernel.shape), kernel)


def true_convolution(x: Array, kernel: Array) -> Array:
    """Convolution as mathematics defines it: cross-correlation with the flipped kernel.

    Parameters
    ----------
    x : ndarray, shape (H, W)
    kernel : ndarray, shape (HH, WW)

    Returns
    -------
    ndarray, shape (H - HH + 1, W - WW + 1)
        out[i, j] = sum_{a, e} kernel[HH - 1 - a, WW - 1 - e] x[i + a, j + e]

    Raises
    ------
    ValueError
        Where the kernel does not fit into the image.

    Notes
    -----
    Goodfellow, Bengio and Courville, Deep Learning, section 9.1.
    """
    (kernel,) = shaped(kernel=(kernel, "HH WW"))
    return cross_correlation(x, kernel[::-1, ::-1])


# --- smoothing -----------------------------------------------------------------------------------


def mean_kernel(size: int) -> Array:
    """Kernel that takes the mean of its window: all weights equal, with sum 1.

    Parameters
    ----------
    size : int

    Returns
    -------
    ndarray, shape (size, size)
        k[i, j] = 1 / size^2

    Raises
    ------
    ValueError
        Unless size is an integer of at least 1.

    Notes
    -----
    Gonzalez and Woods, Digital Image Processing, smoothing spatial filters.
    """
    at_least(1, size=size)
    return np.full((size, size), 1 / size**2)


def gaussian_kernel(size: int, sigma: float) -> Array:
    """Kernel whose weights fall off like a Gaussian, with sum 1.

    Parameters
    ----------
    size : int
    sigma : float
        Standard deviation in pixels; the larger, the flatter the kernel and the stronger the blur.

    Returns
    -------
    ndarray, shape (size, size)
        k[i, j] proportional to exp(-(u_i^2 + u_j^2) / (2 sigma^2)), u the distance from the centre.

    Raises
    ------
    ValueError
        Unless size is an integer of at least 1, and sigma above 0.

    Notes
    -----
    Gonzalez and Woods, Digital Image Processing, smoothing spatial filters.
    """
    at_least(1, size=size)
    number("sigma", sigma, "(0, inf)")
    u = np.arange(size) - (size - 1) / 2
    kernel = np.exp(-(u[:, np.newaxis] ** 2 + u**2) / (2 * sigma**2))
    return kernel / kernel.sum()


def noise_gain(kernel: Array) -> float:
    """Share of independent noise's variance that a kernel lets through.

    Parameters
    ----------
    kernel : ndarray, shape (HH, WW)

    Returns
    -------
    float
        sum_{a, e} k[a, e]^2. Of two kernels with sum 1 and the same size the one with the smaller share
        blurs more: it is smallest, 1/size^2, where all weights are equal, and 1 where only the centre is
        left.

    Notes
    -----
    Gonzalez and Woods, Digital Image Processing, smoothing; the course's notes compare kernels by it.
    """
    return float(np.square(floats("kernel", kernel)).sum())
