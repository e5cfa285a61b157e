"""Huffman codes of words: any prefix code of the smallest cost is right."""

import heapq

import numpy as np

from exercises.kit import Case, Code, Exact, Rejected
from reference_impl import hierarchical_softmax


def huffman_codes(freq):
    """A code of "0" and "1" for each word, by joining the two smallest subtrees."""
    return list(hierarchical_softmax.huffman_tree(freq).codes)


CHECKED = "cost prefix_free complete"
exercise = Code(
    syllabus="nlp.hierarchical_softmax",
    difficulty=3,
    calls="huffman_codes(freq) -> codes",  # freq (V,)
    reference=huffman_codes,
    points={"general": 6, "skewed": 2, "ties": 1, "two_words": 1},
    checks=dict.fromkeys(("general", "skewed", "ties", "two_words"), CHECKED),
    needs={"two_words": "general"},  # "0" and "1" for two words is no achievement
    accept=dict.fromkeys(CHECKED.split(), Exact()),
)


@exercise.view
def judged(inputs, outputs):
    """Codes are not unique; their cost, pairs of which none begins the other, and Kraft's sum are."""
    codes, freq = outputs["codes"], inputs["freq"]
    is_list = isinstance(codes, (list, tuple)) and all(isinstance(code, str) for code in codes)
    if not is_list or len(codes) != len(freq) or set("".join(codes)) - {"0", "1"}:
        raise Rejected(
            f"应返回 {len(freq)} 个由 0 和 1 组成的字符串的列表。",
            f'A list of {len(freq)} strings of "0" and "1" should be returned.',
        )
    pairs = [(a, b) for i, a in enumerate(codes) for b in codes[:i]]
    return {
        "codes": list(codes),
        "cost": float(sum(int(f) * len(code) for f, code in zip(freq, codes, strict=True))),
        "prefix_free": float(sum(not a.startswith(b) and not b.startswith(a) for a, b in pairs)),
        "complete": float(sum(2.0 ** -len(code) for code in codes)),
    }


@exercise.cases("general", hidden=5, public=1)
def unequal_words(rng):
    """Subtrees come out between the words that are left: catches sums that are not put in order."""
    return Case(freq=rng.permutation(rng.choice(np.arange(2, 40), size=rng.integers(6, 10), replace=False)))


@exercise.cases("skewed", hidden=2)
def each_as_frequent_as_all_rarer_ones(rng):
    """The deepest tree there is: catches codes of one length."""
    freq = [rng.integers(1, 4), rng.integers(4, 7)]
    while len(freq) < 6:
        freq.append(sum(freq) + rng.integers(1, 4))
    return Case(freq=rng.permutation(freq))


@exercise.cases("ties", hidden=3)
def equal_words(rng):
    """Many words of the same frequency: catches dicts with frequencies as keys."""
    return Case(
        freq=np.repeat(rng.choice(np.arange(2, 9), size=3, replace=False), [3, 2, rng.integers(2, 5)])
    )


@exercise.cases("two_words", hidden=2)
def two_words(rng):
    """One bit each."""
    return Case(freq=rng.integers(3, 50, size=2))


def joined(freq, pick):
    """Codes by joining two subtrees, as picked from a list of (weight, words), until one is left."""
    codes = [""] * len(freq)
    trees = [(int(f), [word]) for word, f in enumerate(freq)]
    while len(trees) > 1:
        one, other = pick(trees)
        for bit, (_, words) in zip("01", (one, other), strict=True):
            for word in words:
                codes[word] = bit + codes[word]
        trees.append((one[0] + other[0], one[1] + other[1]))
    return codes


@exercise.misconception
def largest_joined(freq):
    return joined(freq, lambda trees: [trees.pop(trees.index(max(trees))) for _ in "01"])


@exercise.misconception
def sums_not_put_in_order(freq):
    order = np.argsort(freq, kind="stable")
    codes = joined(np.asarray(freq)[order], lambda trees: [trees.pop(0), trees.pop(0)])
    return [codes[int(place)] for place in np.argsort(order)]


@exercise.misconception
def one_long_branch(freq):
    """0, 10, 110, ... by rank."""
    codes = [""] * len(freq)
    for rank, word in enumerate(np.argsort(-np.asarray(freq), kind="stable")):
        codes[word] = "1" * rank + "0" * (rank < len(freq) - 1)
    return codes


@exercise.misconception
def codes_of_one_length(freq):
    width = int(len(freq) - 1).bit_length()
    return [f"{word:0{width}b}" for word in range(len(freq))]


@exercise.misconception
def bits_at_the_wrong_end(freq):
    return [code[::-1] for code in huffman_codes(freq)]


@exercise.misconception
def long_codes_for_frequent_words(freq):
    codes = sorted(huffman_codes(freq), key=len, reverse=True)
    return [codes[rank] for rank in np.argsort(np.argsort(-freq, kind="stable"))]


@exercise.misconception
def frequencies_as_keys(freq):
    """A dict from frequency to word keeps the last of equal words."""
    words = {int(f): word for word, f in enumerate(freq)}
    heap = [(f, str(word)) for f, word in words.items()]
    codes = [""] * len(freq)
    heapq.heapify(heap)
    while len(heap) > 1:
        one, other = heapq.heappop(heap), heapq.heappop(heap)
        for bit, (_, members) in zip("01", (one, other), strict=True):
            for word in members.split():
                codes[int(word)] = bit + codes[int(word)]
        heapq.heappush(heap, (one[0] + other[0], f"{one[1]} {other[1]}"))
    return codes
