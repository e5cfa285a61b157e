# exercise: vision/localisation_loss
# mistake: one half in loss and gradient
# name: halved
import numpy as np


def localisation_loss(scores, y, boxes, true_boxes, box_weight):
    N = scores.shape[0]
    p = np.exp(scores - scores.max(axis=1)[:, None])
    p /= p.sum(axis=1)[:, None]
    class_loss = -np.log(p[np.arange(N), y]).sum() / N
    box_loss = 0.5 * ((boxes - true_boxes) ** 2).sum() / N
    p[np.arange(N), y] -= 1
    return class_loss + box_weight * box_loss, p / N, box_weight * (boxes - true_boxes) / N
