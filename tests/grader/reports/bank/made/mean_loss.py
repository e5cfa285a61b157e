import numpy as np

from exercises.kit import Case, Code


def mean_loss(x, y):
    return float(np.mean((x - y) ** 2)), 2 * (x - y) / x.size


exercise = Code(
    syllabus="losses.mse",
    difficulty=1,
    calls="mean_loss(x, y) -> loss, dx",
    reference=mean_loss,
    points={"value": 4, "gradient": 6},
    checks={"value": "loss", "gradient": "dx"},
    needs={"gradient": "value"},
)


@exercise.cases("value", "gradient", hidden=4, public=1)
def small_batches(rng):
    """Sizes differ: catches the missing division."""
    shape = tuple(rng.choice(np.arange(2, 5), size=2, replace=False))
    return Case(x=rng.normal(size=shape), y=rng.normal(size=shape))


@exercise.misconception
def sum_of_squares(x, y):
    return float(np.sum((x - y) ** 2)), 2 * (x - y)


@exercise.misconception
def gradient_without_two(x, y):
    return float(np.mean((x - y) ** 2)), (x - y) / x.size
