"""Intersection over union of two boxes by hand, step by step."""

from exercises.kit import Frozen, Numeric

Box = tuple[int, int, int, int]


class Params(Frozen):
    box: Box
    other: Box


def draw(rng):
    """Boxes that overlap at a corner; no two sides are equal."""
    width, height, other_width, other_height = rng.choice(range(5, 14), size=4, replace=False)
    x, y = rng.integers(1, 8, size=2)
    right, down = rng.integers(2, width - 1), rng.integers(2, height - 1)
    other_y = y + down if rng.random() < 0.5 else y + down - other_height + 1
    return Params(
        box=(x, y, x + width, y + height),
        other=(x + right, other_y, x + right + other_width, other_y + other_height),
    )


exercise = Numeric(syllabus="vision.localization", difficulty=1, draw=draw)


def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def common_sides(p):
    (ax1, ay1, ax2, ay2), (bx1, by1, bx2, by2) = p.box, p.other
    return min(ax2, bx2) - max(ax1, bx1), min(ay2, by2) - max(ay1, by1)


@exercise.step(points=2, ge=1)
def intersection(p):
    width, height = common_sides(p)
    return max(0, width) * max(0, height)


@exercise.step(points=2, ge=1)
def union(p, intersection):
    return area(p.box) + area(p.other) - intersection


@exercise.step(points=1, ge=0, le=1)
def iou(p, intersection, union):
    return intersection / union


@exercise.misconception
class pixel_added:
    def intersection(p):
        width, height = common_sides(p)
        return (width + 1) * (height + 1)

    def union(p, intersection):
        areas = ((b[2] - b[0] + 1) * (b[3] - b[1] + 1) for b in (p.box, p.other))
        return sum(areas) - intersection


@exercise.misconception(of="intersection")
def distance_of_the_corners(p):
    return abs(p.other[0] - p.box[0]) * abs(p.other[1] - p.box[1])


@exercise.misconception(of="intersection")
def sides_added(p):
    return sum(common_sides(p))


@exercise.misconception(of="union")
def counted_twice(p, intersection):
    return area(p.box) + area(p.other)


@exercise.misconception(of="union")
def taken_off_twice(p, intersection):
    return area(p.box) + area(p.other) - 2 * intersection


@exercise.misconception(of="union")
def box_around(p, intersection):
    (ax1, ay1, ax2, ay2), (bx1, by1, bx2, by2) = p.box, p.other
    return (max(ax2, bx2) - min(ax1, bx1)) * (max(ay2, by2) - min(ay1, by1))


@exercise.misconception(of="iou")
def over_the_first_box(p, intersection, union):
    return intersection / area(p.box)


@exercise.misconception(of="iou")
def over_the_smaller_box(p, intersection, union):
    return intersection / min(area(p.box), area(p.other))
