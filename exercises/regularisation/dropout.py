"""Inverted dropout, forward and backward: judged by what any right mask has in common."""

import numpy as np

from exercises.kit import Case, Close, Code, Rejected
from reference_impl import regularisation

exercise = Code(
    syllabus="regularisation.dropout",
    difficulty=2,
    calls=[
        "dropout_forward(x, dropout_param) -> out, cache",
        "dropout_backward(dout, cache) -> dx",
    ],
    reference=regularisation,
    opaque="cache",
    points={"forward": 4, "backward": 3, "test": 3},
    checks={
        "forward": "shares kept_scale neighbours_alike",
        "backward": "kept_slope dropped_slope",
        "test": "out dx",
    },
    needs={"test": "forward"},
    accept={"shares": Close(rtol=0.035), "neighbours_alike": Close(rtol=0.08)},
)


@exercise.view
def what_every_mask_shares(inputs, outputs):
    """Masks differ from one right answer to another; shares and slopes do not."""
    x, dout = inputs["x"], inputs["dout"]
    out, dx = (np.asarray(outputs[name], dtype=float) for name in ("out", "dx"))
    if out.shape != x.shape or dx.shape != x.shape:
        raise Rejected(
            zh=f"out 和 dx 的形状都应当是 {x.shape}，与 x 相同；现在是 {out.shape} 和 {dx.shape}。",
            en=f"out and dx should have the shape of x, {x.shape}; they have {out.shape} and {dx.shape}.",
        )
    kept = out != 0
    alike = [(kept[1:] == kept[:-1]).mean(), (kept[:, 1:] == kept[:, :-1]).mean()]
    return {
        **outputs,
        "shares": np.array([kept.mean(), 1.0]),  # of 1: the bound is absolute, and keep and drop no reversal
        "kept_scale": smallest_and_largest((out / x)[kept]),
        "neighbours_alike": np.array(alike),
        "kept_slope": smallest_and_largest((dx / dout)[kept]),
        "dropped_slope": smallest_and_largest((dx / dout)[~kept]),
    }


def smallest_and_largest(values):
    return np.array([values.min(), values.max()]) if values.size else np.full(2, np.nan)


def case(rng, mode, n, d):
    def away_from_zero():
        return rng.choice([-1, 1], size=(n, d)) * rng.uniform(0.5, 2, size=(n, d)).round(2)

    p = rng.choice([0.3, 0.4, 0.6, 0.7])
    param = {"p": p, "mode": mode, "seed": int(rng.integers(1000))}
    return Case(x=away_from_zero(), dout=away_from_zero(), dropout_param=param)


@exercise.cases("forward", "backward", hidden=3)
def training(rng):
    """Large arrays, so that shares are sharp; p is not 0.5: catches keep and drop mixed up."""
    return case(rng, "train", n=int(rng.integers(90, 100)), d=int(rng.integers(110, 130)))


@exercise.cases("test", hidden=3, public=1)
def test_mode(rng):
    """Catches entries dropped, and scaled, at test time."""
    return case(rng, "test", n=int(rng.integers(2, 4)), d=int(rng.integers(4, 6)))


uniform = 'np.random.default_rng(dropout_param.get("seed")).random(x.shape) < p'
exercise.edits(
    not_scaled={
        "dropout_forward": ("out = x * mask / p", "out = x * mask"),
        "dropout_backward": ("return dout * mask / p", "return dout * mask"),
    },
    probability_of_dropping={
        "dropout_forward": [
            ("random(x.shape) < p", "random(x.shape) < 1 - p"),
            ("out = x * mask / p", "out = x * mask / (1 - p)"),
        ],
        "dropout_backward": (
            "return dout * mask / p",
            "return dout * mask / (1 - p if 0 < p < 1 else 1)",
        ),
    },
)
exercise.edits(
    of="dropout_forward",
    kept_where_it_should_drop=("random(x.shape) < p", "random(x.shape) < 1 - p"),
    normal_for_uniform=("random(x.shape) < p", "standard_normal(x.shape) < p"),
    scaled_the_wrong_way=("out = x * mask / p", "out = x * mask * p"),
    one_mask_for_all_samples=(
        uniform,
        'np.broadcast_to(np.random.default_rng(dropout_param.get("seed")).random(x.shape[1]), x.shape) < p',
    ),
    whole_samples_dropped=(
        uniform,
        'np.broadcast_to(np.random.default_rng(dropout_param.get("seed")).random((len(x), 1)), x.shape) < p',
    ),
    scaled_at_test_time=("return x.copy(), (np.ones_like(x), 1.0)", "return x * p, (np.ones_like(x), 1 / p)"),
    dropped_at_test_time=[
        ('if mode == "test":', 'if mode == "never":'),
        ('if mode != "train":', 'if mode == "never":'),
    ],
)
exercise.edits(
    of="dropout_forward",
    same_as="scaled_at_test_time",
    divided_at_test_time=("return x.copy(), (np.ones_like(x), 1.0)", "return x / p, (np.ones_like(x), p)"),
    multiplied_at_test_time_in_forward_alone=("return x.copy(),", "return x * p,"),
    divided_at_test_time_in_forward_alone=("return x.copy(),", "return x / p,"),
)
exercise.edits(
    of="dropout_backward",
    backward_without_mask=("return dout * mask / p", "return dout / p"),
    backward_without_scale=("return dout * mask / p", "return dout * mask"),
    backward_scaled_the_wrong_way=("return dout * mask / p", "return dout * mask * p"),
)
exercise.edits(
    of="dropout_backward",
    same_as="backward_without_mask",
    backward_passes_everything=("return dout * mask / p", "return dout"),
)
