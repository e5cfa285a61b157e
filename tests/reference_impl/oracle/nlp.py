"""Words and word vectors: bags of words, word2vec, and training."""

import numpy as np
import torch
import torch.nn.functional as F

from reference_impl import bag_of_words, embedding_training, word2vec
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


def draw_codes(s: Sampler):
    V = s.size(1, 7)
    return {"x": np.eye(V)[s.below(V, s.size(1, 3))].mean(axis=0), **draw_vectors(s, V)}


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


def torch_word2vec_forward(x, W, W_out):
    h = F.linear(x, W.T)
    return [h, F.linear(h, W_out.T), F.softmax(F.linear(h, W_out.T), dim=0)]


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
        edges=({"tokens": ["b"]}, {"tokens": ["b", "a"]}, {"tokens": ["b", "c", "a", "c", "b", "d"]}),
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
        edges=({"words": np.array([0]), "V": 1}, {"words": np.array([3, 1, 3]), "V": 4}),
    ),
    "bag_of_words": Row(
        covers=("bag_of_words.bag_of_words",),
        draw=draw_words,
        ours=value(bag_of_words.bag_of_words),
        torch=lambda words, V: [torch.bincount(words, minlength=V)],
        edges=({"words": np.array([0]), "V": 1}, {"words": np.array([1, 1]), "V": 4}),  # some never occur
    ),
    "context_windows": Row(
        covers=("bag_of_words.context_windows",),
        draw=lambda s: {"words": s.below(9, s.size(1, 8)), "radius": s.size(1, 4)},
        ours=value(lambda words, radius: flat(flat_windows(words, radius))),
        torch=windows_by_pairs,
        edges=(
            {"words": np.array([3]), "radius": 1},  # no word has a context
            {"words": np.array([3, 3]), "radius": 4},
            {"words": np.array([1, 1, 2, 1, 1]), "radius": 2},  # a word stands in its own context
        ),
        instead_of_torch="torch's unfold has no shorter windows at the ends; all pairs of places are tried",
    ),
    "word2vec_forward": Row(
        covers=("word2vec.word2vec_forward",),
        draw=draw_codes,
        ours=lambda **drawn: (word2vec.word2vec_forward(**drawn), None),
        torch=torch_word2vec_forward,
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
        edges=(  # a word twice in the context, and the word itself; a vocabulary of one
            {"center": 1, "context": np.array([2, 1, 2]), "W": np.eye(3), "W_out": 3 * np.eye(3)},
            {"center": 0, "context": np.array([0]), "W": np.ones((1, 2)), "W_out": np.ones((2, 1))},
        ),
    ),
    "naive_softmax_loss": Row(
        covers=("word2vec.naive_softmax_loss",),
        draw=draw_outside,
        ours=loss(word2vec.naive_softmax_loss, "center_word_vec", "outside_vectors"),
        torch=torch_naive_softmax,
        edges=(
            {"center_word_vec": np.ones(2), "outside_word_idx": 0, "outside_vectors": np.ones((1, 2))},
            {"center_word_vec": np.zeros(2), "outside_word_idx": 2, "outside_vectors": np.ones((3, 2))},
        ),
        wrt=("center_word_vec", "outside_vectors"),
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
