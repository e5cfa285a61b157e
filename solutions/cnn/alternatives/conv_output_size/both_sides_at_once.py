"""Both sides as one array: floor(a / s) + 1 = ceil((a + 1) / s), the multiples of s from 0 to a."""

import numpy as np


def conv_output_size(size, kernel, stride, padding):
    starts = size + np.array([2 * padding] * 2) - kernel + 1
    return np.ceil(starts / stride).astype(np.int16)


def same_padding(odd_kernel):
    return odd_kernel >> 1
