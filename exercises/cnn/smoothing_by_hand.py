"""A kernel of small integers by hand: normalised, applied, and compared with the mean kernel."""

import numpy as np

from exercises.kit import Frozen, Numeric
from reference_impl.convolution import noise_gain


class Params(Frozen):
    corner: int
    edge: int
    centre: int
    patch: tuple[tuple[int, ...], ...]

    @property
    def kernel(self):
        c, e = self.corner, self.edge
        return np.array([[c, e, c], [e, self.centre, e], [c, e, c]])

    @property
    def pixels(self):
        return np.array(self.patch)


def draw(rng):
    """A bright pixel among dark ones, and weights that grow towards the centre."""
    corner, edge = 1, int(rng.integers(2, 5))
    patch = rng.integers(10, 40, size=(3, 3))
    patch[1, 1] = rng.integers(150, 250)
    return Params(corner=corner, edge=edge, centre=edge + rng.integers(2, 9), patch=patch.tolist())


exercise = Numeric(syllabus="cnn.smoothing", difficulty=2, draw=draw)


@exercise.step(points=1, ge=1)
def total(p):
    return int(p.kernel.sum())


@exercise.step(points=2)
def filtered(p, total):
    return (p.kernel * p.pixels).sum() / total


@exercise.step(points=1)
def mean_filtered(p):
    return p.pixels.mean()


@exercise.step(points=2, ge=0, le=1)
def noise(p, total):
    return noise_gain(p.kernel / total)


@exercise.misconception(of="total")
def centre_left_out(p):
    return int(p.kernel.sum()) - p.centre


@exercise.misconception(of="total")
def each_weight_once(p):
    return p.corner + p.edge + p.centre


@exercise.misconception(of="filtered")
def not_normalised(p, total):
    return (p.kernel * p.pixels).sum()


@exercise.misconception(of="filtered")
def divided_by_nine(p, total):
    return (p.kernel * p.pixels).sum() / 9


@exercise.misconception(of="mean_filtered")
def mean_of_neighbours(p):
    return (p.pixels.sum() - p.pixels[1, 1]) / 8


@exercise.misconception(of="noise")
def weights_not_normalised(p, total):
    return noise_gain(p.kernel)


@exercise.misconception(of="noise")
def divided_by_the_total_once(p, total):
    return noise_gain(p.kernel) / total


@exercise.misconception(of="noise")
def standard_deviation(p, total):
    return np.sqrt(noise_gain(p.kernel / total))


@exercise.misconception(of="noise")
def equal_weights(p, total):
    return 1 / 9
