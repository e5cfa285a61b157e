"""Bring an answer into one form: a value for each step."""

from collections.abc import Sequence
from enum import Enum
from typing import Final

import numpy as np

from exercises.kit.base import Text, Value


class Missing(Enum):
    """The type of `MISSING`."""

    MISSING = "missing"


MISSING: Final = Missing.MISSING
"""In the place of an answer that was not given."""


class AnswerFormError(Exception):
    """The answer is neither a dict by step nor a list in the steps' order; `text` says what to write."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def by_step(answer: Value | Missing, steps: Sequence[str]) -> dict[str, Value | Missing]:
    """What is answered to each step; None and what is not there are `MISSING`.

    Parameters
    ----------
    answer : dict, list, or a bare value
        A dict by the steps' names, a list in their order, or, for a single step, its value.
    steps : list of str

    Raises
    ------
    AnswerFormError
    """
    if answer is None or answer is MISSING:
        return dict.fromkeys(steps, MISSING)
    if isinstance(answer, dict):
        given: list[Value] = [answer.get(step) for step in steps]
    elif len(steps) == 1:
        given = [answer]
    elif isinstance(answer, (list, tuple)) or (isinstance(answer, np.ndarray) and answer.ndim):
        given = list(answer)
        if len(given) > len(steps):
            raise AnswerFormError(_form(steps, len(given)))
        given += [None] * (len(steps) - len(given))
    else:
        raise AnswerFormError(_form(steps, 1))
    return {step: MISSING if _blank(value) else value for step, value in zip(steps, given, strict=True)}


def is_empty(answer: Value | Missing) -> bool:
    """Whether a choice, an order or a text was left as the workbook had it."""
    # an array has no truth value
    return (
        answer is MISSING
        or _blank(answer)
        or (isinstance(answer, (list, tuple, dict, frozenset)) and not answer)
    )


def _blank(value: Value) -> bool:
    """Whether a starter's empty place was left as it was."""
    return value is None or (isinstance(value, str) and not value.strip())


def _form(steps: Sequence[str], found: int) -> Text:
    shape = "{" + ", ".join(f'"{step}": ...' for step in steps) + "}"
    return Text(
        zh=f"这道题有 {len(steps)} 步，答案里有 {found} 个值。请写成 {shape}。",
        en=f"This question has {len(steps)} steps, the answer has {found} values. Write {shape}.",
    )
