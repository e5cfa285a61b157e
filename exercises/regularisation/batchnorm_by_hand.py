"""Batch normalisation of one feature, by hand."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Params(Frozen):
    x: tuple[float, float, float, float]
    index: int
    gamma: float
    beta: float
    eps: float
    momentum: float
    running_var: float

    @property
    def chosen(self) -> float:
        return self.x[self.index - 1]


def draw(rng):
    """A variance so small that eps counts; the sample asked for is not near the mean."""
    while True:
        x = rng.choice(np.arange(-9, 20) / 10, size=4, replace=False)
        p = Params(
            x=tuple(x.tolist()),
            index=rng.integers(1, 5),
            gamma=rng.choice([0.5, 1.5, 2.0, 3.0]),
            beta=rng.choice([-2.0, -0.5, 0.7, 1.2]),
            eps=rng.choice([0.01, 0.02]),
            momentum=rng.choice([0.7, 0.8, 0.9]),
            running_var=rng.choice([0.5, 1.5, 2.0]),
        )
        mean, var = np.mean(x), np.var(x)
        x_hat = (p.chosen - mean) / np.sqrt(var + p.eps)
        if 0.15 < abs(mean) < 0.9 and 0.08 < var < 0.5 and 0.5 < abs(x_hat) < 1.6:
            y = p.gamma * x_hat + p.beta
            if all(abs(abs(value) - 1) > 0.03 for value in (x_hat, y)) and abs(y) > 0.2:
                return p


exercise = Numeric(syllabus="regularisation.batchnorm", difficulty=2, draw=draw)


@exercise.step(points=1)
def mean(p):
    return float(np.mean(p.x))


@exercise.step(points=2, ge=0)
def var(p, mean):
    return float(np.mean((np.array(p.x) - mean) ** 2))


@exercise.step(points=2)
def x_hat(p, mean, var):
    return float((p.chosen - mean) / np.sqrt(var + p.eps))


@exercise.step(points=1)
def y(p, x_hat):
    return p.gamma * x_hat + p.beta


@exercise.step(points=2, ge=0)
def running_var(p, var):
    return p.momentum * p.running_var + (1 - p.momentum) * var


@exercise.misconception(of="mean")
def not_divided(p):
    return float(np.sum(p.x))


@exercise.misconception(of="var")
def unbiased_variance(p, mean):
    return float(np.sum((np.array(p.x) - mean) ** 2) / 3)


@exercise.misconception(of="var")
def mean_of_squares(p):
    return float(np.mean(np.square(p.x)))


@exercise.misconception(of="var")
def standard_deviation(p, mean):
    return float(np.sqrt(np.mean((np.array(p.x) - mean) ** 2)))


@exercise.misconception(of="var", same_as="not_divided")
def sum_of_squares(p, mean):
    return float(np.sum((np.array(p.x) - mean) ** 2))


@exercise.misconception(of="x_hat")
def divided_by_the_variance(p, mean, var):
    return (p.chosen - mean) / (var + p.eps)


@exercise.misconception(of="x_hat")
def eps_left_out(p, mean, var):
    return float((p.chosen - mean) / np.sqrt(var))


@exercise.misconception(of="x_hat")
def eps_outside_the_root(p, mean, var):
    return float((p.chosen - mean) / (np.sqrt(var) + p.eps))


@exercise.misconception(of="x_hat")
def mean_not_subtracted(p, mean, var):
    return float(p.chosen / np.sqrt(var + p.eps))


@exercise.misconception(of="y")
def scale_forgotten(p, x_hat):
    return x_hat + p.beta


@exercise.misconception(of="y")
def shift_forgotten(p, x_hat):
    return p.gamma * x_hat


@exercise.misconception(of="y")
def shifted_before_scaling(p, x_hat):
    return p.gamma * (x_hat + p.beta)


@exercise.misconception(of="running_var")
def momentum_the_other_way_round(p, var):
    return (1 - p.momentum) * p.running_var + p.momentum * var


@exercise.misconception(of="running_var")
def deviation_kept(p, var):
    return float(p.momentum * p.running_var + (1 - p.momentum) * np.sqrt(var))


@exercise.misconception(of="running_var")
def old_value_replaced(p, var):
    return var
