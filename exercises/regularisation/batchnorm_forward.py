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
    n, d = rng.choice([4, 5, 6, 7], size=2, replace=False)
    bn_param = dict(
        mode=mode,
        eps=1e-3,
        momentum=float(rng.choice([0.7, 0.8])),
        running_mean=rng.normal(size=d),
        running_var=rng.uniform(0.5, 2, size=d),
    )
    x = scale * rng.normal(size=(n, d)) + 1
    return Case(x=x, gamma=rng.uniform(0.5, 2, size=d), beta=rng.normal(size=d), bn_param=bn_param)


@exercise.cases("train", "running", hidden=3, public=1)
def batches(rng):
    """Neither mean 0 nor variance 1: catches a variance where its root belongs."""
    return case(rng, "train", scale=2)


@exercise.cases("train", "running", hidden=2)
def narrow_batches(rng):
    """Variances near eps: catches eps outside of the root, or left out."""
    return case(rng, "train", scale=1 / 16)


@exercise.cases("test", hidden=3, public=1)
def running_statistics(rng):
    """The running statistics are far from the batch's: catches the batch's used in test mode."""
    return case(rng, "test", scale=1.5)


exercise.edits(
    unbiased_variance=("x.var(axis=0)", "x.var(axis=0, ddof=1)"),
    eps_outside_the_root=("np.sqrt(var + eps)", "(np.sqrt(var) + eps)"),
    eps_left_out=("np.sqrt(var + eps)", "np.sqrt(var)"),
    divided_by_the_variance=("np.sqrt(var + eps)", "(var + eps)"),
    test_with_batch_statistics=(
        '(x - bn_param["running_mean"]) / np.sqrt(bn_param["running_var"] + eps)',
        "(x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps)",
    ),
    running_statistics_not_updated=(
        'bn_param["running_mean"] = momentum * bn_param["running_mean"] + (1 - momentum) * mean\n'
        '    bn_param["running_var"] = momentum * bn_param["running_var"] + (1 - momentum) * var',
        "pass",
    ),
    momentum_the_other_way_round=(
        'momentum = bn_param["eps"], bn_param["momentum"]',
        'momentum = bn_param["eps"], 1 - bn_param["momentum"]',
    ),
    mean_over_features=("mean = x.mean(axis=0)", "mean = x.mean(axis=1, keepdims=True)"),
    running_variance_is_the_deviation=("(1 - momentum) * var", "(1 - momentum) * std"),
    no_scale_and_shift=("return gamma * x_hat + beta, (x_hat", "return x_hat, (x_hat"),
)
