"""Each term max(0, s_j - s_y + 1) above 0 has derivative 1 by s_j and -1 by s_y.

When s_y rises by r, each term falls by r until it is 0: the largest of them decides.
"""


def solve(p):
    y = p.label
    margins = [max(0, s - p.scores[y] + 1) if j != y else 0 for j, s in enumerate(p.scores)]
    violated = [1 if margin > 0 else 0 for margin in margins]
    dscores = [-sum(violated) if j == y else v for j, v in enumerate(violated)]
    return {"margins": margins, "loss": sum(margins), "dscores": dscores, "raise_by": max(margins)}
