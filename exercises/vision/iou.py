"""Intersection over union of two boxes: overlapping, one inside the other, and apart."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import localisation

exercise = Code(
    syllabus="vision.localization",
    difficulty=2,
    calls=["iou(box, other) -> value", "iou(box, third) -> second"],  # corners x1, y1, x2, y2
    reference=localisation.iou,
    points={"overlap": 3, "inside": 1, "apart": 3},
    checks={"overlap": "value second", "inside": "value second", "apart": "value second"},
)


def box_at(rng, x, y):
    """A box with its first corner at (x, y), never square."""
    sides = rng.permutation([rng.uniform(4, 6), rng.uniform(7, 10)])
    return np.array([x, y, x + sides[0], y + sides[1]]).round(1)


def shifted(rng, box):
    """Another box that covers a part of this one's sides."""
    corner, sides = box[:2], box[2:] - box[:2]
    start = corner + rng.choice([-1, 1], size=2) * rng.uniform(0.2, 0.7, size=2) * sides
    return np.concatenate([start, start + rng.uniform(0.9, 1.3, size=2) * sides]).round(1)


def inside(rng, box):
    """A smaller box within this one."""
    corner, sides = box[:2], box[2:] - box[:2]
    return np.concatenate(
        [corner + rng.uniform(0.1, 0.3, size=2) * sides, corner + rng.uniform(0.6, 0.9, size=2) * sides]
    ).round(1)


def any_box(rng):
    return box_at(rng, *rng.uniform(-10, 10, size=2))


@exercise.cases("overlap", hidden=4, public=1)
def corners_overlap(rng):
    """Catches a union that counts the intersection twice, pixels added to sides, and other denominators."""
    box = any_box(rng)
    return Case(box=box, other=shifted(rng, box), third=shifted(rng, box))


@exercise.cases("inside", hidden=3)
def one_inside_the_other(rng):
    """The intersection is a whole box, whichever of the two comes first."""
    box = any_box(rng)
    within = inside(rng, box)
    return Case(box=within, other=box, third=shifted(rng, within))


@exercise.cases("apart", hidden=4, public=1)
def apart_in_one_direction_and_in_two(rng):
    """The second pair does not meet: one negative side, or two, whose product is positive.

    The first pair does meet, so that a constant 0 earns nothing.
    """
    box = any_box(rng)
    _, y1, x2, y2 = box
    gap = rng.uniform(2, 5, size=2)
    both = rng.random() < 0.5
    third = box_at(rng, x2 + gap[0], y2 + gap[1] if both else y1 + rng.uniform(1, 2))
    return Case(box=box, other=shifted(rng, box), third=third)


exercise.edits(
    sides_below_zero=("max(0.0, width) * max(0.0, height)", "width * height"),
    product_cut_off=("max(0.0, width) * max(0.0, height)", "max(0.0, width * height)"),
    intersection_counted_twice=("union = area + other_area - intersection", "union = area + other_area"),
    over_the_first_box=("union = area + other_area - intersection", "union = area"),
    over_the_smaller_box=("union = area + other_area - intersection", "union = min(area, other_area)"),
    over_the_box_around=(
        "union = area + other_area - intersection",
        "union = np.prod(np.maximum(box[2:], other[2:]) - np.minimum(box[:2], other[:2]))",
    ),
)
exercise.edits(
    same_as="intersection_counted_twice",
    twice_the_intersection=("intersection / union", "2 * intersection / (union + intersection)"),
)


@exercise.misconception
def pixel_added(box, other):
    """Integer pixels are counted: a box from 2 to 5 is then 4 wide."""
    pixel = np.array([0, 0, 1, 1])
    return localisation.iou(box + pixel, other + pixel)


@exercise.misconception(same_as="pixel_added")
def pixel_added_to_areas(box, other):
    width, height = np.maximum(0, np.minimum(box[2:], other[2:]) - np.maximum(box[:2], other[:2]))
    areas = np.prod(box[2:] - box[:2] + 1) + np.prod(other[2:] - other[:2] + 1)
    return width * height / (areas - width * height)


@exercise.misconception
def corners_read_as_sides(box, other):
    """x2 and y2 are taken for width and height."""
    one, two = (np.concatenate([b[:2], b[:2] + np.abs(b[2:])]) for b in (box, other))
    return localisation.iou(one, two)
