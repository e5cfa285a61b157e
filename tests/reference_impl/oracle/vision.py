"""Classification and localisation, and the overlap of boxes."""

from itertools import product

import numpy as np
import torch.nn.functional as F

from reference_impl import localisation
from tests.reference_impl.oracle.row import Row, Sampler, loss, value


def draw_boxes(s: Sampler):
    n = s.size(1, 5)
    return {"boxes": s.normal(n, 4, scale=s.one_of(1, 10)), "true_boxes": s.normal(n, 4)}


def draw_heads(s: Sampler):
    arguments, c = draw_boxes(s), s.size(1, 5)
    n = len(arguments["boxes"])
    scores = {"scores": s.normal(n, c, scale=s.one_of(1, 1000)), "y": s.below(c, n)}
    return scores | arguments | {"box_weight": s.one_of(0.0, 0.3, 2.0)}


def torch_box_loss(boxes, true_boxes):
    return [F.mse_loss(boxes, true_boxes, reduction="sum") / len(boxes)]


def torch_localisation(scores, y, boxes, true_boxes, box_weight):
    return [F.cross_entropy(scores, y) + box_weight * torch_box_loss(boxes, true_boxes)[0]]


def draw_two_boxes(s: Sampler):
    """Corners on a grid: boxes that do not meet, that touch, that lie in each other, and empty ones."""
    corners = [[sorted(s.sizes((0, 6), (0, 6))) for _ in "xy"] for _ in range(2)]
    box, other = (np.array([x[0], y[0], x[1], y[1]], dtype=float) for x, y in corners)
    return {"box": box, "other": other, "cell": s.one_of(1.0, 0.125, 10.0)}


def boxes_side_by_side():
    """One edge for each way in which two boxes can lie to each other."""
    box = np.array([1.0, 2.0, 4.0, 4.0])
    others = {
        "apart in both directions": [5, 6, 6, 9],  # width and height of the overlap are both negative
        "apart in both directions, the other way round": [0, 5, 0.5, 8],
        "apart in x alone": [5, 2, 7, 4],
        "apart in y alone": [1, 0, 4, 1],
        "touching along a side": [4, 2, 5, 4],
        "touching at a corner": [4, 4, 6, 5],
        "the same": [1, 2, 4, 4],
        "inside": [2, 2, 3, 3],
        "around": [0, 0, 6, 6],
        "across": [2, 0, 3, 6],
        "overlapping at a corner": [3, 3, 6, 5],
        "empty, inside": [2, 3, 2, 3],
        "empty, apart": [6, 6, 6, 6],
    }
    edges = [{"box": box, "other": np.array(other, dtype=float), "cell": 1.0} for other in others.values()]
    point = np.array([2.0, 3.0, 2.0, 3.0])
    return (*edges, {"box": point, "other": point, "cell": 1.0})


def iou_by_counting(box, other, cell):
    def cells(corners):
        x1, y1, x2, y2 = corners.int().tolist()
        return set(product(range(x1, x2), range(y1, y2)))

    either = cells(box) | cells(other)
    return [len(cells(box) & cells(other)) / len(either) if either else 0.0]


VISION = {
    "box_loss": Row(
        covers=("localisation.box_loss",),
        draw=draw_boxes,
        ours=loss(localisation.box_loss, "boxes"),
        torch=torch_box_loss,
        wrt=("boxes",),
        edges=(
            {"boxes": np.array([[1.0, 2.0, 3.0, 4.0]]), "true_boxes": np.array([[1.0, 2.0, 3.0, 4.0]])},
            {"boxes": np.array([[1.0, 2.0, 3.0, 4.0]]), "true_boxes": np.array([[0.0, 0.0, 0.0, 9.0]])},
        ),
    ),
    "localisation_loss": Row(
        covers=("localisation.localisation_loss",),
        draw=draw_heads,
        ours=loss(localisation.localisation_loss, "scores", "boxes"),
        torch=torch_localisation,
        wrt=("scores", "boxes"),
        edges=(
            {  # one sample of the one class: all that is left is the box
                "scores": np.array([[3.0]]),
                "y": np.array([0]),
                "boxes": np.array([[1.0, 2.0, 3.0, 4.0]]),
                "true_boxes": np.array([[0.0, 2.0, 3.0, 6.0]]),
                "box_weight": 2.0,
            },
        ),
    ),
    "iou": Row(
        covers=("localisation.iou",),
        draw=draw_two_boxes,
        ours=value(lambda box, other, cell: localisation.iou(cell * box, cell * other)),
        torch=iou_by_counting,
        edges=boxes_side_by_side(),
        instead_of_torch="torch has no IoU (torchvision has); on a grid, cells are counted",
    ),
}
