"""ceil(N / B) iterations an epoch; BGD is B = N, SGD is B = 1."""


def solve(p):
    def iterations(batch_size):
        full, rest = divmod(p.samples, batch_size)
        return full + (rest > 0)

    updates = p.epochs * iterations(p.batch_size)
    return {
        "per_epoch": iterations(p.batch_size),
        "last_batch": p.samples % p.batch_size,
        "updates": updates,
        "updates_of_bgd": p.epochs * iterations(p.samples),
        "updates_of_sgd": p.epochs * iterations(1),
        "fewer": updates - p.epochs * iterations(p.larger),
    }
