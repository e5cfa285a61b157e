"""Vocabulary, indices and weights first; then code, scores, gradients, update; the vectors come last."""

order = [
    "count",
    "index",
    "initialise",
    "window",
    "negatives",
    "mean",
    "scores",
    "gradients",
    "update",
    "lookup",
]
