"""V, log2 V and k + 1 inner products of N multiplications each; V leaves have V - 1 inner nodes above."""


def solve(p):
    words = 2**p.depth
    return {
        "softmax": words * p.size,
        "tree": p.depth * p.size,
        "sampling": (p.negatives + 1) * p.size,
        "speedup": words / p.depth,
        "inner_vectors": words - 1,
    }
