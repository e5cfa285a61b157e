"""Judge a derivation: formulas step by step, names standing for true values."""

from collections.abc import Mapping, Sequence

import numpy as np

from exercises.kit.base import Text, Value
from exercises.kit.closeness import as_array
from exercises.kit.derivation import Derivation, SealedDerivation
from exercises.kit.formula import (
    Formula,
    FormulaError,
    TooLargeError,
    ValuesAtPoints,
    parse,
    substitute,
)
from grader.judging.answers import MISSING, AnswerFormError, Missing, by_step
from grader.judging.carry import FARTHEST
from grader.judging.recognise import told_names
from grader.judging.result import Finding, FindingKind, PartScore, QuestionResult, Relation, Verdict
from grader.judging.scoring import step_result, unreadable_result

Formulas = Mapping[str, Formula]
FARTHEST_KNOWN = FARTHEST**2
"""How far from the true value a declared misconception's may be, or one that follows from carried ones.

A plain multiple is of the student's own choosing and must be within `FARTHEST`.
"""


def judge_derivation(
    exercise: Derivation, sealed: SealedDerivation, answer: Value | Missing, question_id: str
) -> QuestionResult:
    """Judge formulas given as a dict by step, a list in order, or one text where there is one step.

    A later step that is right for the student's own wrong formula is carried only if that formula is a
    declared misconception's or a plain multiple of the true one, within a factor of `FARTHEST`: any other
    could make later steps easy.
    """
    try:
        given = by_step(answer, list(exercise.points))
    except AnswerFormError as error:
        return unreadable_result(exercise, question_id, error.text)
    walk = _Walk(exercise, sealed)
    for name in exercise.points:
        walk.judge_step(name, given[name])
    return step_result(exercise, question_id, walk.parts, walk.findings, walk.misconceptions)


class _Walk:
    """The steps in order, and what is known of the student's earlier ones."""

    def __init__(self, exercise: Derivation, sealed: SealedDerivation) -> None:
        self.exercise = exercise
        self.at = [dict(point) for point in sealed.at]
        self.parts: list[PartScore] = []
        self.findings: list[Finding] = []
        self.misconceptions: list[str] = []
        self.carriable: dict[str, Formula] = {}
        """The student's own formulas that may stand for an earlier step in later ones."""
        self.expected: dict[str, Formula] = {}

    def judge_step(self, name: str, given: Value | Missing) -> None:
        # a step's formulas are compared in that step alone: no value is kept longer
        self.values = ValuesAtPoints(self.at)
        self._judge(name, given)
        if name not in self.carriable:
            self._go_on(name)

    def _judge(self, name: str, given: Value | Missing) -> None:
        if given is MISSING:
            return self._part(name, Verdict.NO_ANSWER)
        try:
            formula = self._computable(_parsed(self.exercise, name, given))
        except FormulaError as error:
            self.findings.append(Finding(kind=FindingKind.UNREADABLE, output=name, text=error.text))
            return self._part(name, Verdict.UNREADABLE)
        truth = self.exercise.formulas[name]
        if self.values.equal(formula, truth):
            return self._part(name, Verdict.CORRECT)
        own = self._own_names(name)
        if own and self.values.equal(formula, self._expected(name, own)):
            self._carry(name, formula, FARTHEST_KNOWN)
            self.findings.append(Finding(kind=FindingKind.CARRIED, output=name))
            return self._part(name, Verdict.CARRIED)
        self._explain(name, formula, own)
        return self._part(name, Verdict.WRONG)

    def _expected(self, name: str, own: Formulas) -> Formula:
        """The step's true formula, of the student's own values: one object a step, so computed once."""
        if name not in self.expected:
            self.expected[name] = substitute(self.exercise.formulas[name], own)
        return self.expected[name]

    def _computable(self, formula: Formula) -> Formula:
        """The formula, unless it is too large; where shapes do not fit, it is wrong like any other."""
        try:
            self.values.of(formula)
        except TooLargeError:
            raise
        except FormulaError:
            pass
        return formula

    def _part(self, name: str, verdict: Verdict) -> None:
        points = self.exercise.points[name]
        score = points if verdict in (Verdict.CORRECT, Verdict.CARRIED) else 0
        self.parts.append(PartScore(name=name, score=score, max_score=points, verdict=verdict))

    def _own_names(self, name: str) -> Formulas:
        """Earlier steps' names replaced by those of the student's own values; {} if none is carried."""
        if not self.carriable:
            return {}
        return {step: _own(step) for step in self.exercise.names_before(name) if step in self.exercise.points}

    def _carry(self, name: str, formula: Formula, farthest: float) -> None:
        """Let the formula's values stand for the step in later ones, unless they are far from the true.

        Values are kept rather than formulas put into formulas, whose size could grow without bound.
        """
        try:
            values = self.values.of(formula)
        except FormulaError:
            return
        if self._near(name, values, farthest):
            self.carriable[name] = formula
            self._stand(name, values)

    def _go_on(self, name: str) -> None:
        """Give a step that is not carried the value that follows from the student's own earlier ones.

        It is the true one where none of them is carried, where there is no such value, or one too far off.
        """
        true = [point[name] for point in self.at]
        own = self._own_names(name)
        if own:
            try:
                values = self.values.of(self._expected(name, own))
            except FormulaError:
                return self._stand(name, true)
            if self._near(name, values, FARTHEST_KNOWN):
                return self._stand(name, values)
        return self._stand(name, true)

    def _stand(self, name: str, values: Sequence[Value]) -> None:
        for point, value in zip(self.at, values, strict=True):
            point[_own(name).name] = value

    def _near(self, name: str, values: Sequence[np.ndarray], farthest: float) -> bool:
        """Whether values are of the true ones' magnitude, over all points: at one a sum may be near 0.

        Beside far larger or smaller values, a later step's other terms would be lost in its tolerance.
        """
        found = max(float(np.abs(value).max(initial=0)) for value in values)
        true = max(float(np.abs(as_array(point[name])).max(initial=0)) for point in self.at)
        slack = farthest * (1 + 1e-6)  # a factor of just that may have been rounded
        return bool(np.isfinite(found)) and true <= slack * found and found <= slack * true

    def _explain(self, name: str, formula: Formula, own: Formulas) -> None:
        """Name the misconception or the factor; only what has such an explanation is carried on."""
        named = []
        for known, misconception in self.exercise.misconceptions.items():
            wrong = misconception.replaces.get(name)
            if wrong is None:
                continue
            candidates = [wrong, substitute(wrong, own)] if own else [wrong]
            if any(self.values.equal(formula, candidate) for candidate in candidates):
                named.append(known)
        factor = self.values.multiple(formula, self.exercise.formulas[name])
        for told in told_names(self.exercise, named):
            self.findings.append(Finding(kind=FindingKind.MISCONCEPTION, output=name, name=told))
            self.misconceptions.append(told)
        if factor is not None:
            relation: Relation = "sign" if abs(factor + 1) < 1e-6 else "factor"
            self.findings.append(
                Finding(kind=FindingKind.RELATION, output=name, relation=relation, factor=factor)
            )
        if named:
            self._carry(name, formula, FARTHEST_KNOWN)
        elif factor is not None:
            self._carry(name, formula, FARTHEST)
        else:
            self.findings.append(Finding(kind=FindingKind.WRONG_VALUE, output=name))


def _own(step: str) -> Formula:
    """The symbol of the student's own value of a step; no student can write its name."""
    return Formula(kind="symbol", name=f"own {step}")


def _parsed(exercise: Derivation, name: str, given: Value) -> Formula:
    """The student's formula, which may use symbols and earlier steps.

    Raises
    ------
    FormulaError
        Whose sentence says what is wrong with it; of a step's own or a later name, that it is one.
    """
    if isinstance(given, (int, float)) and not isinstance(given, bool):
        given = repr(given) if isinstance(given, float) or abs(given) < 10**50 else ""
    if not isinstance(given, str):
        raise FormulaError(
            f'公式要写成文本，例如 "{name}": "a*b"。', f'Write the formula as text, such as "{name}": "a*b".'
        )
    try:
        return parse(given, exercise.names_before(name))
    except FormulaError as error:
        later = [step for step in exercise.points if step not in exercise.names_before(name)]
        try:
            parse(given, (*exercise.symbols, *exercise.points))
        except FormulaError:
            raise error from None
        listed = ", ".join(later)
        text = Text(
            zh=f"{name} 的公式里不能用这一步和后面各步的名字 ({listed})，只能用符号和前面的步骤。",
            en=f"The formula of {name} cannot use its own or a later step's name ({listed}): "
            "only symbols and earlier steps.",
        )
        raise FormulaError(text.zh, text.en) from None
