"""Fully connected layer: forward and backward, with samples of any shape."""

from exercises.kit import Case, Code
from reference_impl import feedforward

exercise = Code(
    syllabus="feedforward.fc",
    difficulty=2,
    calls=[
        "affine_forward(x, w, b) -> out, cache",  # x (N, d_1, ..., d_k), w (D, M), b (M,)
        "affine_backward(dout, cache) -> dx, dw, db",  # dout (N, M)
    ],
    reference=feedforward,
    opaque="cache",
    points={"forward": 4, "dx": 2, "dw": 2, "db": 2},
    checks={"forward": "out", "dx": "dx", "dw": "dw", "db": "db"},
)


@exercise.cases("forward", "dx", "dw", "db", hidden=5, public=1)
def samples_of_any_shape(rng):
    """N, D and M differ, b is not 0: tells a factor of N, and dx that kept the flat shape."""
    shape = rng.choice([2, 3, 4], size=rng.integers(2, 4), replace=False)
    d = int(shape.prod())
    n, m = rng.choice([size for size in (2, 3, 4, 5, 7) if size != d], size=2, replace=False)

    def normal(*size):
        return rng.normal(size=size).round(2)

    return Case(x=normal(n, *shape), w=normal(d, m), b=normal(m), dout=normal(n, m))


@exercise.cases("forward", "dx", "dw", "db", hidden=1)
def flat_samples(rng):
    """Samples that are vectors already."""
    d, n, m = rng.choice([2, 3, 4, 5], size=3, replace=False)
    x, w, b = rng.normal(size=(n, d)), rng.normal(size=(d, m)), rng.normal(size=m)
    return Case(x=x.round(2), w=w.round(2), b=b.round(2), dout=rng.normal(size=(n, m)).round(2))


exercise.edits(
    of="affine_forward",
    bias_forgotten=("out = rows @ w + b\n", "out = rows @ w\n"),
    bias_subtracted=("out = rows @ w + b\n", "out = rows @ w - b\n"),
    flattened_in_another_order=("x.reshape(len(x), -1)", 'x.reshape(len(x), -1, order="F")'),
    samples_mixed=("x.reshape(len(x), -1)", "x.reshape(-1, len(x)).T"),
)
exercise.edits(
    of="affine_backward",
    dx_left_flat=("(dout @ w.T).reshape(x.shape)", "dout @ w.T"),
    db_averaged=("dout.sum(axis=0)", "dout.mean(axis=0)"),
    db_not_summed=("dout.sum(axis=0)", "dout"),
    db_over_everything=("dout.sum(axis=0)", "dout.sum()"),
    db_over_the_outputs=("dout.sum(axis=0)", "dout.sum(axis=1)"),
    dw_averaged=("x.reshape(len(x), -1).T @ dout", "x.reshape(len(x), -1).T @ dout / len(x)"),
    dw_transposed=("x.reshape(len(x), -1).T @ dout", "dout.T @ x.reshape(len(x), -1)"),
)
exercise.edits(
    of="affine_backward",
    same_as="dw_averaged",  # and all the others too
    everything_averaged=("return dx, dw, db", "return dx / len(x), dw / len(x), db / len(x)"),
)
