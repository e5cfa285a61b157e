"""A Huffman tree by hand: sums of the joins, code lengths, total and mean length."""

import heapq

import numpy as np

from exercises.kit import Frozen, Numeric
from reference_impl.hierarchical_softmax import huffman_tree


class Params(Frozen):
    words: tuple[str, ...]
    freq: tuple[int, ...]


def draw(rng):
    """Six words, no two subtrees ever alike, so that the lengths are unique; none has a single bit."""
    while True:
        freq = rng.permutation(rng.choice(np.arange(3, 30), size=6, replace=False))
        p = Params(words=tuple("ABCDEF"), freq=freq.tolist())
        found = lengths(p)
        sums = [*p.freq, *joins(p)]
        if len(set(sums)) == len(sums) and min(found) == 2 and max(found) == 4:
            return p


exercise = Numeric(syllabus="nlp.hierarchical_softmax", difficulty=2, draw=draw)


@exercise.step(points=2, ge=1)
def joins(p):
    heap, sums = sorted(p.freq), []
    for _ in p.freq[1:]:
        sums.append(heapq.heappop(heap) + heapq.heappop(heap))
        heapq.heappush(heap, sums[-1])
    return sums


@exercise.step(points=2, ge=1)
def lengths(p):
    return [len(code) for code in huffman_tree(np.array(p.freq)).codes]


@exercise.step(points=2, ge=1)
def total_bits(p, lengths):
    return int(np.dot(p.freq, lengths))


@exercise.step(points=1, ge=1)
def mean_bits(p, total_bits):
    return total_bits / sum(p.freq)


@exercise.step(points=1, ge=0, le=100, unit="%")
def saved_percent(p, mean_bits):
    return 100 * (1 - mean_bits / 3)


@exercise.misconception(of="joins")
def sums_not_put_in_order(p):
    queue, sums = sorted(p.freq), []
    for _ in p.freq[1:]:
        one, other, *queue = queue
        sums.append(one + other)
        queue.append(sums[-1])
    return sums


@exercise.misconception(of="joins")
def one_long_branch(p):
    return np.cumsum(sorted(p.freq))[1:]


@exercise.misconception(of="joins")
def largest_joined(p):
    return np.cumsum(sorted(p.freq, reverse=True))[1:]


@exercise.misconception(of="lengths")
def codes_of_one_length(p):
    return [3] * 6


@exercise.misconception(of="lengths")
def nodes_counted(p):
    return np.array(lengths(p)) + 1


@exercise.misconception(of="lengths")
def lengths_of_the_branch(p):
    ranks = np.argsort(np.argsort(-np.array(p.freq)))
    return np.minimum(ranks + 1, 5)


@exercise.misconception(of="total_bits")
def frequencies_forgotten(p, lengths):
    return sum(lengths)


@exercise.misconception(of="total_bits")
def one_length_for_all(p, lengths):
    return 3 * sum(p.freq)


@exercise.misconception(of="mean_bits")
def divided_by_the_words(p, total_bits):
    return total_bits / 6


@exercise.misconception(of="saved_percent")
def share_that_is_left(p, mean_bits):
    return 100 * mean_bits / 3


@exercise.misconception(of="saved_percent")
def by_the_shorter_code(p, mean_bits):
    return 100 * (3 / mean_bits - 1)


@exercise.misconception(of="saved_percent")
def fraction_not_percent(p, mean_bits):
    return 1 - mean_bits / 3
