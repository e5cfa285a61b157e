"""A line can cut off one corner, so three points are right at most; at (1, 1), 2 a + b = 0."""


def solve(p):
    points = [(0, 0), (0, 1), (1, 0), (1, 1)]
    scores = [p.w[0] * x1 + p.w[1] * x2 + p.bias for x1, x2 in points]
    return {"scores": scores, "best": 3, "b": -2 * p.a}
