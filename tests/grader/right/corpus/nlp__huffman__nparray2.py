# exercise: nlp/huffman
# style: an array of texts
import numpy as np, heapq
def huffman_codes(freq):
    heap = [[int(f), w, [[w, ""]]] for w, f in enumerate(freq)]
    heapq.heapify(heap)
    while len(heap) > 1:
        lo, hi = heapq.heappop(heap), heapq.heappop(heap)
        for p in lo[2]: p[1] = "0" + p[1]
        for p in hi[2]: p[1] = "1" + p[1]
        heapq.heappush(heap, [lo[0] + hi[0], min(lo[1], hi[1]), lo[2] + hi[2]])
    return np.array([c for _, c in sorted(heap[0][2])])
