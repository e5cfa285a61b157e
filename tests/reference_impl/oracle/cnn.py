"""Convolution and pooling, single images, smoothing kernels."""

import numpy as np
import torch
import torch.nn.functional as F

from reference_impl import convolution, pooling
from tests.reference_impl.oracle.row import Row, Sampler, layer, value


def draw_conv(s: Sampler):
    n, c, f, height, width = s.sizes((1, 3), (1, 3), (1, 3), (3, 8), (3, 8))
    kernel_height, kernel_width = s.sizes((1, 3), (1, 3))
    stride, pad = s.sizes((1, 4), (0, 3))  # a stride above the kernel leaves pixels out, and may not divide
    return {
        "x": s.normal(n, c, height, width, scale=s.one_of(1, 100)),
        "w": s.normal(f, c, kernel_height, kernel_width),
        "b": s.normal(f),
        "conv_param": {"stride": stride, "pad": pad},
    }


def torch_conv(x, w, b, conv_param):
    return [F.conv2d(x, w, b, stride=conv_param["stride"], padding=conv_param["pad"])]


def draw_pool(s: Sampler):
    n, c, height, width = s.sizes((1, 3), (1, 3), (3, 8), (3, 8))
    pool_height, pool_width, stride = s.sizes((1, 3), (1, 3), (1, 4))
    pixels = n * c * height * width
    x = (s.rng.permutation(pixels) - pixels // 2).reshape(n, c, height, width) / 7.0  # no ties, both signs
    return {"x": x, "pool_param": {"pool_height": pool_height, "pool_width": pool_width, "stride": stride}}


def torch_max_pool(x, pool_param):
    window = (pool_param["pool_height"], pool_param["pool_width"])
    return [F.max_pool2d(x, window, stride=pool_param["stride"])]


def torch_avg_pool(x, pool_param):
    window = (pool_param["pool_height"], pool_param["pool_width"])
    return [F.avg_pool2d(x, window, stride=pool_param["stride"])]


# --- one image, one kernel -----------------------------------------------------------------------


def draw_image_and_kernel(s: Sampler):
    height, width, kernel_height, kernel_width = s.sizes((1, 7), (1, 7), (1, 7), (1, 7))
    kernel = s.normal(min(height, kernel_height), min(width, kernel_width))
    return {"x": s.normal(height, width), "kernel": kernel}


def torch_cross_correlation(x, kernel):
    return [F.conv2d(x[None, None], kernel[None, None])[0, 0]]


def torch_true_convolution(x, kernel):
    """A product of spectra is the cyclic convolution; where nothing wraps around, it is the valid one."""
    spectrum = torch.fft.fft2(x) * torch.fft.fft2(kernel, s=x.shape)
    return [torch.fft.ifft2(spectrum).real[len(kernel) - 1 :, kernel.shape[1] - 1 :]]


def draw_mean_kernel(s: Sampler):
    size = s.size(1, 5)
    return {"size": size, "x": s.normal(size + s.size(0, 3), size)}


def draw_gaussian(s: Sampler):
    return {"size": s.size(1, 7), "sigma": s.one_of(0.3, 1.0, 2.5)}


def torch_gaussian_kernel(size, sigma):
    window = torch.signal.windows.gaussian(size, std=sigma, dtype=torch.float64)
    kernel = torch.outer(window, window)
    return [kernel / kernel.sum()]


def pool_edge(x, pool_height, pool_width, stride):
    param = {"pool_height": pool_height, "pool_width": pool_width, "stride": stride}
    return {"x": np.array(x, dtype=float)[np.newaxis, np.newaxis], "pool_param": param}


POOL_EDGES = (
    pool_edge([[2]], 1, 1, 1),  # one entry
    pool_edge([[2, -1, 5], [0, 3, 1]], 1, 1, 1),  # windows of one entry: the identity
    pool_edge([[2, -1, 5], [0, 3, 1]], 1, 1, 2),
    pool_edge([[2, -1, 5], [0, 3, 1]], 2, 3, 1),  # one window, the whole image
    pool_edge([[-2, -1, -5], [-4, -3, -1]], 2, 2, 1),  # all below 0
    pool_edge([[2, -1, 5, 7, 3], [0, 3, 1, 9, 4]], 2, 2, 3),  # a stride above the window
)


def conv_edge(height, width, kernel, stride, pad):
    rng = np.random.default_rng(0)
    weights = {"w": rng.normal(size=(2, 2, *kernel)), "b": np.array([1.0, -2.0])}
    return {
        "x": rng.normal(size=(1, 2, height, width)),
        **weights,
        "conv_param": {"stride": stride, "pad": pad},
    }


CNN = {
    "conv": Row(
        covers=("convolution.conv_forward", "convolution.conv_backward"),
        draw=draw_conv,
        ours=layer(convolution.conv_forward, convolution.conv_backward, "x", "w", "b"),
        torch=torch_conv,
        wrt=("x", "w", "b"),
        edges=(
            conv_edge(1, 1, (1, 1), stride=1, pad=0),
            conv_edge(3, 4, (3, 4), stride=1, pad=0),  # one place, the whole image
            conv_edge(2, 3, (2, 2), stride=1, pad=3),  # at the borders the kernel sees nothing but padding
            conv_edge(5, 6, (2, 1), stride=4, pad=0),  # pixels between the places are left out
        ),
    ),
    "cross_correlation": Row(
        covers=("convolution.cross_correlation",),
        draw=draw_image_and_kernel,
        ours=value(convolution.cross_correlation),
        torch=torch_cross_correlation,
        edges=({"x": np.arange(6.0).reshape(2, 3), "kernel": np.arange(1.0, 7.0).reshape(2, 3)},),
    ),
    "true_convolution": Row(
        covers=("convolution.true_convolution",),
        draw=draw_image_and_kernel,
        ours=value(convolution.true_convolution),
        torch=torch_true_convolution,
        edges=({"x": np.arange(6.0).reshape(2, 3), "kernel": np.arange(1.0, 7.0).reshape(2, 3)},),
    ),
    "mean_kernel": Row(
        covers=("convolution.mean_kernel",),
        draw=draw_mean_kernel,
        ours=value(lambda size, x: convolution.cross_correlation(x, convolution.mean_kernel(size))),
        torch=lambda size, x: [F.avg_pool2d(x[None, None], size, stride=1)[0, 0]],
    ),
    "gaussian_kernel": Row(
        covers=("convolution.gaussian_kernel",),
        draw=draw_gaussian,
        ours=value(convolution.gaussian_kernel),
        torch=torch_gaussian_kernel,
        edges=({"size": 1, "sigma": 1.0}, {"size": 2, "sigma": 0.5}),  # even: the centre is between pixels
    ),
    "noise_gain": Row(
        covers=("convolution.noise_gain",),
        draw=lambda s: {"kernel": s.normal(s.size(1, 4), s.size(1, 4))},
        ours=value(convolution.noise_gain),
        torch=lambda kernel: [torch.linalg.matrix_norm(kernel) ** 2],
    ),
    "max_pool": Row(
        covers=("pooling.max_pool_forward", "pooling.max_pool_backward"),
        draw=draw_pool,
        ours=layer(pooling.max_pool_forward, pooling.max_pool_backward, "x"),
        torch=torch_max_pool,
        wrt=("x",),
        edges=(
            *POOL_EDGES,
            # of equal entries both take the first, row by row
            pool_edge([[1, 1, 0], [1, 1, 0]], 2, 2, 1),
            pool_edge([[0, 1, 0], [1, 0, 1]], 2, 2, 1),
            pool_edge(np.zeros((4, 5)), 3, 2, 2),
        ),
    ),
    "avg_pool": Row(
        covers=("pooling.avg_pool_forward", "pooling.avg_pool_backward"),
        draw=draw_pool,
        ours=layer(pooling.avg_pool_forward, pooling.avg_pool_backward, "x"),
        torch=torch_avg_pool,
        wrt=("x",),
        edges=POOL_EDGES,
    ),
}
