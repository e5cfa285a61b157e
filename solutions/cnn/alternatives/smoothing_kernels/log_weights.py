"""The Gaussian kernel is a softmax of -(distance / sigma)^2 / 2; with sigma infinite it is the mean kernel.

Filtering is a scalar product w.e of weights and noise, of variance w.w: the squared length of the weights.
"""

import numpy as np


def softmax_of_distances(size, sharpness):
    ends = (size - 1) / 2
    distance = np.hypot(*np.ogrid[-ends : ends : size * 1j, -ends : ends : size * 1j])
    scores = np.asfortranarray(-0.5 * (distance * sharpness) ** 2)
    return np.exp(scores - np.logaddexp.reduce(scores, axis=None))


def mean_kernel(size):
    return softmax_of_distances(size, 0.0)


def gaussian_kernel(size, sigma):
    return softmax_of_distances(size, 1 / sigma)


def noise_gain(kernel):
    return np.linalg.norm(kernel, ord="fro") ** 2
