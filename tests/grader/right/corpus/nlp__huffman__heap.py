# exercise: nlp/huffman
# style: a heap of tuples
"""A heap of (frequency, number, tree), where the number settles ties; recursion reads off the codes."""

import heapq
from itertools import count


def huffman_codes(freq):
    number = count()
    heap = [(f, next(number), word) for word, f in enumerate(freq.tolist())]
    heapq.heapify(heap)
    while len(heap) > 1:
        f_left, _, left = heapq.heappop(heap)
        f_right, _, right = heapq.heappop(heap)
        heapq.heappush(heap, (f_left + f_right, next(number), (left, right)))
    codes = {}

    def walk(tree, code):
        if isinstance(tree, tuple):
            for bit, branch in zip("01", tree, strict=True):
                walk(branch, code + bit)
        else:
            codes[tree] = code

    walk(heap[0][2], "")
    return [codes[word] for word in range(len(freq))]
