"""The two shortcuts of word2vec: negative sampling, and hierarchical softmax with its Huffman tree."""

import heapq
from itertools import count

import numpy as np
import torch
import torch.nn.functional as F

from reference_impl import hierarchical_softmax, negative_sampling
from tests.reference_impl.oracle.nlp import draw_outside
from tests.reference_impl.oracle.row import Row, Sampler, loss, value

# --- negative sampling ---------------------------------------------------------------------------


def draw_negatives(s: Sampler):
    arguments = draw_outside(s, fewest=2)
    others = np.delete(np.arange(len(arguments["outside_vectors"])), arguments["outside_word_idx"])
    return arguments | {"negative_word_idx": s.rng.choice(others, size=s.size(1, 6))}  # often one twice


def torch_negatives(center_word_vec, outside_word_idx, outside_vectors, negative_word_idx):
    positive = outside_vectors[outside_word_idx] @ center_word_vec
    negative = outside_vectors[negative_word_idx] @ center_word_vec
    return [-F.logsigmoid(positive) - F.logsigmoid(-negative).sum()]


def draw_counts(s: Sampler, fewest=1):
    counts = s.rng.integers(0, s.one_of(3, 50), size=s.size(fewest, 9)).astype(float)
    counts[s.below(len(counts))] += 1
    return counts


def torch_distribution(counts, power):
    raised = torch.where(counts > 0, counts.pow(power), 0.0)
    return [raised / raised.sum()]


def draw_sampling(s: Sampler):
    V = s.size(2, 6)
    p = s.rng.dirichlet(np.ones(V))
    if V > 2 and s.one_of(False, True):
        p[0] = 0
        p /= p.sum()
    return {"probabilities": p, "outside_word_idx": s.below(V), "seed": s.size(0, 1000)}


def shares(probabilities, outside_word_idx, seed):
    """Share of each word in many draws, and whether it is as often as its probability says."""
    drawn = negative_sampling.sample_negatives(probabilities, outside_word_idx, 2000, seed)
    return np.bincount(drawn, minlength=len(probabilities)) / len(drawn)


def expected_shares(probabilities, outside_word_idx, seed):
    p = probabilities.clone()
    p[outside_word_idx] = 0
    return p / p.sum()


def shares_fit(probabilities, outside_word_idx, seed):
    """For each word: whether it came within six standard deviations of its expected share."""
    expected = expected_shares(torch.tensor(probabilities), outside_word_idx, seed).numpy()
    deviation = np.sqrt(expected * (1 - expected) / 2000)
    found = shares(probabilities, outside_word_idx, seed)
    return np.abs(found - expected) <= 6 * deviation + 2 / 2000 * (expected > 0)


# --- hierarchical softmax ------------------------------------------------------------------------


def draw_tree(s: Sampler):
    counts, n = draw_counts(s, fewest=2), s.size(1, 4)
    return {
        "h": s.normal(n),
        "word": s.below(len(counts)),
        "inner_vectors": s.normal(len(counts) - 1, n, scale=s.one_of(1, 30)),
        "tree": hierarchical_softmax.huffman_tree(counts),
    }


def cost_of_codes(counts):
    """Codes of equal counts may differ between trees; what the best of them cost in all does not."""
    codes = hierarchical_softmax.huffman_tree(counts).codes
    return float(sum(n * len(code) for n, code in zip(counts, codes, strict=True)))


def mean_code_length(counts):
    return hierarchical_softmax.mean_code_length(counts, hierarchical_softmax.huffman_tree(counts))


def cost_by_heap(counts):
    """Every join makes all codes below it one longer."""
    order = count()
    heap = [(float(n), next(order)) for n in counts]
    heapq.heapify(heap)
    cost = 0.0
    while len(heap) > 1:
        joined = heapq.heappop(heap)[0] + heapq.heappop(heap)[0]
        cost += joined
        heapq.heappush(heap, (joined, next(order)))
    return [cost]


def torch_turns(word, inner_vectors, tree, h):
    to_the_left = torch.tensor([turn == "0" for turn in tree.codes[word]])
    return to_the_left, inner_vectors[list(tree.paths[word])] @ h


def torch_path_probability(h, word, inner_vectors, tree):
    to_the_left, scores = torch_turns(word, inner_vectors, tree, h)
    return [torch.where(to_the_left, scores.sigmoid(), 1 - scores.sigmoid()).prod()]


def torch_hierarchical(h, word, inner_vectors, tree):
    to_the_left, scores = torch_turns(word, inner_vectors, tree, h)
    return [F.binary_cross_entropy_with_logits(scores, to_the_left.to(h), reduction="sum")]


COUNT_EDGES = tuple(
    {"counts": np.array(counts, dtype=float)}
    for counts in ([1, 0], [1, 1], [1, 0, 0], [1, 1, 1, 1], [2, 2, 2, 2, 2], [1, 1, 2, 3, 5, 8])
)
"""Words that never occur, equal counts, and counts of which each code is one turn longer than the last."""


def tree_edge(counts, word):
    """The last vector is 0: at the root both turns are equally likely."""
    inner_vectors = np.arange(2.0 * (len(counts) - 1))[::-1].reshape(-1, 2) - [0, 1]
    inner_vectors[-1] = 0
    tree = hierarchical_softmax.huffman_tree(counts)
    return {"h": np.array([1.0, -2.0]), "word": word, "inner_vectors": inner_vectors, "tree": tree}


TREE_EDGES = (
    tree_edge([1, 0], 0),
    tree_edge([1, 0], 1),
    tree_edge([1, 1, 2, 3, 5], 0),
    tree_edge([1, 1, 1], 2),
)

SHORTCUTS = {
    "neg_sampling_loss": Row(
        covers=("negative_sampling.neg_sampling_loss",),
        draw=draw_negatives,
        ours=loss(negative_sampling.neg_sampling_loss, "center_word_vec", "outside_vectors"),
        torch=torch_negatives,
        wrt=("center_word_vec", "outside_vectors"),
        edges=tuple(
            {
                "center_word_vec": np.array([1.0, -2.0]),
                "outside_word_idx": 1,
                "outside_vectors": np.arange(6.0).reshape(3, 2) / 4,
                "negative_word_idx": np.array(negatives),
            }
            for negatives in ([0], [2, 2, 2], [2, 0, 2])  # one alone; one that counts three times, or twice
        ),
    ),
    "negative_sampling_distribution": Row(
        covers=("negative_sampling.negative_sampling_distribution",),
        draw=lambda s: {"counts": draw_counts(s), "power": s.one_of(0.75, 1.0, 0.0)},
        ours=value(negative_sampling.negative_sampling_distribution),
        torch=torch_distribution,
        edges=tuple(
            {"counts": np.array(counts), "power": power}
            for counts in ([2.0], [3.0, 0.0, 1.0])
            for power in (0.0, 0.75)
        ),
    ),
    "sample_negatives": Row(
        covers=("negative_sampling.sample_negatives",),
        draw=draw_sampling,
        ours=value(shares_fit),
        torch=lambda probabilities, outside_word_idx, seed: [[True] * len(probabilities)],
        instead_of_torch="torch draws other numbers from a seed; of 2000 draws each word has its share",
    ),
    "huffman_tree": Row(
        covers=("hierarchical_softmax.huffman_tree",),
        draw=lambda s: {"counts": draw_counts(s, fewest=2)},
        ours=value(cost_of_codes),
        torch=cost_by_heap,
        edges=COUNT_EDGES,
        instead_of_torch="torch has no trees; a heap gives the cost of the best code",
    ),
    "mean_code_length": Row(
        covers=("hierarchical_softmax.mean_code_length",),
        draw=lambda s: {"counts": draw_counts(s, fewest=2)},
        ours=value(mean_code_length),
        torch=lambda counts: [cost_by_heap(counts)[0] / counts.sum()],
        edges=COUNT_EDGES,
        instead_of_torch="torch has no trees; a heap gives the cost of the best code",
    ),
    "path_probability": Row(
        covers=("hierarchical_softmax.path_probability",),
        draw=draw_tree,
        ours=value(hierarchical_softmax.path_probability),
        torch=torch_path_probability,
        edges=TREE_EDGES,
    ),
    "hierarchical_softmax_loss": Row(
        covers=("hierarchical_softmax.hierarchical_softmax_loss",),
        draw=draw_tree,
        ours=loss(hierarchical_softmax.hierarchical_softmax_loss, "h", "inner_vectors"),
        torch=torch_hierarchical,
        wrt=("h", "inner_vectors"),
        edges=TREE_EDGES,
    ),
}
