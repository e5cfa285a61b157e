"""Batch normalisation, forward: training, running statistics, test."""

from exercises.kit import Case, Code
from reference_impl import batchnorm

exercise = Code(
    syllabus="regularisation.batchnorm",
    difficulty=2,
    calls="batchnorm_forward(x, gamma, beta, bn_param) -> out, cache",
    reference=batchnorm.batchnorm_forward,
    opaque="cache",
    inplace="bn_param",
    points={"train": 4, "running": 3, "test": 3},
    checks={"train": "out", "running": "bn_param.running_mean bn_param.running_var", "test": "out"},
)


def case(rng, mode, scale):
    n, d = rng.integers(4, 8), rng.integers(2, 4)
    return Case(
        x=(1 + scale * rng.normal(size=(n, d))).round(2),
        gamma=rng.uniform(0.5, 2, size=d).round(2),
        beta=rng.normal(size=d).round(2),
        bn_param=dict(
            mode=mode,
            eps=rng.choice([0.005, 0.01, 0.02]),
            momentum=rng.choice([0.7, 0.8]),
            running_mean=rng.normal(size=d).round(2),
            running_var=rng.uniform(0.5, 2, size=d).round(2),
        ),
    )


@exercise.cases("train", "running", hidden=3, public=1)
def batches(rng):
    """Neither mean 0 nor variance 1: catches a variance where its root belongs."""
    return case(rng, "train", scale=2)


@exercise.cases("train", "running", hidden=2)
def narrow_batches(rng):
    """Variances near eps: catches eps outside of the root, or left out."""
    return case(rng, "train", scale=1 / 8)


@exercise.cases("test", hidden=3, public=1)
def running_statistics(rng):
    """The running statistics are far from the batch's: catches the batch's used in test mode."""
    return case(rng, "test", scale=1.5)


in_training, in_test = "np.sqrt(var + eps)", 'np.sqrt(bn_param["running_var"] + eps)'
mean_update = 'momentum * bn_param["running_mean"] + (1 - momentum) * mean'
var_update = 'momentum * bn_param["running_var"] + (1 - momentum) * var'

exercise.edits(
    unbiased_variance=("x.var(axis=0)", "x.var(axis=0, ddof=1)"),
    unbiased_running_variance=("(1 - momentum) * var", "(1 - momentum) * var * len(x) / (len(x) - 1)"),
    eps_outside_the_root=[
        (in_training, "(np.sqrt(var) + eps)"),
        (in_test, '(np.sqrt(bn_param["running_var"]) + eps)'),
    ],
    eps_left_out=[(in_training, "np.sqrt(var)"), (in_test, 'np.sqrt(bn_param["running_var"])')],
    divided_by_the_variance=[(in_training, "(var + eps)"), (in_test, '(bn_param["running_var"] + eps)')],
    test_with_batch_statistics=(
        f'(x - bn_param["running_mean"]) / {in_test}',
        "(x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps)",
    ),
    running_statistics_not_updated=[
        (mean_update, 'bn_param["running_mean"]'),
        (var_update, 'bn_param["running_var"]'),
    ],
    running_statistics_replaced=[(mean_update, "mean"), (var_update, "var")],
    momentum_the_other_way_round=(
        'momentum = bn_param["eps"], bn_param["momentum"]',
        'momentum = bn_param["eps"], 1 - bn_param["momentum"]',
    ),
    mean_over_features=[
        ("mean = x.mean(axis=0)", "mean = x.mean(axis=1, keepdims=True)"),
        ("var = x.var(axis=0)", "var = x.var(axis=1, keepdims=True)"),
    ],
    running_variance_is_the_deviation=("(1 - momentum) * var", "(1 - momentum) * np.sqrt(var)"),
    no_scale_and_shift=[
        ("return gamma * x_hat + beta, None", "return x_hat, None"),
        ("return gamma * x_hat + beta, (x_hat", "return x_hat, (x_hat"),
    ],
)
exercise.edits(
    same_as="unbiased_variance",
    unbiased_in_the_output_only=("std = np.sqrt(var + eps)", "std = np.sqrt(x.var(axis=0, ddof=1) + eps)"),
)
exercise.edits(same_as="eps_outside_the_root", eps_outside_in_training=(in_training, "(np.sqrt(var) + eps)"))
exercise.edits(same_as="eps_left_out", eps_left_out_in_training=(in_training, "np.sqrt(var)"))
exercise.edits(same_as="divided_by_the_variance", variance_in_training=(in_training, "(var + eps)"))
exercise.edits(
    same_as="no_scale_and_shift",
    no_scale_and_shift_in_training=("return gamma * x_hat + beta, (x_hat", "return x_hat, (x_hat"),
)
