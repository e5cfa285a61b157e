"""Mean and Gaussian kernels, and how much noise a kernel lets through."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import convolution

exercise = Code(
    syllabus="cnn.smoothing",
    difficulty=2,
    calls=[
        "mean_kernel(size) -> mean",
        "gaussian_kernel(size, sigma) -> gaussian",
        "noise_gain(kernel) -> gain",
    ],
    reference=convolution,
    points={"mean": 1, "gaussian": 3, "noise": 2},
    checks={"mean": "mean", "gaussian": "gaussian", "noise": "gain"},
)


def case(rng, sizes, sigma):
    """The kernel whose noise gain is asked for is not normalised, and not square."""
    return Case(
        size=int(rng.choice(sizes)),
        sigma=sigma,
        kernel=rng.uniform(-1, 2, size=rng.choice([2, 3, 4], size=2, replace=False)).round(2),
    )


@exercise.cases("mean", "gaussian", "noise", hidden=3, public=1)
def narrow(rng):
    """sigma below 1: sigma and sigma^2 differ, and so does a factor of 2 in the exponent."""
    return case(rng, sizes=[3, 5], sigma=round(rng.uniform(0.6, 0.9), 2))


@exercise.cases("mean", "gaussian", "noise", hidden=3)
def wide_and_even(rng):
    """An even size: its centre lies between two pixels. Wide: weights cut off have to be made up for."""
    return case(rng, sizes=[4, 6], sigma=round(rng.uniform(1.5, 2.5), 2))


exercise.edits(
    of="gaussian_kernel",
    centre_off_by_half=("(size - 1) / 2", "size // 2"),
    distance_from_the_corner=("np.arange(size) - (size - 1) / 2", "np.arange(size)"),
    sigma_not_squared=("(2 * sigma**2)", "(2 * sigma)"),
    two_forgotten=("(2 * sigma**2)", "sigma**2"),
    not_normalised=("kernel / kernel.sum()", "kernel"),
    largest_weight_one=("kernel / kernel.sum()", "kernel / kernel.max()"),
    density_of_the_plane=("kernel / kernel.sum()", "kernel / (2 * np.pi * sigma**2)"),
)
exercise.edits(of="mean_kernel", divided_by_one_side=("size**2", "size"), no_division=("1 / size**2", "1.0"))


@exercise.misconception(of="noise_gain")
def standard_deviation(kernel):
    return np.sqrt(np.square(kernel).sum())


@exercise.misconception(of="noise_gain")
def mean_of_squares(kernel):
    return np.square(kernel).mean()


@exercise.misconception(of="noise_gain")
def square_of_the_sum(kernel):
    return kernel.sum() ** 2


@exercise.misconception(of="noise_gain")
def sum_of_magnitudes(kernel):
    return np.abs(kernel).sum()
