"""Receptive field of a stack of layers: how large it is, and where it lies in the input."""

import numpy as np

from exercises.kit import Case, Code, Exact
from reference_impl import shapes


def receptive_field(layers):
    """Side of the receptive field; a whole number, typed as a float."""
    return float(shapes.receptive_field(layers))


def receptive_range(layers, positions):
    """First and last row of the unpadded input that outputs at `positions` depend on, shape (K,) each.

    From the last layer back to the input: output i of a layer sees the rows i s - P to i s - P + k - 1.
    """
    first = last = np.asarray(positions) + 0.0
    for layer in reversed(layers):
        first = first * layer["stride"] - layer["padding"]
        last = last * layer["stride"] - layer["padding"] + layer["kernel"] - 1
    return first, last


exercise = Code(
    syllabus="cnn.receptive_field",
    difficulty=3,
    calls=["receptive_field(layers) -> size", "receptive_range(layers, positions) -> first, last"],
    reference=[receptive_field, receptive_range],
    points={"size": 4, "range": 4},
    checks={"size": "size", "range": "first last"},
    accept={"size": Exact(), "first": Exact(), "last": Exact()},
)


def case(rng, depth):
    """Kernels, strides and padding that differ from layer to layer."""
    return Case(
        layers=[
            dict(
                kernel=int(rng.integers(2, 6)),
                stride=int(rng.choice([1, 2, 3], p=[0.4, 0.4, 0.2])),
                padding=int(rng.integers(0, 3)),
            )
            for _ in range(depth)
        ],
        positions=np.sort(rng.choice(12, size=3, replace=False)),
    )


@exercise.cases("size", "range", hidden=3, public=1)
def two_or_three_layers(rng):
    """Some with stride 1 only in the last layer: catches a layer's own stride multiplied in."""
    return case(rng, int(rng.choice([2, 3])))


@exercise.cases("size", "range", hidden=3)
def deep_stacks(rng):
    """Catches strides that are not multiplied up over the layers, and layers taken in the wrong order."""
    return case(rng, int(rng.choice([4, 5, 6])))


def grown(name, rule):
    """A wrong growth of the field: rule(field, step, layer), step the product of the strides before."""

    def wrong(layers):
        field, step = 1, 1
        for layer in layers:
            field = rule(field, step, layer)
            step *= layer["stride"]
        return field

    wrong.__name__ = name
    exercise.misconception(wrong, of="receptive_field")


grown("strides_ignored", lambda field, step, layer: field + layer["kernel"] - 1)
grown("own_stride_too", lambda field, step, layer: field + (layer["kernel"] - 1) * step * layer["stride"])
grown("one_not_taken_off", lambda field, step, layer: field + layer["kernel"] * step)
grown(
    "padding_counted",
    lambda field, step, layer: field + (layer["kernel"] - 1 + 2 * layer["padding"]) * step,
)
grown("kernels_multiplied", lambda field, step, layer: field * layer["kernel"])
grown("last_layer_alone", lambda field, step, layer: layer["kernel"])

exercise.edits(
    of="receptive_range",
    padding_ignored=[('["stride"] - layer["padding"]\n', '["stride"]\n'), ('- layer["padding"] +', "+")],
    one_row_too_far=('+ layer["kernel"] - 1', '+ layer["kernel"]'),
    layers_from_the_input_on=("reversed(layers)", "layers"),
    strides_forgotten=[('first * layer["stride"]', "first"), ('last * layer["stride"]', "last")],
    cut_off_at_the_border=("return first, last", "return np.maximum(first, 0), last"),
)
