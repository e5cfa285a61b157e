"""Skip-gram trained on a small corpus, judged by held-out loss and by each word's nearest neighbour."""

import numpy as np

from exercises.kit import AtLeast, AtMost, Case, Rejected, Training
from reference_impl.bag_of_words import context_windows
from reference_impl.embedding_training import initial_vectors
from reference_impl.losses import softmax_loss


def train(corpus, V, N, radius, learning_rate, epochs, seed):
    """Word vectors W (V, N) and output weights W_out (N, V), by one step a centre word."""
    return descend(context_windows(corpus, radius), V, N, learning_rate, epochs, seed)


def descend(windows, V, N, learning_rate, epochs, seed, *, vectors=1, weights=1, normaliser=1, start=1):
    """Stochastic gradient descent; a factor that is not 1 is a mistake: of the step of W, of that of W_out,
    of the probabilities in the gradient, and of the initial values.
    """
    W, W_out = (start * initial for initial in initial_vectors(V, N, seed))
    counted = [(word, np.bincount(context, minlength=V)) for word, context in windows]
    for _ in range(epochs):
        for word, counts in counted:
            h = W[word].copy()
            y = h @ W_out
            p = np.exp(y - y.max())
            dy = normaliser * counts.sum() * p / p.sum() - counts  # of the sum over the context
            dh = W_out @ dy
            W_out -= weights * learning_rate * np.outer(h, dy)
            W[word] -= vectors * learning_rate * dh
    return W, W_out


exercise = Training(
    syllabus="nlp.skip_gram nlp.word_vector",
    difficulty=3,
    calls="train(corpus, V, N, radius, learning_rate, epochs, seed) -> W, W_out",
    reference=train,
    points={"loss": 5, "neighbours": 3},
    needs={"neighbours": "loss"},  # vectors that were never trained have some right neighbours too
    checks={"loss": "held_out_loss", "neighbours": "right_neighbours"},
    accept={"held_out_loss": AtMost(bound=2.35), "right_neighbours": AtLeast(bound=0.85)},
    cpu_s=30,
)


def text(rng, groups, paragraphs):
    """Paragraphs of 14 to 17 words of one topic; every topic has as many, or some would not be learnt."""
    words = []
    for _ in range(paragraphs):
        for topic in rng.permutation(groups.max() + 1):
            words.extend(rng.choice(np.flatnonzero(groups == topic), size=rng.integers(14, 18)))
    return np.array(words)


@exercise.cases("loss", "neighbours", hidden=2, public=1)
def words_of_topics(rng):
    """Which words make a topic is drawn anew in every case: it cannot be known beforehand."""
    groups = rng.permutation(np.arange(18) % 3)
    return Case(
        corpus=text(rng, groups, 9),
        V=18,
        N=int(rng.choice([5, 6, 7])),
        radius=2,
        learning_rate=0.015,
        epochs=8,
        seed=int(rng.integers(1000)),
        held_out=text(rng, groups, 9),
        groups=groups,
    )


@exercise.view
def quality(inputs, outputs):
    """Mean loss of a pair of the held-out text, and the share of words whose nearest is of their topic."""
    V, N = inputs["V"], inputs["N"]
    W, W_out = (as_matrix(outputs[name]) for name in ("W", "W_out"))
    if W.shape != (V, N) or W_out.shape != (N, V) or not np.isfinite(W).all() or not np.isfinite(W_out).all():
        raise Rejected(
            f"W 的形状应为 ({V}, {N})，W_out 的形状应为 ({N}, {V})，元素都是有限的数。",
            f"W should have shape ({V}, {N}), W_out ({N}, {V}), and all entries should be finite.",
        )
    windows = context_windows(inputs["held_out"], inputs["radius"])
    centres = np.repeat([word for word, _ in windows], [len(context) for _, context in windows])
    loss, _ = softmax_loss((W @ W_out)[centres], np.concatenate([context for _, context in windows]))
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
    return descend(context_windows(corpus, radius), V, N, -learning_rate, 3, seed)


@exercise.misconception
def zeros_to_begin_with(corpus, V, N, radius, learning_rate, epochs, seed):
    windows = context_windows(corpus, radius)[:1]  # as it would be after any number
    return descend(windows, V, N, learning_rate, 1, seed, start=0)


@exercise.misconception
def last_word_only(corpus, V, N, radius, learning_rate, epochs, seed):
    """The update stands below the loop over the corpus, where the last window is left."""
    return descend(context_windows(corpus, radius)[-1:], V, N, learning_rate, epochs, seed)


@exercise.misconception
def word_vectors_never_updated(corpus, V, N, radius, learning_rate, epochs, seed):
    return descend(context_windows(corpus, radius), V, N, learning_rate, epochs, seed, vectors=0)


@exercise.misconception
def output_weights_never_updated(corpus, V, N, radius, learning_rate, epochs, seed):
    return descend(context_windows(corpus, radius), V, N, learning_rate, epochs, seed, weights=0)


@exercise.misconception
def probabilities_left_out(corpus, V, N, radius, learning_rate, epochs, seed):
    return descend(context_windows(corpus, radius), V, N, learning_rate, 2, seed, normaliser=0)
