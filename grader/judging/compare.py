"""Compare one case's outputs with what is expected of them."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass

from exercises.kit.base import Text
from exercises.kit.code import Code
from exercises.kit.code_cases import Outputs, Rejected, SealedCase
from exercises.kit.quiet import quiet
from grader.judging.result import CaseVerdict, Verdict
from grader.sandbox.job import CaseRun, Fault, FaultKind, QuestionRun

NO_RUN = CaseRun(fault=Fault(kind=FaultKind.NO_RESULT))


@dataclass(frozen=True)
class JudgedCase:
    """One case with its outputs after the view; `outputs` is None where there are none to compare.

    After a fault these are what the calls before it returned: a forward pass counts without a backward pass.
    """

    case: SealedCase
    run: CaseRun
    checked: tuple[str, ...]
    right: frozenset[str]
    """The outputs that are right; of those that no aspect of the case checks, too."""
    outputs: Outputs | None
    fault: Fault | None = None
    rejected: Text | None = None

    @property
    def wrong(self) -> tuple[str, ...]:
        return tuple(output for output in self.checked if output not in self.right)

    @property
    def wrong_and_returned(self) -> tuple[str, ...]:
        """The wrong outputs that something can be said of; a fault speaks for those that it prevented."""
        outputs = self.outputs
        if outputs is None:
            return ()
        return self.wrong if self.fault is None else tuple(o for o in self.wrong if o in outputs)

    @property
    def verdict(self) -> Verdict:
        if self.fault is not None:
            return Verdict(self.fault.kind.value)
        return Verdict.WRONG if self.wrong else Verdict.CORRECT

    def as_verdict(self) -> CaseVerdict:
        return CaseVerdict(
            group=self.case.group,
            aspects=self.case.aspects,
            public=self.case.public,
            verdict=self.verdict,
            wrong_outputs=self.wrong,
            fault=self.fault,
            printed=self.run.printed,
        )


def compare_cases(
    exercise: Code, cases: Sequence[SealedCase], run: QuestionRun | None
) -> tuple[JudgedCase, ...]:
    """Judge each case that was to be run; one without a result is a fault, never a pass.

    More results than cases cannot be told apart, so that none of them counts.
    """
    runs = run.cases if run is not None and len(run.cases) <= len(cases) else ()
    padded = (*runs, *[NO_RUN] * (len(cases) - len(runs)))
    with quiet():
        return tuple(_compare_case(exercise, case, one) for case, one in zip(cases, padded, strict=True))


def _compare_case(exercise: Code, case: SealedCase, run: CaseRun) -> JudgedCase:
    checked = exercise.checked_by(case.aspects)

    def judged(
        outputs: Outputs | None, fault: Fault | None = None, rejected: Text | None = None
    ) -> JudgedCase:
        right = case.right_outputs(exercise, outputs)
        return JudgedCase(case, run, checked, right, outputs, fault, rejected)

    if run.outputs is None:
        return judged(None, run.fault or NO_RUN.fault)
    inputs, outputs = case.inputs, run.outputs
    try:
        if exercise.view_function is not None:  # a view may write into what it is given
            inputs, outputs = copy.deepcopy(inputs), copy.deepcopy(outputs)
        return judged(exercise.viewed(inputs, outputs), run.fault)
    except Rejected as rejected:
        return judged(None, run.fault, None if run.fault else rejected.text)
    except Exception:  # a view meets outputs of any type: what it cannot read is wrong
        return judged(None, run.fault)
