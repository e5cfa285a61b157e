"""Classification and localisation: softmax loss of the class plus weighted L2 loss of the box."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import localisation
from reference_impl.losses import softmax_loss

exercise = Code(
    syllabus="vision.localization losses.softmax_loss",
    difficulty=2,
    calls="localisation_loss(scores, y, boxes, true_boxes, box_weight) -> loss, dscores, dboxes",
    reference=localisation.localisation_loss,
    points={"value": 4, "class_gradient": 2, "box_gradient": 3, "stability": 1},
    checks={"value": "loss", "class_gradient": "dscores", "box_gradient": "dboxes", "stability": "dscores"},
)


def case(rng, weights):
    """N, C and 4 differ; predicted boxes are off by amounts between 0 and 2."""
    n, c = rng.choice([2, 3, 5, 6, 7], size=2, replace=False)
    corners, sides = rng.uniform(-3, 3, size=(n, 2)), rng.uniform(1, 4, size=(n, 2))
    true_boxes = np.hstack([corners, corners + sides]).round(1)
    return Case(
        scores=(1.5 * rng.normal(size=(n, c))).round(2),
        y=rng.integers(c, size=n),
        boxes=(true_boxes + rng.normal(size=(n, 4))).round(1),
        true_boxes=true_boxes,
        box_weight=float(rng.choice(weights)),
    )


@exercise.cases("value", "class_gradient", "box_gradient", hidden=3, public=1)
def box_counts_less(rng):
    """A weight below 1."""
    return case(rng, [0.2, 0.3, 0.4])


@exercise.cases("value", "class_gradient", "box_gradient", hidden=3, public=1)
def box_counts_more(rng):
    """A weight above 1: where it is left out, or put on the class, shows on both sides of 1."""
    return case(rng, [2.5, 3.0, 5.0])


@exercise.cases("stability", hidden=2)
def scores_of_a_thousand(rng):
    """Another offset for each sample: exp overflows unless each row's own maximum is taken off."""
    inputs = case(rng, [0.5]).inputs
    offsets = 1000 * (1 + np.arange(len(inputs["y"])))
    return Case(**inputs | {"scores": inputs["scores"] + offsets[:, np.newaxis]})


def with_box_loss(name, box_loss, class_loss=softmax_loss, same_as=None):
    """A wrong box_loss(boxes, true_boxes) or class_loss(scores, y), each -> loss, gradient."""

    def wrong(scores, y, boxes, true_boxes, box_weight):
        value, dscores = class_loss(scores, y)
        coordinates, dboxes = box_loss(boxes, true_boxes)
        return value + box_weight * coordinates, dscores, box_weight * dboxes

    wrong.__name__ = name
    exercise.misconception(wrong, same_as=same_as)


def scaled(factor, gradient_factor=None):
    """The box loss times one factor, its gradient times another."""

    def wrong(boxes, true_boxes):
        value, gradient = localisation.box_loss(boxes, true_boxes)
        return value * factor(boxes), gradient * (gradient_factor or factor)(boxes)

    return wrong


def norm_not_squared(boxes, true_boxes):
    norms = np.linalg.norm(boxes - true_boxes, axis=1, keepdims=True)
    return norms.mean(), (boxes - true_boxes) / norms / len(boxes)


def norm_of_all(boxes, true_boxes):
    return np.linalg.norm(boxes - true_boxes) / len(boxes), 2 * (boxes - true_boxes) / len(boxes)


def absolute_differences(boxes, true_boxes):
    return np.abs(boxes - true_boxes).sum() / len(boxes), np.sign(boxes - true_boxes) / len(boxes)


def without_its_one(scores, y):
    value, dscores = softmax_loss(scores, y)
    dscores[np.arange(len(y)), y] += 1 / len(y)
    return value, dscores


def without_shift(scores, y, shift=lambda scores: 0):
    e = np.exp(scores - shift(scores))
    p, rows = e / e.sum(axis=1, keepdims=True), (np.arange(len(y)), y)
    return -np.log(p[rows]).mean(), (p - np.eye(scores.shape[1])[y]) / len(y)


def shifted_by_the_largest_of_all(scores, y):
    return without_shift(scores, y, np.max)


with_box_loss("mean_over_coordinates", scaled(lambda boxes: 1 / 4))
with_box_loss("halved", scaled(lambda boxes: 1 / 2))
with_box_loss("box_not_divided_by_n", scaled(len))
with_box_loss("two_forgotten", scaled(lambda boxes: 1, lambda boxes: 1 / 2))
with_box_loss("box_gradient_negated", scaled(lambda boxes: 1, lambda boxes: -1))
with_box_loss("gradient_not_divided_by_n", scaled(lambda boxes: 1, len))
with_box_loss("norm_not_squared", norm_not_squared)
with_box_loss("norm_of_all", norm_of_all, same_as="norm_not_squared")
with_box_loss("absolute_differences", absolute_differences)
with_box_loss("label_not_subtracted", localisation.box_loss, class_loss=without_its_one)
with_box_loss("no_max_shift", localisation.box_loss, class_loss=without_shift)
with_box_loss(
    "shift_by_the_largest_of_all",
    localisation.box_loss,
    class_loss=shifted_by_the_largest_of_all,
    same_as="no_max_shift",
)


exercise.edits(
    weight_left_out=[("box_weight * coordinate_loss", "coordinate_loss"), ("box_weight * dboxes", "dboxes")],
    weight_missing_in_the_gradient=("box_weight * dboxes", "dboxes"),
    weight_on_the_class=[
        ("class_loss + box_weight * coordinate_loss", "box_weight * class_loss + coordinate_loss"),
        ("dscores, box_weight * dboxes", "box_weight * dscores, dboxes"),
    ],
)
