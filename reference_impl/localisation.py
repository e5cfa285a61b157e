"""Classification and localisation: one network, a head for the class and a head for the box."""

import numpy as np

from reference_impl.checks import number, shaped
from reference_impl.losses import softmax_loss

Array = np.ndarray


def box_loss(boxes: Array, true_boxes: Array) -> tuple[float, Array]:
    """L2 loss of box coordinates: localisation as a regression problem.

    Parameters
    ----------
    boxes, true_boxes : ndarray, shape (N, 4)
        Predicted and true coordinates.

    Returns
    -------
    loss : float
        L = (1/N) sum_i ||boxes_i - true_boxes_i||^2: a SUM over the four coordinates, a mean over samples
    dboxes : ndarray, shape (N, 4)
        (2/N) (boxes - true_boxes)

    Raises
    ------
    ValueError
        Unless both have shape (N, 4).

    Notes
    -----
    CS231n, lecture "Detection and Segmentation": L2 loss of box coordinates.
    """
    boxes, true_boxes = shaped(boxes=(boxes, "N 4"), true_boxes=(true_boxes, "N 4"))
    difference = boxes - true_boxes
    loss = np.sum(difference**2) / len(boxes)
    dboxes = 2 * difference / len(boxes)
    return float(loss), dboxes


def localisation_loss(
    scores: Array, y: Array, boxes: Array, true_boxes: Array, box_weight: float
) -> tuple[float, Array, Array]:
    """Loss of a network with two heads: softmax loss for the class, L2 loss for the box.

    Parameters
    ----------
    scores : ndarray, shape (N, C)
        Scores (logits) of the classes.
    y : ndarray of int, shape (N,)
        Correct classes, 0 <= y < C.
    boxes, true_boxes : ndarray, shape (N, 4)
        Predicted and true coordinates.
    box_weight : float
        What the box counts beside the class, at least 0.

    Returns
    -------
    loss : float
        L = softmax loss + box_weight box loss
    dscores : ndarray, shape (N, C)
        (p - onehot(y)) / N
    dboxes : ndarray, shape (N, 4)
        box_weight (2/N) (boxes - true_boxes)

    Raises
    ------
    ValueError
        Where shapes do not fit each other, a label is no class, or box_weight is negative.

    Notes
    -----
    CS231n, lecture "Detection and Segmentation": Classification + Localization.
    """
    number("box_weight", box_weight, "[0, inf)")
    shaped(scores=(scores, "N C"), boxes=(boxes, "N 4"))
    class_loss, dscores = softmax_loss(scores, y)
    coordinate_loss, dboxes = box_loss(boxes, true_boxes)
    return class_loss + box_weight * coordinate_loss, dscores, box_weight * dboxes


def iou(box: Array, other: Array) -> float:
    """Intersection over union of two boxes.

    Parameters
    ----------
    box, other : ndarray, shape (4,)
        Corners x1, y1, x2, y2 with x1 <= x2 and y1 <= y2, in real numbers (no pixel is added).

    Returns
    -------
    float
        |A and B| / |A or B|, with |A or B| = |A| + |B| - |A and B|. It is 0 where the boxes do not
        meet, and where both areas are 0.

    Raises
    ------
    ValueError
        Unless each box has four numbers, with x1 <= x2 and y1 <= y2.

    Notes
    -----
    Everingham et al. 2010, "The PASCAL Visual Object Classes (VOC) Challenge".
    """
    box, other = shaped(box=(box, "4"), other=(other, "4"))
    for name, (x1, y1, x2, y2) in (("box", box), ("other", other)):
        if not (x1 <= x2 and y1 <= y2):
            raise ValueError(f"{name} should have x1 <= x2 and y1 <= y2, it is [{x1}, {y1}, {x2}, {y2}]")
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    intersection = max(0.0, width) * max(0.0, height)  # two negative sides are no overlap
    area = (box[2] - box[0]) * (box[3] - box[1])
    other_area = (other[2] - other[0]) * (other[3] - other[1])
    union = area + other_area - intersection
    return float(intersection / union) if union > 0 else 0.0
