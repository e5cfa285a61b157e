"""Sample by sample in lists: log sum exp(s - s_y) + lambda |b - t|^2 each; p_j = 1 / sum exp(s - s_j)."""

import numpy as np


def sum_of_exponentials(scores, j):
    """Of all scores less score j; too large for float64 only where p_j is 0 in it."""
    with np.errstate(over="ignore"):
        return sum(np.exp(score - scores[j]) for score in scores)


def localisation_loss(scores, y, boxes, true_boxes, box_weight):
    n = len(scores)
    loss, dscores, dboxes = 0.0, [], []
    for s, label, b, t in zip(scores, y, boxes, true_boxes, strict=True):
        loss += np.log(sum_of_exponentials(s, label)) / n
        p = [1 / sum_of_exponentials(s, j) for j in range(len(s))]
        dscores.append([(p_j - (j == label)) / n for j, p_j in enumerate(p)])
        dboxes.append([])
        for predicted, true in zip(b, t, strict=True):
            loss += box_weight * (predicted - true) ** 2 / n
            dboxes[-1].append(2 * box_weight * (predicted - true) / n)
    return loss, dscores, dboxes
