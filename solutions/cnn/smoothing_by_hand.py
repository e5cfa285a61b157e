"""Smoothing is a weighted mean: the sum of weight times pixel, divided by the sum of the weights.

Independent noise of variance 1 comes out with variance sum k^2 = sum K^2 / total^2.
"""


def solve(p):
    c, e = p.corner, p.edge
    weights = [c, e, c, e, p.centre, e, c, e, c]
    pixels = [pixel for row in p.patch for pixel in row]
    total = sum(weights)
    return {
        "total": total,
        "filtered": sum(w * x for w, x in zip(weights, pixels, strict=True)) / total,
        "mean_filtered": sum(pixels) / 9,
        "noise": sum(w * w for w in weights) / total**2,
    }
