"""Entry by entry in Python numbers; each gradient is made by a function of one entry."""


def entries(W):
    for row in W.tolist():
        yield from row


def elementwise(slope, W):
    return [[slope(w) for w in row] for row in W.tolist()]


def l1_penalty(W, reg):
    return reg * sum(map(abs, entries(W))), elementwise(lambda w: reg if w > 0 else -reg, W)


def l2_penalty(W, reg):
    return sum(reg * w**2 for w in entries(W)), elementwise(lambda w: 2 * reg * w, W)


def l2_norm(W):
    total = 0.0
    for w in entries(W):
        total += w * w
    return total**0.5


def l2_norm_gradient(W):
    norm = l2_norm(W)
    return elementwise(lambda w: w / norm, W)
