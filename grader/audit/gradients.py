"""Whether the gradients that a reference returns are those of what it returns beside them."""

from collections.abc import Iterator

import numpy as np

from exercises.kit.base import Value
from exercises.kit.code import Code
from exercises.kit.code_cases import Outputs, SealedCase
from exercises.kit.training import Training
from grader.audit.subject import Complaints, Subject

STEPS = (1e-5, 1e-6)
"""Of the central difference; a kink may lie inside of the longer one."""
RTOL = 1e-4


def gradients_agree(subject: Subject) -> Complaints:
    """An output `dx` beside an input `x` is the derivative by x, numerically, in a random direction.

    Of what: of the sum of each output times its upstream gradient, where `dout` is an input and `out` an
    output; else of the only number among the outputs, the loss. Where there is neither, nothing is said.
    """
    exercise = subject.exercise
    if not isinstance(exercise, Code) or isinstance(exercise, Training):
        return
    rng = np.random.default_rng(0)
    told: set[str] = set()
    for number, sealed in enumerate(subject.variants(subject.counts.float32)):
        for case in sealed.cases:
            for gradient, found, expected in _mismatches(exercise, case, rng):
                if gradient not in told:
                    told.add(gradient)
                    yield (
                        f"{gradient} of {case.group} gives a slope of {found:.6g}, differences give "
                        f"{expected:.6g} (variant {number})"
                    )


def _mismatches(
    exercise: Code, case: SealedCase, rng: np.random.Generator
) -> Iterator[tuple[str, float, float]]:
    outputs = _run(exercise, case, {})
    upstream = {name: case.sent[f"d{name}"] for name in outputs if f"d{name}" in case.sent}
    pairs = {
        f"d{name}": np.asarray(value)
        for name, value in case.sent.items()
        if f"d{name}" in outputs
        and np.asarray(value).dtype.kind == "f"
        and np.shape(outputs[f"d{name}"]) == np.shape(value)
    }
    if not upstream:
        numbers = [name for name, value in outputs.items() if _is_number(value) and name not in pairs]
        if len(numbers) != 1:
            return
        upstream = {numbers[0]: 1.0}
    for gradient, point in pairs.items():
        direction = rng.normal(size=point.shape)
        found = float(np.sum(np.asarray(outputs[gradient]) * direction))
        slopes = []
        for step in STEPS:
            ahead, behind = (
                _weighted(_run(exercise, case, {gradient[1:]: point + sign * step * direction}), upstream)
                for sign in (1, -1)
            )
            slopes.append((ahead - behind) / (2 * step))
        scale = float(np.linalg.norm(outputs[gradient]))
        if not any(abs(found - slope) <= RTOL * max(abs(slope), scale) + 1e-6 for slope in slopes):
            yield gradient, found, slopes[0]


def _run(exercise: Code, case: SealedCase, inputs: dict[str, Value]) -> Outputs:
    with np.errstate(all="ignore"):
        return case.program.run(exercise.namespace, {**case.inputs, **inputs}, case.seed)


def _weighted(outputs: Outputs, weights: dict[str, Value]) -> float:
    return sum(float(np.sum(np.asarray(outputs[name]) * weight)) for name, weight in weights.items())


def _is_number(value: Value) -> bool:
    return np.ndim(value) == 0 and np.asarray(value).dtype.kind == "f"
