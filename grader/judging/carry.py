"""When a student's own wrong number may stand for an earlier step of a chain.

A later step that is right for it earns its points, so the number must leave the later step as hard as
it was: no zeros, ones or identities, and everything that the true result depends on still matters.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from pydantic import BaseModel

from exercises.kit.base import Value
from exercises.kit.closeness import Close, NotNumericError, as_array, is_numeric
from exercises.kit.numeric import Numeric, Step
from exercises.kit.quiet import quiet

FARTHEST = 10
"""A carried number is within this factor of the true one."""
CHEAP = (-1, 0, 1)
"""Numbers that make a later step easy, and that a guess tries first."""
BUMPS = (1, -1, 2, 3, 7, 20)
"""Added to whole numbers: a division that rounds down may not notice the smallest of them."""
SCALES = (1.1, 0.7, 2.5)


def plausible(step: Step, truth: Value, found: Value) -> bool:
    """Whether a wrong value may be carried: of the step's kind and range, not trivial, not far off."""
    try:
        right, own = as_array(truth), as_array(found)
    except NotNumericError:
        return False
    if own.shape != right.shape or not own.size or own.dtype.kind == "b" or not np.isfinite(own).all():
        return False
    if not in_domain(step, truth, found) or _trivial(own):
        return False
    if _monotony(own) > max(_monotony(right), 1 / 2) or _triviality(own) > max(_triviality(right), 1 / 3):
        return False
    largest, true_largest = float(np.abs(own).max()), float(np.abs(right).max())
    return true_largest <= FARTHEST * largest and largest <= FARTHEST * true_largest


def in_domain(step: Step, truth: Value, found: Value) -> bool:
    """Whether a value is in the step's range, and whole where the true one is."""
    own = as_array(found)
    if np.asarray(truth).dtype.kind in "iu" and own.dtype.kind == "f" and not (own == np.round(own)).all():
        return False
    return bool((step.ge is None or (own >= step.ge).all()) and (step.le is None or (own <= step.le).all()))


def carried_value(
    exercise: Numeric, step: Step, params: Any, truth: Mapping[str, Value], own: Mapping[str, Value]
) -> Value | None:
    """The step's value from the student's own earlier answers; None where nothing may be carried.

    Parameters
    ----------
    truth, own : dict
        Earlier steps' values: the true ones, and the same with the student's own in places.
    """
    value = value_from(step, params, own)
    if value is None or not in_domain(step, truth[step.name], value):
        return None
    array = as_array(value)
    if _trivial(array) and not _trivial(as_array(truth[step.name])):
        return None
    for earlier in step.uses:
        if same(step, value, own[earlier]) and not same(step, truth[step.name], truth[earlier]):
            return None
    return value if _depends_alike(step, params, truth, own) else None


def same(step: Step, one: Value, other: Value) -> bool:
    """Whether two values of a step are alike within its tolerance."""
    return step.acceptance(one).accepts(one, other)


def value_from(step: Step, params: Any, earlier: Mapping[str, Value]) -> Value | None:
    """The step's value; None where it cannot be computed or is not finite."""
    with quiet():
        try:
            value = step.value(params, earlier)
            return value if np.isfinite(as_array(value)).all() else None
        except Exception:  # a student's number may be none that the function was written for
            return None


def _trivial(array: np.ndarray) -> bool:
    return _triviality(array) == 1


def _triviality(array: np.ndarray) -> float:
    """The share of entries that make a later step easy."""
    return float(np.isin(array, CHEAP).mean())


def _monotony(array: np.ndarray) -> float:
    """The share of entries that are one and the same number; of a single one nothing can be said."""
    return float(np.unique(array, return_counts=True)[1].max() / array.size) if array.size > 1 else 0


def _depends_alike(step: Step, params: Any, truth: Mapping[str, Value], own: Mapping[str, Value]) -> bool:
    """Whether each parameter and earlier step that changes the true result changes the carried one."""
    for bumped in _one_by_one(params):
        if _changes(step, [(other, truth) for other in bumped], (params, truth)) and not _changes(
            step, [(other, own) for other in bumped], (params, own)
        ):
            return False
    for earlier in step.uses:
        true_bumps = [(params, {**truth, earlier: value}) for value in _bumps(truth[earlier])]
        own_bumps = [(params, {**own, earlier: value}) for value in _bumps(own[earlier])]
        if _changes(step, true_bumps, (params, truth)) and not _changes(step, own_bumps, (params, own)):
            return False
    return True


def _changes(step: Step, bumped: Sequence[tuple[Any, Any]], plain: tuple[Any, Any]) -> bool:
    """Whether any of the bumps changes the step's value by more than rounding."""
    value = value_from(step, *plain)
    results = (value_from(step, *one) for one in bumped)
    return value is not None and any(
        result is not None and not Close(rtol=1e-9, atol=1e-12).accepts(value, result) for result in results
    )


def _one_by_one(params: Any) -> Iterator[list[Any]]:
    """For each number or array among the parameters, however deep: the parameters with it changed."""
    if isinstance(params, BaseModel):
        for field in type(params).model_fields:
            for group in _one_by_one(getattr(params, field)):
                yield [params.model_copy(update={field: value}) for value in group]
    elif isinstance(params, dict):
        for key in params:
            for group in _one_by_one(params[key]):
                yield [{**params, key: value} for value in group]
    elif isinstance(params, (list, tuple)) and not is_numeric(params):
        for place, entry in enumerate(params):
            for group in _one_by_one(entry):
                yield [type(params)([*params[:place], value, *params[place + 1 :]]) for value in group]
    else:
        yield list(_bumps(params))


def _bumps(value: Value) -> Iterator[Value]:
    """The value, changed in several ways; nothing for text and what else has no neighbours."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + bump for bump in BUMPS)
    elif isinstance(value, float):
        yield from (value * scale + 1e-3 for scale in SCALES)
    elif isinstance(value, (list, tuple, np.ndarray)):
        yield from _bumped_array(value)


def _bumped_array(value: Value) -> Iterator[Value]:
    """Each entry changed by an amount of its own, then the first and last alone, in the same container."""
    try:
        array = as_array(value).reshape(np.shape(value))
    except (NotNumericError, ValueError):
        return
    if not array.size or array.dtype.kind == "b":
        return
    ramp = np.arange(1, array.size + 1).reshape(array.shape)
    single = np.zeros(array.size, dtype=int)
    single[0] = 1
    for change in (ramp, ramp[::-1], single.reshape(array.shape), single[::-1].reshape(array.shape)):
        bumped = array + (change if array.dtype.kind in "iu" else 0.37 * change)
        yield bumped if isinstance(value, np.ndarray) else type(value)(bumped.tolist())
