"""Wrong answers lose points: misconceptions, answers that know nothing, and near misses."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np

from exercises.kit.base import Value
from exercises.kit.choice import Choice, SealedChoice
from exercises.kit.closeness import Exact
from exercises.kit.code import Code
from exercises.kit.code_cases import SealedCode, fails
from exercises.kit.derivation import Derivation
from exercises.kit.exercise import Exercise, Sealed
from exercises.kit.numeric import Numeric, SealedNumeric
from exercises.kit.order import Order, SealedOrder
from grader.audit.answers import judge_answer, judge_misconception, right_answer, trivial_answers
from grader.audit.subject import Complaints, Subject

Miss = tuple[str, Value, tuple[str, ...]]
"""A description, an answer that nearly is right, and the parts that are wrong in it."""


def misconceptions_show(subject: Subject) -> Complaints:
    """Every misconception loses points on every variant that can show it, and is told by its name."""
    exercise = subject.exercise
    shown: set[str] = set()
    for number, sealed in enumerate(subject.variants(subject.counts.misconceptions)):
        for name, wrong in exercise.misconceptions.items():
            result = judge_misconception(exercise, sealed, name)
            if result is None:
                continue
            shown.add(name)
            if result.score >= result.max_score:
                yield f"{name} gets full points on variant {number}"
                return
            if wrong.told_as not in result.misconceptions:
                yield f"{name} is not recognised on variant {number} (told: {list(result.misconceptions)})"
                return
    for name in exercise.misconceptions:
        if name not in shown:
            yield f"{name} cannot be shown by any of the variants"
        elif isinstance(exercise, Code) and not _answers_wrongly(subject, name):
            yield f"{name} raises an exception wherever it fails, so that nobody's results can equal its own"


def knowing_nothing_earns_nothing(subject: Subject) -> Complaints:
    """Empty answers, constants, random numbers and the input itself earn nothing."""
    for number, sealed in enumerate(subject.variants(subject.counts.trivial)):
        for name, result in trivial_answers(subject.exercise, sealed).items():
            if result.score > 0:
                parts = ", ".join(part.name for part in result.parts if part.score > 0)
                yield f"{name} earns {result.score:g} on variant {number} ({parts})"
                return


def near_misses_lose(subject: Subject) -> Complaints:
    """A right answer off by one, doubled, negated or in another order loses the points of what is wrong."""
    exercise = subject.exercise
    for number, sealed in enumerate(subject.variants(subject.counts.trivial)):
        for name, answer, wrong in _misses(exercise, sealed):
            result = judge_answer(exercise, sealed, answer)
            unharmed = [p.name for p in result.parts if p.name in wrong and p.score >= p.max_score]
            if unharmed or result.score >= result.max_score:
                yield f"the right answer {name} loses nothing on variant {number} ({', '.join(unharmed)})"
                return


def _answers_wrongly(subject: Subject, name: str) -> bool:
    exercise = subject.exercise
    assert isinstance(exercise, Code)
    return any(
        case.misconceptions[name] is not None and fails(exercise, case, case.misconceptions[name])
        for sealed in subject.variants(subject.counts.misconceptions)
        if isinstance(sealed, SealedCode)
        for case in sealed.hidden
    )


def _misses(exercise: Exercise, sealed: Sealed) -> Iterator[Miss]:
    if isinstance(exercise, Numeric) and isinstance(sealed, SealedNumeric):
        yield from _numbers_off(exercise, sealed)
    elif isinstance(exercise, Derivation):
        yield from _formulas_off(exercise)
    elif isinstance(exercise, Choice) and isinstance(sealed, SealedChoice):
        right = [sealed.letter(option) for option in exercise.right]
        wrong = [sealed.letter(option) for option in exercise.wrong]
        for letter in right:
            yield f"without {letter}", [one for one in right if one != letter] or wrong[:1], ("choice",)
        for letter in wrong:
            yield f"with {letter} too", [*right, letter], ("choice",)
    elif isinstance(exercise, Order) and isinstance(sealed, SealedOrder):
        letters = right_answer(exercise, sealed)
        yield "backwards", letters[::-1], ("order",)
        yield "with the last item first", [letters[-1], *letters[:-1]], ("order",)


def _numbers_off(exercise: Numeric, sealed: SealedNumeric) -> Iterator[Miss]:
    truth = sealed.truth
    for name, value in truth.items():
        array = np.asarray(value)
        rule = exercise.steps[name].acceptance(value)
        changes: dict[str, Any] = {"doubled": 2 * array, "negated": -array}
        if isinstance(rule, Exact):
            changes |= {"plus 1": array + 1, "minus 1": array - 1}
        else:
            changes |= {"off by 5 %": array * 1.05}
        if array.ndim:
            changes["with its entries rotated"] = np.roll(array, 1, axis=-1)
        for how, changed in changes.items():
            if not np.array_equal(changed, array):
                yield f"with {name} {how}", {**truth, name: changed.tolist()}, (name,)
    names = list(truth)
    for one, other in pairwise(names):
        if np.shape(truth[one]) == np.shape(truth[other]) and truth[one] != truth[other]:
            # the later one may follow from the earlier one as it stands then: it is carried
            exchanged = {**truth, one: truth[other], other: truth[one]}
            yield f"with {one} and {other} exchanged", exchanged, (one,)


def _formulas_off(exercise: Derivation) -> Iterator[Miss]:
    texts = exercise.texts
    for name, text in texts.items():
        for how, changed in {
            "negated": f"-({text})",
            "doubled": f"2*({text})",
            "plus 1": f"({text}) + 1",
            "squared": f"({text})^2",
        }.items():
            yield f"with {name} {how}", {**texts, name: changed}, (name,)
