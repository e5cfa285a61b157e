"""Convolution of a small image by hand: not flipped, flipped, and at a padded corner."""

import numpy as np

from exercises.kit import Frozen, Numeric
from reference_impl.convolution import cross_correlation, true_convolution


class Params(Frozen):
    image: tuple[tuple[int, ...], ...]
    kernel: tuple[tuple[int, ...], ...]
    bias: int

    @property
    def x(self):
        return np.array(self.image)

    @property
    def k(self):
        return np.array(self.kernel)


def draw(rng):
    return Params(
        image=rng.integers(0, 6, size=(4, 4)).tolist(),
        kernel=rng.permutation([-2, -1, -1, 0, 0, 1, 1, 2, 3]).reshape(3, 3).tolist(),
        bias=int(rng.choice([-3, -2, 2, 3])),
    )


exercise = Numeric(syllabus="cnn.conv", difficulty=1, draw=draw)


def whole(array):
    return np.rint(array).astype(int)


@exercise.step(points=3)
def correlation(p):
    return whole(cross_correlation(p.x, p.k)) + p.bias


@exercise.step(points=3)
def convolution(p):
    return whole(true_convolution(p.x, p.k)) + p.bias


@exercise.step(points=2)
def padded(p):
    """With a ring of zeros and stride 2: the places of an unpadded image that count change."""
    return whole(cross_correlation(np.pad(p.x, 1), p.k))[::2, ::2] + p.bias


@exercise.misconception
class bias_forgotten:
    def correlation(p):
        return correlation(p) - p.bias

    def convolution(p):
        return convolution(p) - p.bias

    def padded(p):
        return padded(p) - p.bias


@exercise.misconception
class exchanged:
    correlation = convolution
    convolution = correlation


@exercise.misconception(of="convolution", same_as="exchanged")
def not_flipped(p):
    return correlation(p)


@exercise.misconception(of="convolution")
def rows_flipped_only(p):
    return whole(cross_correlation(p.x, p.k[::-1])) + p.bias


@exercise.misconception(of="convolution", same_as="rows_flipped_only")
def columns_flipped_only(p):
    return whole(cross_correlation(p.x, p.k[:, ::-1])) + p.bias


@exercise.misconception(of="convolution")
def kernel_transposed(p):
    return whole(cross_correlation(p.x, p.k.T)) + p.bias


@exercise.misconception(of="padded")
def padded_after_the_image(p):
    return whole(cross_correlation(np.pad(p.x, ((0, 2), (0, 2))), p.k))[::2, ::2] + p.bias


@exercise.misconception(of="padded")
def first_places_only(p):
    return whole(cross_correlation(np.pad(p.x, 1), p.k))[:2, :2] + p.bias


@exercise.misconception(of="padded", same_as="exchanged")
def flipped_where_padded(p):
    return whole(true_convolution(np.pad(p.x, 1), p.k))[::2, ::2] + p.bias
