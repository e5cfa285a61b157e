"""Windows start at 0, s, 2s, ..., at the latest at H + 2P - k: floor((H - k + 2P) / s) + 1 of them."""


def solve(p):
    return {"sizes": [(r.height - r.kernel + 2 * r.padding) // r.stride + 1 for r in p.layers]}
