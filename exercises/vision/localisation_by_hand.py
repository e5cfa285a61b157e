"""Loss of classification and localisation for one image, by hand."""

import numpy as np

from exercises.kit import Frozen, Numeric
from reference_impl.localisation import box_loss
from reference_impl.losses import softmax_loss


class Params(Frozen):
    scores: tuple[float, float, float]
    label: int
    box: tuple[float, float, float, float]
    true_box: tuple[float, float, float, float]
    weight: float


def draw(rng):
    """Moderate scores, all different; each coordinate is off by another amount."""
    off = rng.permutation([0.3, 0.5, 0.8, 1.2]) * rng.choice([-1, 1], size=4)
    true_box = np.concatenate([rng.uniform(1, 4, size=2), rng.uniform(6, 9, size=2)]).round(1)
    return Params(
        scores=(rng.permutation([-0.5, 0.4, 1.3]) + rng.normal(scale=0.3, size=3)).round(1).tolist(),
        label=rng.integers(3),
        box=(true_box + off).round(1).tolist(),
        true_box=true_box.tolist(),
        weight=rng.choice([0.2, 0.4, 0.6]),
    )


exercise = Numeric(syllabus="vision.localization losses.softmax_loss", difficulty=2, draw=draw)


def differences(p):
    return np.array(p.box) - np.array(p.true_box)


@exercise.step(points=2, ge=0)
def class_loss(p):
    return softmax_loss(np.array([p.scores]), np.array([p.label]))[0]


@exercise.step(points=2, ge=0)
def coordinate_loss(p):
    return box_loss([p.box], [p.true_box])[0]


@exercise.step(points=1, ge=0)
def total(p, class_loss, coordinate_loss):
    return class_loss + p.weight * coordinate_loss


@exercise.step(points=2)
def dscores(p):
    return softmax_loss(np.array([p.scores]), np.array([p.label]))[1][0]


@exercise.step(points=2)
def dbox(p):
    return p.weight * 2 * differences(p)


@exercise.misconception(of="class_loss")
def probability_itself(p):
    return np.exp(-class_loss(p))


@exercise.misconception(of="class_loss")
def base_two(p):
    return class_loss(p) / np.log(2)


@exercise.misconception(of="class_loss")
def not_normalised(p):
    return -p.scores[p.label]


@exercise.misconception(of="coordinate_loss")
def mean_over_coordinates(p):
    return coordinate_loss(p) / 4


@exercise.misconception(of="coordinate_loss")
def root_taken(p):
    return np.sqrt(coordinate_loss(p))


@exercise.misconception(of="coordinate_loss")
def absolute_differences(p):
    return np.abs(differences(p)).sum()


@exercise.misconception(of="total")
def weight_forgotten(p, class_loss, coordinate_loss):
    return class_loss + coordinate_loss


@exercise.misconception(of="total")
def weight_on_the_class(p, class_loss, coordinate_loss):
    return p.weight * class_loss + coordinate_loss


@exercise.misconception(of="dscores")
def label_not_subtracted(p):
    return dscores(p) + np.eye(3)[p.label]


@exercise.misconception(of="dbox")
def two_forgotten(p):
    return p.weight * differences(p)


@exercise.misconception(of="dbox", same_as="weight_forgotten")
def weight_forgotten_in_the_gradient(p):
    return 2 * differences(p)


@exercise.misconception
class negated:
    def dscores(p):
        return -dscores(p)

    def dbox(p):
        return -dbox(p)
