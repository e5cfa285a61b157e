"""Judge numbers: step by step against the truth, then against the student's own earlier answers."""

from collections.abc import Mapping

import numpy as np

from exercises.kit.base import Text, Value
from exercises.kit.closeness import Close, as_array
from exercises.kit.numeric import Numeric, SealedNumeric, Step
from exercises.kit.quiet import quiet
from grader.judging.answers import MISSING, AnswerFormError, Missing, by_step
from grader.judging.carry import CHEAP, carried_value, in_domain, plausible, same, value_from
from grader.judging.numbers import UnreadableAnswer, read_array, read_number
from grader.judging.recognise import told_names
from grader.judging.result import Finding, FindingKind, PartScore, QuestionResult, Verdict
from grader.judging.scoring import step_result, unreadable_result
from grader.judging.show import show

MOST_EXACT = 2**53
NEARLY = 3
"""Within so many times the tolerance a number counts as rounded too far; variants keep wrong ones off."""


def judge_numeric(
    exercise: Numeric, sealed: SealedNumeric, answer: Value | Missing, question_id: str
) -> QuestionResult:
    """Judge numbers given as a dict by step, a list in order, or one value where there is one step.

    A wrong step costs its points once: later ones are also checked against the step's function fed with
    the student's own earlier answers, as far as those may be carried.
    """
    try:
        given = by_step(answer, list(exercise.steps))
    except AnswerFormError as error:
        return unreadable_result(exercise, question_id, error.text)
    walk = _Walk(exercise, sealed)
    with quiet():
        for step in exercise.steps.values():
            walk.judge(step, given[step.name])
        walk.recognise()
    return step_result(exercise, question_id, walk.parts, walk.findings, walk.misconceptions)


class _Walk:
    """The steps in order, and what is known of the student's earlier ones."""

    def __init__(self, exercise: Numeric, sealed: SealedNumeric) -> None:
        self.exercise, self.sealed, self.truth = exercise, sealed, sealed.truth
        self.parts: list[PartScore] = []
        self.findings: list[Finding] = []
        self.misconceptions: list[str] = []
        self.answered: dict[str, Value] = {}
        """The student's values, whatever they are."""
        self.own: dict[str, Value] = {}
        """Values that later steps may be fed with: the student's own where they may be carried."""
        self.wrong: dict[str, list[Value]] = {}
        """By wrong step: the earlier steps' values with which misconceptions are tried."""

    def judge(self, step: Step, given: Value | Missing) -> None:
        """Judge one step, and settle with what value later steps go on."""
        followed = self._followed(step)
        verdict, share = self._verdict(step, given, followed)
        points = step.points
        self.parts.append(PartScore(name=step.name, score=points * share, max_score=points, verdict=verdict))
        found = self.answered.get(step.name)
        truth = self.truth[step.name]
        if found is not None and (
            verdict in (Verdict.CORRECT, Verdict.CARRIED) or plausible(step, truth, found)
        ):
            self.own[step.name] = found
        else:
            self.own[step.name] = followed[0] if followed else truth

    def _verdict(self, step: Step, given: Value | Missing, followed: list[Value]) -> tuple[Verdict, float]:
        """The step's verdict and the share of its points."""
        truth = self.truth[step.name]
        if given is MISSING:
            return Verdict.NO_ANSWER, 0
        try:
            found = _read(step, truth, given)
        except UnreadableAnswer as error:
            self._tell(FindingKind.UNREADABLE, step, text=error.text)
            return Verdict.UNREADABLE, 0
        if np.shape(as_array(found)) != np.shape(as_array(truth)):
            wanted, got = str(np.shape(truth)), str(np.shape(found))
            self._tell(FindingKind.WRONG_SHAPE, step, expected=wanted, found=got)
            return Verdict.WRONG, 0
        self.answered[step.name] = found
        shares = [_share(step, expected, found) for expected in (truth, *followed)]
        if shares[0] == 1:
            return Verdict.CORRECT, 1
        if 1 in shares:
            if not self._uses_wrong(step):  # their own rounding, carried on
                return Verdict.CORRECT, 1
            self._tell(FindingKind.CARRIED, step)
            return Verdict.CARRIED, 1
        self._explain(step, truth, found)
        # of what follows from wrong numbers no share is given: some numbers make entries easy
        return (Verdict.PARTLY if shares[0] else Verdict.WRONG), shares[0]

    def _followed(self, step: Step) -> list[Value]:
        """What the step's function gives for the student's own earlier answers."""
        values = []
        for feed in self._feeds(step):
            value = carried_value(self.exercise, step, self.sealed.params, self.truth, feed)
            if value is not None:
                values.append(value)
        return values

    def _feeds(self, step: Step) -> list[Mapping[str, Value]]:
        """Own values for all earlier steps; and for the wrong ones alone, the true values for the others."""
        differs = {e for e in step.uses if not np.array_equal(self.own[e], self.truth[e])}
        wrong = {e for e in differs if not same(self.exercise.steps[e], self.truth[e], self.own[e])}
        chosen = [differs] if wrong in (differs, set()) else [differs, wrong]
        return [{**self.truth, **{e: self.own[e] for e in names}} for names in chosen if names]

    def _uses_wrong(self, step: Step) -> bool:
        return any(not same(self.exercise.steps[e], self.truth[e], self.own[e]) for e in step.uses)

    def _explain(self, step: Step, truth: Value, found: Value) -> None:
        """Say what is known of a wrong value but for its misconception."""
        self.wrong[step.name] = []
        array, rule = as_array(found), step.acceptance(truth)
        if not np.isfinite(array).all():
            return self._tell(FindingKind.NOT_FINITE, step, found=show(found))
        if not in_domain(step, truth, found):
            self._tell(FindingKind.OUT_OF_RANGE, step, expected=_domain(step, truth), found=show(found))
        elif isinstance(rule, Close) and Close(rtol=NEARLY * rule.rtol, atol=rule.atol).accepts(truth, found):
            self._tell(FindingKind.ROUNDING, step, found=show(found))
        else:
            self._tell(FindingKind.WRONG_VALUE, step, found=show(found))
        raw = {e: self.answered[e] for e in step.uses if e in self.answered}
        if self._wrong_among(raw):
            value = value_from(step, self.sealed.params, {**self.truth, **raw})
            if value is not None and _share(step, value, found) == 1:
                self._tell(FindingKind.NOT_CARRIED, step)
        return None

    def _wrong_among(self, values: Mapping[str, Value]) -> bool:
        return any(not same(self.exercise.steps[e], self.truth[e], value) for e, value in values.items())

    def recognise(self) -> None:
        """Name the misconceptions that give the wrong values, from true or carried earlier steps."""
        for name in self.wrong:
            step = self.exercise.steps[name]
            feeds: list[Mapping[str, Value]] = [self.truth]
            for feed in self._feeds(step):
                if carried_value(self.exercise, step, self.sealed.params, self.truth, feed) is not None:
                    feeds.append(feed)
            known = [m for m in self.exercise.misconceptions if self._gives(m, step, feeds)]
            for told in told_names(self.exercise, known):
                self._tell(FindingKind.MISCONCEPTION, step, name=told)
                self.misconceptions.append(told)

    def _gives(self, misconception: str, step: Step, feeds: list[Mapping[str, Value]]) -> bool:
        """Whether a misconception gives the student's value, and is wrong nowhere where they are right."""
        replaces = self.exercise.misconceptions[misconception].replaces
        if step.name not in replaces or self._contradicted(misconception):
            return False
        return any(self._equals(misconception, step, feed) for feed in feeds)

    def _equals(self, misconception: str, step: Step, feed: Mapping[str, Value]) -> bool:
        try:
            wrong = self.exercise.wrong_value(misconception, step.name, self.sealed.params, feed)
            return same(step, wrong, self.answered[step.name])
        except Exception:  # a student's number may be none that the function was written for
            return False

    def _contradicted(self, misconception: str) -> bool:
        right = {part.name for part in self.parts if part.verdict is Verdict.CORRECT}
        gives = self.sealed.misconceptions[misconception]
        return any(
            step in right and not same(self.exercise.steps[step], self.truth[step], value)
            for step, value in gives.items()
        )

    def _tell(
        self,
        kind: FindingKind,
        step: Step,
        *,
        name: str = "",
        expected: str = "",
        found: str = "",
        text: Text | None = None,
    ) -> None:
        self.findings.append(
            Finding(kind=kind, output=step.name, name=name, expected=expected, found=found, text=text)
        )


def _share(step: Step, expected: Value, found: Value) -> float:
    """The share of entries that are right, if they are more than repeating one number would have brought."""
    one, other = as_array(expected), as_array(found)
    rule = step.acceptance(expected)
    if rule.accepts(expected, found):
        return 1
    if one.shape != other.shape or one.size < 2 or np.ptp(other) == 0 or other.dtype.kind == "b":
        return 0
    bound = rule.bound(one) if isinstance(rule, Close) else 0
    right = int((np.abs(other - one) <= bound).sum())  # a comparison with NaN is false
    values, counts = np.unique(one, return_counts=True)
    cheap = counts[(counts > 1) | np.isin(values, CHEAP)].max(initial=0)
    return right / one.size if right > cheap else 0


def _read(step: Step, truth: Value, given: Value) -> Value:
    """The answer as a number, or as an array where the truth is one; whole where it is and should be."""
    found: Value = read_array(given, step.unit) if np.ndim(truth) else read_number(given, step.unit)
    if np.asarray(found).dtype.kind == "O":  # an int that no int64 holds
        return np.asarray(found, dtype=np.float64).tolist()
    if np.asarray(truth).dtype.kind in "iu":
        array = np.asarray(found)
        if (
            array.dtype.kind == "f"
            and (np.abs(array) < MOST_EXACT).all()
            and (array == np.round(array)).all()
        ):
            return array.astype(np.int64).tolist()
    return found


def _domain(step: Step, truth: Value) -> str:
    bounds = [f">= {step.ge:g}"] if step.ge is not None else []
    bounds += [f"<= {step.le:g}"] if step.le is not None else []
    whole = np.asarray(truth).dtype.kind in "iu"
    return ", ".join([*(["integer"] if whole else []), *bounds])
