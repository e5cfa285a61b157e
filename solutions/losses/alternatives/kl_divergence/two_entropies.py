"""D = H(p, q) - H(p): mean surprise at q under p, less that at p, over the events that happen under p."""

import numpy as np


def kl_divergence(p, q):
    happens = np.flatnonzero(p)
    with np.errstate(divide="ignore"):
        surprises = -np.log(np.stack([q, p])[:, happens])
    cross_entropy, entropy = surprises @ p[happens]
    return cross_entropy - entropy
