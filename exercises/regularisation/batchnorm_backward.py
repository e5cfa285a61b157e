"""Batch normalisation, backward in training."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import batchnorm

exercise = Code(
    syllabus="regularisation.batchnorm",
    difficulty=3,
    calls=[
        "batchnorm_forward(x, gamma, beta, eps) -> out, cache",
        "batchnorm_backward(dout, cache) -> dx, dgamma, dbeta",
    ],
    reference=batchnorm.batchnorm_backward,
    opaque="out cache",
    points={"inputs": 6, "parameters": 3},
    checks={"inputs": "dx", "parameters": "dgamma dbeta"},
)


@exercise.given
def batchnorm_forward(x, gamma, beta, eps):
    std = np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - x.mean(axis=0)) / std
    return gamma * x_hat + beta, (x_hat, std, gamma)


@exercise.cases("inputs", "parameters", hidden=5, public=1)
def batches(rng):
    """Small batches, so that the ways through mean and variance count; standard deviations far from 1."""
    n, d = int(rng.integers(4, 8)), int(rng.integers(2, 4))
    while True:
        x = (1 + rng.choice([0.4, 2.5], size=d) * rng.normal(size=(n, d))).round(2)
        dout = rng.normal(loc=0.5, size=(n, d)).round(2)
        dgamma = (dout * (x - x.mean(axis=0)) / x.std(axis=0)).sum(axis=0)
        if np.abs(dgamma).min() > 0.5 and x.std(axis=0).min() > 0.2:  # no cancellation, no narrow column
            return Case(
                x=x,
                gamma=(rng.choice([-1, 1], size=d) * rng.uniform(0.5, 2, size=d)).round(2),
                beta=rng.normal(size=d).round(2),
                eps=rng.choice([0.01, 0.02]),
                dout=dout,
            )


mean_path, variance_path = "- dout.mean(axis=0) ", "- x_hat * (dout * x_hat).mean(axis=0)"

exercise.edits(
    statistics_as_constants=[(mean_path, ""), (variance_path, "")],
    mean_as_a_constant=(mean_path, ""),
    variance_as_a_constant=(variance_path, ""),
    sums_for_means=[
        (mean_path, "- dout.sum(axis=0) "),
        (variance_path, "- x_hat * (dout * x_hat).sum(axis=0)"),
    ],
    scale_forgotten=("dx = gamma / std *", "dx = 1 / std *"),
    divided_by_the_variance=("dx = gamma / std *", "dx = gamma / std**2 *"),
    not_divided_by_the_deviation=("dx = gamma / std *", "dx = gamma *"),
    variance_added=(variance_path, "+ x_hat * (dout * x_hat).mean(axis=0)"),
    scale_gradient_without_normalising=(
        "dgamma = (dout * x_hat).sum(axis=0)",
        "dgamma = (dout * x_hat * std).sum(axis=0)",
    ),
    parameters_averaged=[
        ("dgamma = (dout * x_hat).sum(axis=0)", "dgamma = (dout * x_hat).mean(axis=0)"),
        ("dbeta = dout.sum(axis=0)", "dbeta = dout.mean(axis=0)"),
    ],
    means_over_features=[
        (mean_path, "- dout.mean(axis=1, keepdims=True) "),
        (variance_path, "- x_hat * (dout * x_hat).mean(axis=1, keepdims=True)"),
    ],
)
exercise.edits(
    same_as="sums_for_means",
    sum_along_the_mean=(mean_path, "- dout.sum(axis=0) "),
    sum_along_the_variance=(variance_path, "- x_hat * (dout * x_hat).sum(axis=0)"),
)
exercise.edits(
    same_as="parameters_averaged", shift_averaged=("dbeta = dout.sum(axis=0)", "dbeta = dout.mean(axis=0)")
)
