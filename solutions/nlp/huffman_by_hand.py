"""Join the two smallest again and again; a word gets one bit more with every join that it takes part in."""


def solve(p):
    trees = [(f, [word]) for word, f in enumerate(p.freq)]
    lengths, joins = [0] * len(p.freq), []
    while len(trees) > 1:
        trees.sort()
        (f_one, one), (f_other, other), *rest = trees
        for word in one + other:
            lengths[word] += 1
        joins.append(f_one + f_other)
        trees = [*rest, (f_one + f_other, one + other)]
    total = sum(f * length for f, length in zip(p.freq, lengths, strict=True))
    mean = total / sum(p.freq)
    return {
        "joins": joins,
        "lengths": lengths,
        "total_bits": total,
        "mean_bits": mean,
        "saved_percent": 100 * (1 - mean / 3),
    }
