"""Tanh and ReLU as layers: forward, and backward from the cache."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import activations

exercise = Code(
    syllabus="feedforward.tanh feedforward.relu",
    difficulty=1,
    calls=[  # x, dt, dr of one shape
        "tanh_forward(x) -> t, cache_t",
        "tanh_backward(dt, cache_t) -> dx_t",
        "relu_forward(x) -> r, cache_r",
        "relu_backward(dr, cache_r) -> dx_r",
    ],
    reference=activations,
    opaque="cache_t cache_r",
    points={"tanh": 2, "tanh_gradient": 3, "relu": 2, "relu_gradient": 3},
    checks={"tanh": "t", "tanh_gradient": "dx_t", "relu": "r", "relu_gradient": "dx_r"},
)


@exercise.cases("tanh", "tanh_gradient", "relu", "relu_gradient", hidden=4, public=1)
def both_signs(rng):
    """In x (none at ReLU's kink) and in the upstream gradients: catches the mask of the wrong one."""
    shape = rng.choice(np.arange(2, 6), size=2, replace=False)
    x = (rng.uniform(0.2, 2, size=shape) * rng.choice([-1, 1], size=shape)).round(2)
    x[0, :2] = -0.5, 1.5
    dt, dr = rng.normal(size=(2, *shape)).round(2)
    return Case(x=x, dt=dt, dr=dr)


exercise.edits(of="tanh_forward", sigmoid_instead=("out = tanh(x)\n", "out = sigmoid(x)\n"))
exercise.edits(
    of="tanh_backward",
    square_forgotten=("(1 - t**2)", "(1 - t)"),
    sigmoid_derivative=("(1 - t**2)", "t * (1 - t)"),
    tanh_twice=("(1 - t**2)", "(1 - np.tanh(t) ** 2)"),
    tanh_gradient_without_dout=('like("dout", dout, t.shape) * (1 - t**2)', "1 - t**2"),
)
exercise.edits(of="relu_forward", absolute_value=("relu(x), x", "np.abs(x), x"))
exercise.edits(
    of="relu_backward",
    mask_of_the_gradient=("(x > 0)", "(dout > 0)"),
    mask_reversed=("(x > 0)", "(x < 0)"),
    no_mask=('like("dout", dout, x.shape) * (x > 0)', "dout"),
    relu_gradient_without_dout=('like("dout", dout, x.shape) * (x > 0)', "(x > 0).astype(float)"),
    value_for_slope=("(x > 0)", "np.maximum(x, 0)"),
)
exercise.waive("x > 0 -> x >= 0", because="no x is 0, where either slope would be right")
