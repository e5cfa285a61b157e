"""Hierarchical softmax: probability, loss and gradients along a word's path."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl.activations import sigmoid


def path_probability(h, path, code, inner_vectors):
    """Product of s(v h) where the code is 0 and s(-v h) where it is 1, v the vectors on the path."""
    signs = 1 - 2 * code
    return float(np.prod(sigmoid(signs * (inner_vectors[path] @ h))))


def hierarchical_softmax_loss(h, path, code, inner_vectors):
    """Minus the logarithm of the probability, and its gradients (Rong 2014, section 3.1)."""
    scores = inner_vectors[path] @ h
    signs = 1 - 2 * code
    loss = np.logaddexp(0, -signs * scores).sum()
    dscores = sigmoid(scores) - (1 - code)
    dh = dscores @ inner_vectors[path]
    dinner = np.zeros_like(inner_vectors)
    dinner[path] = np.outer(dscores, h)
    return float(loss), dh, dinner


exercise = Code(
    syllabus="nlp.hierarchical_softmax",
    difficulty=3,
    calls=[
        "path_probability(h, path, code, inner_vectors) -> p",  # path, code (L,), inner_vectors (V - 1, N)
        "hierarchical_softmax_loss(h, path, code, inner_vectors) -> loss, dh, dinner",
    ],
    reference=[path_probability, hierarchical_softmax_loss],
    points={"probability": 2, "value": 2, "hidden": 3, "inner": 3},
    checks={"probability": "p", "value": "loss", "hidden": "dh", "inner": "dinner"},
)


def case(rng, steps, nodes):
    """Both turns occur; V - 1, N and L differ; the root is node nodes - 1 or any other."""
    code = rng.integers(2, size=steps)
    code[:2] = rng.permutation(2)
    N = int(rng.choice([size for size in (2, 3, 4, 5) if size not in (steps, nodes)]))
    return Case(
        h=rng.normal(size=N).round(2),
        path=rng.permutation(nodes)[:steps],
        code=code,
        inner_vectors=(0.8 * rng.normal(size=(nodes, N))).round(2),
    )


@exercise.cases("probability", "value", "hidden", "inner", hidden=5, public=1)
def some_path(rng):
    """Codes with both turns: catches a sign that is the same at every node."""
    return case(rng, steps=int(rng.integers(3, 5)), nodes=int(rng.integers(6, 9)))


@exercise.cases("probability", "value", "hidden", "inner", hidden=2)
def two_turns(rng):
    """A short path in a large tree: catches sums over all inner nodes."""
    return case(rng, steps=2, nodes=int(rng.integers(6, 9)))


exercise.edits(
    turns_exchanged={
        "path_probability": ("1 - 2 * code", "2 * code - 1"),
        "hierarchical_softmax_loss": [("1 - 2 * code", "2 * code - 1"), ("- (1 - code)", "- code")],
    },
    turns_ignored={
        "path_probability": ("1 - 2 * code", "1"),
        "hierarchical_softmax_loss": [("1 - 2 * code", "1"), ("- (1 - code)", "- 1")],
    },
    added_not_multiplied={"path_probability": ("np.prod", "np.sum")},
    last_turn_only={
        "path_probability": (
            "np.prod(sigmoid(signs * (inner_vectors[path] @ h)))",
            "sigmoid(signs * (inner_vectors[path] @ h))[-1]",
        ),
        "hierarchical_softmax_loss": (
            "np.logaddexp(0, -signs * scores).sum()",
            "np.logaddexp(0, -signs * scores)[-1]",
        ),
    },
    mean_over_the_path={
        "hierarchical_softmax_loss": [
            ("scores).sum()", "scores).mean()"),
            (
                "dscores = sigmoid(scores) - (1 - code)",
                "dscores = (sigmoid(scores) - (1 - code)) / len(path)",
            ),
        ]
    },
    gradients_negated={
        "hierarchical_softmax_loss": ("sigmoid(scores) - (1 - code)", "(1 - code) - sigmoid(scores)")
    },
    label_not_subtracted={"hierarchical_softmax_loss": ("sigmoid(scores) - (1 - code)", "sigmoid(scores)")},
    label_is_the_bit={
        "hierarchical_softmax_loss": ("sigmoid(scores) - (1 - code)", "sigmoid(scores) - code")
    },
    rows_in_order_of_the_path={"hierarchical_softmax_loss": ("dinner[path] =", "dinner[: len(path)] =")},
    probability_not_its_logarithm={
        "hierarchical_softmax_loss": (
            "np.logaddexp(0, -signs * scores).sum()",
            "1 - np.prod(sigmoid(signs * scores))",
        )
    },
)
exercise.edits(
    same_as="turns_ignored",
    minus_at_every_turn={  # what `-1 ** code` gives: the power comes first
        "path_probability": ("1 - 2 * code", "-1"),
        "hierarchical_softmax_loss": [("1 - 2 * code", "-1"), ("- (1 - code)", "- 0")],
    },
)
