"""(grad f)^T step = |grad f| |step| cos: smallest at 180 degrees; w_new = w - eta grad f."""

import numpy as np


def solve(p):
    def f(w):
        return p.a * w[0] ** 2 + p.b * w[0] * w[1] + p.c * w[1] ** 2

    w = np.array(p.w)
    g = np.array([2 * p.a * w[0] + p.b * w[1], p.b * w[0] + 2 * p.c * w[1]])
    new = w - p.rate * g
    return {
        "gradient": g.tolist(),
        "inner": int(g[0] * p.step[0] + g[1] * p.step[1]),
        "steepest": -np.hypot(*g) * np.hypot(*p.step),
        "w_new": new.tolist(),
        "decrease": f(w) - f(new),
    }
