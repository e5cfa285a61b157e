"""A Gaussian of two coordinates is a product of two of one coordinate: the kernel is an outer product.

Noise after filtering is sum_k w_k e_k with independent e_k of variance 1: its variance is sum_k w_k^2.
"""

import numpy as np


def mean_kernel(size):
    return np.ones((size, size)) / (size * size)


def gaussian_kernel(size, sigma):
    i = np.arange(size)
    g = np.exp(
        i * (size - 1 - i) / (2 * sigma**2)
    )  # -u^2 = i (n - 1 - i) - (n - 1)^2 / 4, the last a constant
    g /= g.sum()
    return np.outer(g, g)


def noise_gain(kernel):
    return (kernel * kernel).sum()
