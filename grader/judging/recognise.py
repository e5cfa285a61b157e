"""Which misconceptions give the very results that a student's code gave."""

from collections.abc import Iterable, Sequence

import numpy as np

from exercises.kit.base import Value
from exercises.kit.code import Code
from exercises.kit.exercise import Exercise
from exercises.kit.quiet import quiet
from grader.judging.compare import JudgedCase

MOST_NAMED = 3
"""More names than this tell a student nothing."""
LEAST_CASES = 2
"""In so many cases an aspect's wrong results must be a misconception's, where other aspects' are not."""


def recognised(exercise: Code, judged: Sequence[JudgedCase]) -> tuple[tuple[str, str], ...]:
    """Names of misconceptions with the output that they explain, "" where they explain all.

    A misconception is named if it coincides with the answer in every checked output of every case. If
    none does, each wrong output is asked by itself, and a misconception that would have failed where
    the student passed is out. If that names none, each aspect is asked by itself: who swaps two arguments
    may treat zeros in a way of their own. An exception or a boolean proves nothing.
    """
    answered = [one for one in judged if one.outputs is not None]
    if not any(one.wrong for one in answered):
        return ()
    with quiet():
        return _recognised(exercise, judged, answered)


def _recognised(
    exercise: Code, judged: Sequence[JudgedCase], answered: Sequence[JudgedCase]
) -> tuple[tuple[str, str], ...]:
    whole = [(name, "") for name in exercise.misconceptions if _explains_all(exercise, judged, name)]
    if whole:
        return _told(exercise, whole)
    wrong_outputs = dict.fromkeys(output for one in answered for output in one.wrong)
    single = [
        (name, output)
        for output in wrong_outputs
        for name in exercise.misconceptions
        if not _fails_a_pass(exercise, answered, name) and _explains(exercise, answered, name, output)
    ]
    return _told(exercise, single or _by_aspect(exercise, answered))


def _by_aspect(exercise: Code, answered: Sequence[JudgedCase]) -> list[tuple[str, str]]:
    """Misconceptions that coincide with all that an aspect looks at, in all of its cases."""
    found = []
    for aspect in exercise.points:
        outputs = exercise.checked_by((aspect,))
        cases = [one for one in answered if aspect in one.case.aspects]
        for name in exercise.misconceptions:
            if _fails_a_pass(exercise, cases, name) or not all(
                _coincides(exercise, one, name, output) for one in cases for output in outputs
            ):
                continue
            shown = [
                output
                for one in cases
                for output in outputs
                if _is_evidence(exercise, one, name, output) and _is_telling(one, output)
            ]
            if len(shown) >= LEAST_CASES:
                found += [(name, output) for output in dict.fromkeys(shown)]
    return found


def told_names(exercise: Exercise, names: Iterable[str], at_most: int | None = MOST_NAMED) -> tuple[str, ...]:
    """The names under which students are told of these misconceptions, each once.

    Not too many where they are guesses; all (`at_most=None`) where each is what the student chose.
    """
    told = dict.fromkeys(exercise.misconceptions[name].told_as for name in names)
    return tuple(told)[:at_most]


def _told(exercise: Code, found: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    names = told_names(exercise, (name for name, _ in found))
    told = dict.fromkeys((exercise.misconceptions[name].told_as, output) for name, output in found)
    return tuple((name, output) for name, output in told if name in names)


def _explains_all(exercise: Code, judged: Sequence[JudgedCase], name: str) -> bool:
    evidence = False
    for one in judged:
        if one.outputs is None:
            if one.case.misconceptions.get(name) is not None:
                return False
            continue
        for output in one.checked:
            if not _coincides(exercise, one, name, output):
                return False
            evidence = evidence or _is_evidence(exercise, one, name, output)
    return evidence


def _explains(exercise: Code, answered: Sequence[JudgedCase], name: str, output: str) -> bool:
    where = [one for one in answered if output in one.checked]
    return all(_coincides(exercise, one, name, output) for one in where) and any(
        _is_evidence(exercise, one, name, output) for one in where
    )


def _coincides(exercise: Code, one: JudgedCase, name: str, output: str) -> bool:
    theirs, ours = one.case.misconceptions.get(name), one.outputs
    if theirs is None or ours is None or output not in theirs or output not in ours:
        return False
    try:
        return exercise.acceptance(output).coincides(theirs[output], ours[output])
    except Exception:  # an answer that cannot be compared equals no misconception's
        return False


def _is_evidence(exercise: Code, one: JudgedCase, name: str, output: str) -> bool:
    """Whether the student's wrong output here, which coincides, speaks for the misconception."""
    theirs = one.case.misconceptions.get(name)
    if theirs is None or output in one.right or _is_boolean(theirs.get(output)):
        return False
    return output not in one.case.right_by(exercise, name)


def _fails_a_pass(exercise: Code, answered: Sequence[JudgedCase], name: str) -> bool:
    """Whether the misconception gives a wrong output where the student's is right."""
    return any(
        output in one.right and output not in one.case.right_by(exercise, name)
        for one in answered
        for output in one.checked
    )


def _is_telling(one: JudgedCase, output: str) -> bool:
    """Whether the student's output is all numbers, and not only 0, 1 or -1: many mistakes end in those."""
    try:
        array = np.asarray((one.outputs or {})[output], dtype=float)
        return bool(np.isfinite(array).all() and not np.isin(array, (-1, 0, 1)).all())
    except (ValueError, TypeError, OverflowError):
        return False


def _is_boolean(value: Value) -> bool:
    try:
        return np.asarray(value).dtype.kind == "b"
    except (ValueError, TypeError, OverflowError):
        return False
