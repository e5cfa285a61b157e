"""Words and word vectors: bags of words, word2vec, its two shortcuts, and training."""

import heapq
from itertools import count

import numpy as np
import torch
import torch.nn.functional as F

from reference_impl import bag_of_words, embedding_training, hierarchical_softmax, negative_sampling, word2vec
from tests.reference_impl.oracle.row import Row, Sampler, loss, value

LETTERS = "abcde"

# --- words as numbers ----------------------------------------------------------------------------


def draw_tokens(s: Sampler):
    return {"tokens": [LETTERS[s.below(len(LETTERS))] for _ in range(s.size(1, 12))]}


def words_by_number(tokens):
    numbers = bag_of_words.vocabulary(tokens)
    return [ord(word) for word in sorted(numbers, key=numbers.__getitem__)]


def words_by_rank(tokens):
    """A word's number is how many words go before it: more frequent ones, then those of the alphabet."""

    def goes_before(other, word):
        counts = tokens.count(other), tokens.count(word)
        return counts[0] > counts[1] or (counts[0] == counts[1] and other < word)

    different = set(tokens)
    ranks = {sum(goes_before(other, word) for other in different): word for word in different}
    return [[ord(ranks[rank]) for rank in range(len(different))]]


def draw_words(s: Sampler):
    V = s.size(1, 7)
    return {"words": s.below(V, s.size(1, 9)), "V": V}


def flat_windows(words, radius):
    return [[center, *context, -1] for center, context in bag_of_words.context_windows(words, radius)]


def flat(lists):
    return np.array([number for numbers in lists for number in numbers])


def windows_by_pairs(words, radius):
    """Every pair of places is looked at; those at most `radius` apart are neighbours."""
    words, places = words.tolist(), range(len(words))
    found = [[words[t], *(words[u] for u in places if u != t and abs(t - u) <= radius), -1] for t in places]
    return [flat([window for window in found if len(window) > 2])]


# --- word2vec ------------------------------------------------------------------------------------


def draw_vectors(s: Sampler, V):
    n = s.size(1, 5)
    return {"W": s.normal(V, n), "W_out": s.normal(n, V, scale=s.one_of(1, 30, 1000))}


def draw_word_pair(s: Sampler):
    V = s.size(1, 7)
    return {"word": s.below(V), "target": s.below(V), **draw_vectors(s, V)}


def draw_cbow(s: Sampler):
    V = s.size(1, 7)
    return {"context": s.below(V, s.size(1, 5)), "target": s.below(V), **draw_vectors(s, V)}


def draw_skip_gram(s: Sampler):
    V = s.size(1, 7)
    return {"center": s.below(V), "context": s.below(V, s.size(1, 5)), **draw_vectors(s, V)}


def torch_word2vec(word, target, W, W_out):
    h = F.embedding(torch.tensor([word]), W)
    return [F.cross_entropy(h @ W_out, torch.tensor([target]))]


def torch_cbow(context, target, W, W_out):
    h = F.embedding_bag(context[None], W, mode="mean")
    return [F.cross_entropy(h @ W_out, torch.tensor([target]))]


def torch_skip_gram(center, context, W, W_out):
    scores = F.embedding(torch.tensor([center]), W) @ W_out
    return [F.cross_entropy(scores.expand(len(context), -1), context, reduction="sum")]


def draw_outside(s: Sampler, fewest=1):
    V, n = s.size(fewest, 7), s.size(1, 5)
    vectors = {"center_word_vec": s.normal(n), "outside_vectors": s.normal(V, n, scale=s.one_of(1, 30, 1000))}
    return vectors | {"outside_word_idx": s.below(V)}


def torch_naive_softmax(center_word_vec, outside_word_idx, outside_vectors):
    scores = outside_vectors @ center_word_vec
    return [F.cross_entropy(scores[None], torch.tensor([outside_word_idx]))]


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


# --- training ------------------------------------------------------------------------------------


def draw_corpus(s: Sampler):
    V, n = s.size(1, 5), s.size(1, 3)
    return {
        "words": s.below(V, s.size(2, 6)),
        "W": s.normal(V, n),
        "W_out": s.normal(n, V),
        "radius": s.size(1, 3),
        "learning_rate": s.one_of(0.01, 0.3),
        "epochs": s.size(0, 2),
    }


def standard_normal(V, N, seed):
    first, second = np.split(np.random.default_rng(seed).normal(size=2 * V * N), 2)
    return [first.reshape(V, N), second.reshape(N, V)]


def torch_training(loss_of):
    def train(words, W, W_out, radius, learning_rate, epochs):
        W, W_out = torch.nn.Parameter(W.clone()), torch.nn.Parameter(W_out.clone())
        optimiser = torch.optim.SGD([W, W_out], lr=learning_rate)
        means = []
        for _ in range(epochs):
            losses = []
            for t in range(len(words)):
                context = torch.cat([words[max(0, t - radius) : t], words[t + 1 : t + 1 + radius]])
                optimiser.zero_grad()
                (loss,) = loss_of(int(words[t]), context, W, W_out)
                loss.backward()
                optimiser.step()
                losses.append(loss.detach())
            means.append(torch.stack(losses).mean())
        return [W, W_out, torch.tensor(means, dtype=W.dtype)]

    return train


NLP = {
    "vocabulary": Row(
        covers=("bag_of_words.vocabulary",),
        draw=draw_tokens,
        ours=value(words_by_number),
        torch=words_by_rank,
        instead_of_torch="torch has no vocabularies; every word is compared with every other",
    ),
    "encode": Row(
        covers=("bag_of_words.encode",),
        draw=draw_tokens,
        ours=value(lambda tokens: bag_of_words.encode(tokens, {"a": 3, "b": 0, "c": 4, "d": 2, "e": 1})),
        torch=lambda tokens: [["bedac".index(token) for token in tokens]],
        instead_of_torch="torch has no vocabularies; a word's number is its place in a list",
    ),
    "one_hot": Row(
        covers=("bag_of_words.one_hot",),
        draw=draw_words,
        ours=value(bag_of_words.one_hot),
        torch=lambda words, V: [F.one_hot(words, V)],
    ),
    "bag_of_words": Row(
        covers=("bag_of_words.bag_of_words",),
        draw=draw_words,
        ours=value(bag_of_words.bag_of_words),
        torch=lambda words, V: [torch.bincount(words, minlength=V)],
    ),
    "context_windows": Row(
        covers=("bag_of_words.context_windows",),
        draw=lambda s: {"words": s.below(9, s.size(1, 8)), "radius": s.size(1, 4)},
        ours=value(lambda words, radius: flat(flat_windows(words, radius))),
        torch=windows_by_pairs,
        instead_of_torch="torch's unfold has no shorter windows at the ends; all pairs of places are tried",
    ),
    "word2vec_loss": Row(
        covers=("word2vec.word2vec_loss",),
        draw=draw_word_pair,
        ours=loss(word2vec.word2vec_loss, "W", "W_out"),
        torch=torch_word2vec,
        wrt=("W", "W_out"),
    ),
    "cbow_loss": Row(
        covers=("word2vec.cbow_loss",),
        draw=draw_cbow,
        ours=loss(word2vec.cbow_loss, "W", "W_out"),
        torch=torch_cbow,
        wrt=("W", "W_out"),
        edges=({"context": np.array([1, 1, 0]), "target": 2, "W": np.eye(3), "W_out": 800 * np.eye(3)},),
    ),
    "skip_gram_loss": Row(
        covers=("word2vec.skip_gram_loss",),
        draw=draw_skip_gram,
        ours=loss(word2vec.skip_gram_loss, "W", "W_out"),
        torch=torch_skip_gram,
        wrt=("W", "W_out"),
    ),
    "naive_softmax_loss": Row(
        covers=("word2vec.naive_softmax_loss",),
        draw=draw_outside,
        ours=loss(word2vec.naive_softmax_loss, "center_word_vec", "outside_vectors"),
        torch=torch_naive_softmax,
        wrt=("center_word_vec", "outside_vectors"),
    ),
    "neg_sampling_loss": Row(
        covers=("negative_sampling.neg_sampling_loss",),
        draw=draw_negatives,
        ours=loss(negative_sampling.neg_sampling_loss, "center_word_vec", "outside_vectors"),
        torch=torch_negatives,
        wrt=("center_word_vec", "outside_vectors"),
    ),
    "negative_sampling_distribution": Row(
        covers=("negative_sampling.negative_sampling_distribution",),
        draw=lambda s: {"counts": draw_counts(s), "power": s.one_of(0.75, 1.0, 0.0)},
        ours=value(negative_sampling.negative_sampling_distribution),
        torch=torch_distribution,
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
        instead_of_torch="torch has no trees; a heap gives the cost of the best code",
    ),
    "path_probability": Row(
        covers=("hierarchical_softmax.path_probability",),
        draw=draw_tree,
        ours=value(hierarchical_softmax.path_probability),
        torch=torch_path_probability,
    ),
    "hierarchical_softmax_loss": Row(
        covers=("hierarchical_softmax.hierarchical_softmax_loss",),
        draw=draw_tree,
        ours=loss(hierarchical_softmax.hierarchical_softmax_loss, "h", "inner_vectors"),
        torch=torch_hierarchical,
        wrt=("h", "inner_vectors"),
    ),
    "initial_vectors": Row(
        covers=("embedding_training.initial_vectors",),
        draw=lambda s: dict(zip(("V", "N", "seed"), s.sizes((1, 9), (1, 9), (0, 1000)), strict=True)),
        ours=lambda V, N, seed: (
            [vectors * np.sqrt(N) for vectors in embedding_training.initial_vectors(V, N, seed)],
            None,
        ),
        torch=lambda V, N, seed: standard_normal(V, N, seed),
        instead_of_torch="torch draws other numbers from a seed; times sqrt(N) they are standard normal ones",
    ),
    "train_cbow": Row(
        covers=("embedding_training.train_cbow",),
        draw=draw_corpus,
        ours=lambda **drawn: (embedding_training.train_cbow(**drawn), None),
        torch=torch_training(lambda center, context, W, W_out: torch_cbow(context, center, W, W_out)),
    ),
    "train_skip_gram": Row(
        covers=("embedding_training.train_skip_gram",),
        draw=draw_corpus,
        ours=lambda **drawn: (embedding_training.train_skip_gram(**drawn), None),
        torch=torch_training(torch_skip_gram),
    ),
}
