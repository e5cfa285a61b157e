"""CBOW trained on a small corpus, judged by held-out loss and by each word's nearest neighbour."""

import numpy as np

from exercises.kit import AtLeast, AtMost, Case, Rejected, Training
from reference_impl.bag_of_words import context_windows
from reference_impl.embedding_training import initial_vectors, train_cbow
from reference_impl.word2vec import cbow_loss


def train(corpus, V, N, radius, learning_rate, epochs, seed):
    """Word vectors W (V, N) and output weights W_out (N, V), by one step a word."""
    W, W_out = initial_vectors(V, N, seed)
    W, W_out, _ = train_cbow(corpus, W, W_out, radius, learning_rate, epochs)
    return W, W_out


exercise = Training(
    syllabus="nlp.cbow nlp.word_vector nlp.bag_of_words",
    difficulty=3,
    calls="train(corpus, V, N, radius, learning_rate, epochs, seed) -> W, W_out",
    reference=train,
    points={"loss": 5, "neighbours": 3},
    needs={"neighbours": "loss"},  # vectors that were never trained have some right neighbours too
    checks={"loss": "held_out_loss", "neighbours": "right_neighbours"},
    accept={"held_out_loss": AtMost(bound=2.2), "right_neighbours": AtLeast(bound=0.65)},
    cpu_s=60,
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
    groups = topics(rng, V=12, groups=3)
    return Case(
        corpus=text(rng, groups, 300),
        V=12,
        N=int(rng.choice([5, 6, 7])),
        radius=2,
        learning_rate=0.1,
        epochs=10,
        seed=int(rng.integers(1000)),
        held_out=text(rng, groups, 300),
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
    losses = [
        cbow_loss(c, word, W, W_out)[0] for word, c in context_windows(inputs["held_out"], inputs["radius"])
    ]
    unit = W / np.maximum(np.linalg.norm(W, axis=1, keepdims=True), 1e-12)
    cosines = unit @ unit.T - 9 * np.eye(V)  # no word is its own neighbour
    found = inputs["groups"][cosines.argmax(axis=1)] == inputs["groups"]
    return {"held_out_loss": float(np.mean(losses)), "right_neighbours": float(np.mean(found))}


def as_matrix(value):
    try:
        return np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return np.zeros(0)


def descend(
    corpus, W, W_out, radius, learning_rate, epochs, change=lambda context, word, dW, dW_out: (dW, dW_out)
):
    """Stochastic gradient descent with gradients that may be changed first."""
    for _ in range(epochs):
        for word, context in context_windows(corpus, radius):
            _, dW, dW_out = cbow_loss(context, word, W, W_out)
            dW, dW_out = change(context, word, dW, dW_out)
            W, W_out = W - learning_rate * dW, W_out - learning_rate * dW_out
    return W, W_out


@exercise.misconception
def ascends(corpus, V, N, radius, learning_rate, epochs, seed):
    return descend(corpus, *initial_vectors(V, N, seed), radius, -learning_rate, 1)


@exercise.misconception
def never_updated(corpus, V, N, radius, learning_rate, epochs, seed):
    return initial_vectors(V, N, seed)


@exercise.misconception
def zeros_to_begin_with(corpus, V, N, radius, learning_rate, epochs, seed):
    return np.zeros((V, N)), np.zeros((N, V))


@exercise.misconception
def gradient_to_the_target_row(corpus, V, N, radius, learning_rate, epochs, seed):
    def moved(context, word, dW, dW_out):
        wrong = np.zeros_like(dW)
        wrong[word] = dW.sum(axis=0)
        return wrong, dW_out

    return descend(corpus, *initial_vectors(V, N, seed), radius, learning_rate, 2, moved)


@exercise.misconception
def word_vectors_never_updated(corpus, V, N, radius, learning_rate, epochs, seed):
    W, W_out = initial_vectors(V, N, seed)
    return descend(corpus, W, W_out, radius, learning_rate, 3, lambda c, w, dW, dW_out: (0 * dW, dW_out))
