"""CBOW trained on a small corpus, judged by held-out loss and by each word's nearest neighbour."""

import numpy as np

from exercises.kit import AtLeast, AtMost, Case, Rejected, Training
from reference_impl.bag_of_words import context_windows
from reference_impl.embedding_training import initial_vectors
from reference_impl.losses import softmax_loss


def train(corpus, V, N, radius, learning_rate, epochs, seed):
    """Word vectors W (V, N) and output weights W_out (N, V), by one step a word."""
    return descend(corpus, V, N, radius, learning_rate, epochs, seed)


def descend(
    corpus, V, N, radius, learning_rate, epochs, seed, *, rows_of=lambda word, context: context, start=1
):
    """Stochastic gradient descent; `rows_of`: whose vectors share the gradient of h; `start`: of the weights.

    Plain formulas, not `train_cbow`: its checks of each step take ten times as long as the step.
    """
    W, W_out = (start * initial for initial in initial_vectors(V, N, seed))
    windows = context_windows(corpus, radius)
    for _ in range(epochs):
        for word, context in windows:
            h = W[context].mean(axis=0)
            y = h @ W_out
            dy = np.exp(y - y.max())
            dy /= dy.sum()
            dy[word] -= 1
            dh = W_out @ dy
            W_out -= learning_rate * np.outer(h, dy)
            rows = rows_of(word, context)
            np.subtract.at(W, rows, learning_rate * dh / max(len(rows), 1))
    return W, W_out


exercise = Training(
    syllabus="nlp.cbow nlp.word_vector nlp.bag_of_words",
    difficulty=3,
    calls="train(corpus, V, N, radius, learning_rate, epochs, seed) -> W, W_out",
    reference=train,
    points={"loss": 5, "neighbours": 3},
    needs={"neighbours": "loss"},  # vectors that were never trained have some right neighbours too
    checks={"loss": "held_out_loss", "neighbours": "right_neighbours"},
    accept={"held_out_loss": AtMost(bound=2.2), "right_neighbours": AtLeast(bound=0.9)},
    cpu_s=30,
)


def topics(rng, V, groups):
    """Which words belong together, drawn anew in every case: it cannot be known beforehand."""
    return rng.permutation(np.arange(V) % groups)


def text(rng, groups, length):
    """Runs of 14 to 17 words of one topic; every topic has the same share, or some would not be learnt."""
    words = []
    while len(words) < length:
        for topic in rng.permutation(groups.max() + 1):
            words.extend(rng.choice(np.flatnonzero(groups == topic), size=rng.integers(14, 18)))
    return np.array(words[:length])


@exercise.cases("loss", "neighbours", hidden=2, public=1)
def words_of_topics(rng):
    """Words of one topic stand together; the held-out text has the same topics."""
    groups = topics(rng, V=18, groups=3)
    return Case(
        corpus=text(rng, groups, 400),
        V=18,
        N=int(rng.choice([5, 6, 7])),
        radius=2,
        learning_rate=0.05,
        epochs=8,
        seed=int(rng.integers(1000)),
        held_out=text(rng, groups, 400),
        groups=groups,
    )


@exercise.view
def quality(inputs, outputs):
    """Mean loss on the held-out text, and the share of words whose nearest word is of their topic."""
    V, N = inputs["V"], inputs["N"]
    W, W_out = (as_matrix(outputs[name]) for name in ("W", "W_out"))
    if W.shape != (V, N) or W_out.shape != (N, V) or not np.isfinite(W).all() or not np.isfinite(W_out).all():
        raise Rejected(
            f"W 的形状应为 ({V}, {N})，W_out 的形状应为 ({N}, {V})，元素都是有限的数。",
            f"W should have shape ({V}, {N}), W_out ({N}, {V}), and all entries should be finite.",
        )
    windows = context_windows(inputs["held_out"], inputs["radius"])
    h = np.array([W[context].mean(axis=0) for _, context in windows])
    loss, _ = softmax_loss(h @ W_out, np.array([word for word, _ in windows]))
    unit = W / np.maximum(np.linalg.norm(W, axis=1, keepdims=True), 1e-12)
    cosines = unit @ unit.T - 9 * np.eye(V)  # no word is its own neighbour
    found = inputs["groups"][cosines.argmax(axis=1)] == inputs["groups"]
    return {"held_out_loss": loss, "right_neighbours": float(np.mean(found))}


def as_matrix(value):
    try:
        return np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return np.zeros(0)


@exercise.misconception
def ascends(corpus, V, N, radius, learning_rate, epochs, seed):
    return descend(corpus, V, N, radius, -learning_rate, 2, seed)


@exercise.misconception
def never_updated(corpus, V, N, radius, learning_rate, epochs, seed):
    return initial_vectors(V, N, seed)


@exercise.misconception
def zeros_to_begin_with(corpus, V, N, radius, learning_rate, epochs, seed):
    return descend(corpus, V, N, radius, learning_rate, 1, seed, start=0)  # as it would be after any number


@exercise.misconception
def gradient_to_the_target_row(corpus, V, N, radius, learning_rate, epochs, seed):
    return descend(
        corpus, V, N, radius, learning_rate, epochs, seed, rows_of=lambda word, context: np.array([word])
    )


@exercise.misconception
def word_vectors_never_updated(corpus, V, N, radius, learning_rate, epochs, seed):
    return descend(
        corpus, V, N, radius, learning_rate, epochs, seed, rows_of=lambda word, context: context[:0]
    )
