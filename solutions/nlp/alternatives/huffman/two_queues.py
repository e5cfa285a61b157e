"""Two queues: leaves sorted once, and joined trees, which come in order; a word climbs to the root."""

import numpy as np


def huffman_codes(freq):
    V = len(freq)
    root = 2 * V - 2
    weight = [*map(int, freq)] + [0] * (V - 1)
    parent, bit = np.zeros(root + 1, dtype=int), [""] * (root + 1)
    leaves, joined = list(np.argsort(-freq)), []

    def rarest():
        if not joined or (leaves and weight[leaves[-1]] <= weight[joined[0]]):
            return leaves.pop()
        return joined.pop(0)

    for node in range(V, root + 1):
        for side in "10":
            child = rarest()
            parent[child], bit[child] = node, side
            weight[node] += weight[child]
        joined.append(node)

    codes = []
    for node in range(V):
        code = ""
        while node != root:
            code, node = bit[node] + code, parent[node]
        codes.append(code)
    return tuple(codes)
