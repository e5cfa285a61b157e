"""Max and average pooling of a small map by hand, and their gradients where windows overlap."""

import numpy as np

from exercises.kit import Frozen, Numeric
from reference_impl import pooling

WINDOW = dict(pool_height=2, pool_width=2, stride=1)


class Params(Frozen):
    map: tuple[tuple[int, ...], ...]
    dout: tuple[tuple[int, ...], ...]

    @property
    def x(self):
        return np.array(self.map, dtype=float)[np.newaxis, np.newaxis]

    @property
    def upstream(self):
        return np.array(self.dout, dtype=float)[np.newaxis, np.newaxis]


def draw(rng):
    """All different, so that every window has one winner; no gradient is 0."""
    return Params(
        map=rng.choice(np.arange(-9, 16), size=12, replace=False).reshape(3, 4).tolist(),
        dout=rng.permutation([-4, -2, 1, 3, 5, 6]).reshape(2, 3).tolist(),
    )


exercise = Numeric(syllabus="cnn.max_pool cnn.avg_pool cnn.pool_size", difficulty=2, draw=draw)


def pooled(forward, p):
    return forward(p.x, WINDOW)[0][0, 0]


def sent_back(backward, p):
    return backward(p.upstream, (p.x, WINDOW))[0, 0]


@exercise.step(points=2)
def max_out(p):
    return pooled(pooling.max_pool_forward, p).astype(int)


@exercise.step(points=2)
def avg_out(p):
    return pooled(pooling.avg_pool_forward, p)


@exercise.step(points=3)
def dx_max(p):
    return sent_back(pooling.max_pool_backward, p).astype(int)


@exercise.step(points=3)
def dx_avg(p):
    return sent_back(pooling.avg_pool_backward, p)


@exercise.misconception(of="max_out")
def starts_at_zero(p):
    return np.maximum(max_out(p), 0)


@exercise.misconception(of="max_out")
def largest_magnitude(p):
    return np.array([[x[np.abs(x).argmax()] for x in row] for row in windows(p)])


@exercise.misconception(of="avg_out")
def not_divided(p):
    return 4 * avg_out(p)


@exercise.misconception(of="avg_out")
def middle_of_the_range(p):
    return np.array([[(x.max() + x.min()) / 2 for x in row] for row in windows(p)])


def windows(p):
    x = p.x[0, 0]
    return [[x[i : i + 2, j : j + 2].ravel() for j in range(3)] for i in range(2)]


def assigned(p, share):
    """Each window's gradient times its share, written over what earlier windows left there."""
    dx, x = np.zeros((3, 4)), p.x[0, 0]
    for i, j in np.ndindex(2, 3):
        part = slice(i, i + 2), slice(j, j + 2)
        dx[part] = np.where(share(x[part]) > 0, share(x[part]) * p.dout[i][j], dx[part])
    return dx


@exercise.misconception
class assigned_not_added:
    def dx_max(p):
        return assigned(p, lambda part: (part == part.max()) * 1.0)

    def dx_avg(p):
        return assigned(p, lambda part: np.full(part.shape, 1 / 4))


@exercise.misconception(of="dx_max")
def number_of_wins(p):
    return pooling.max_pool_backward(np.ones_like(p.upstream), (p.x, WINDOW))[0, 0]


@exercise.misconception(of="dx_max")
def entries_instead_of_gradients(p):
    return dx_max(p).astype(bool) * p.x[0, 0]


@exercise.misconception(of="dx_avg")
def gradient_not_divided(p):
    return 4 * dx_avg(p)


@exercise.misconception(of="dx_avg")
def divided_by_the_windows_it_is_in(p):
    shares = 4 * pooling.avg_pool_backward(np.ones_like(p.upstream), (p.x, WINDOW))[0, 0]
    return 4 * dx_avg(p) / shares
