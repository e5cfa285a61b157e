"""Judge a code exercise: groups of cases, aspects, points, and what there is to say."""

from collections.abc import Sequence

from exercises.kit.code import Code
from exercises.kit.code_cases import SealedCase
from grader.judging.compare import JudgedCase, compare_cases
from grader.judging.diagnose import diagnose
from grader.judging.recognise import recognised
from grader.judging.result import Finding, FindingKind, PartScore, QuestionResult, Verdict
from grader.judging.scoring import in_order, overall
from grader.sandbox.job import QuestionRun


def judge_code(
    exercise: Code, cases: Sequence[SealedCase], run: QuestionRun | None, question_id: str
) -> QuestionResult:
    """Judge a code question.

    Parameters
    ----------
    exercise : Code
    cases : list of SealedCase
        The cases that were run, in the order of `run.cases`: all of a variant's, or the public ones.
        An aspect that none of them examines is pending.
    run : QuestionRun or None
        None where the sandbox gave no result for the question.
    question_id : str
    """
    judged = compare_cases(exercise, cases, run)
    parts = tuple(_part(exercise, judged, aspect) for aspect in exercise.points)
    named = recognised(exercise, judged)
    findings = [
        *(Finding(kind=FindingKind.MISCONCEPTION, name=name, output=output) for name, output in named),
        *diagnose(exercise, judged),
        *(
            Finding(kind=FindingKind.BARRED, output=part.name, name=part.barred_by)
            for part in parts
            if part.barred_by
        ),
    ]
    return QuestionResult(
        question=question_id,
        exercise=exercise.id,
        kind=exercise.kind,
        score=min(sum(part.score for part in parts), exercise.max_score),
        max_score=exercise.max_score,
        verdict=overall(parts),
        parts=parts,
        findings=in_order(findings),
        misconceptions=tuple(dict.fromkeys(name for name, _ in named)),
        cases=tuple(one.as_verdict() for one in judged),
    )


def _part(exercise: Code, judged: Sequence[JudgedCase], aspect: str) -> PartScore:
    points = exercise.points[aspect]
    own = [one for one in judged if aspect in one.case.aspects]
    if not own:
        return PartScore(name=aspect, score=0, max_score=points, verdict=Verdict.PENDING)
    groups = _groups(exercise, judged, aspect)
    share = sum(groups.values()) / len(groups)
    bar = _barred_by(exercise, judged, aspect) if share else ""
    if bar in exercise.points and not _groups(exercise, judged, bar):  # what bars it was not run either
        return PartScore(name=aspect, score=0, max_score=points, verdict=Verdict.PENDING)
    if bar:
        verdict = Verdict.WRONG
    elif share == 1:
        verdict = Verdict.CORRECT
    else:
        verdict = Verdict.PARTLY if share else _why(exercise, own, aspect)
    return PartScore(
        name=aspect,
        score=0 if bar else points * share,
        max_score=points,
        verdict=verdict,
        barred_by=bar,
    )


def _groups(exercise: Code, judged: Sequence[JudgedCase], aspect: str) -> dict[str, bool]:
    """By group of the aspect: whether all of the aspect's outputs are right in all of its cases."""
    groups: dict[str, bool] = {}
    for one in judged:
        if aspect in one.case.aspects:
            right = set(exercise.checks[aspect]) <= one.right
            groups[one.case.group] = groups.get(one.case.group, True) and right
    return groups


def _barred_by(exercise: Code, judged: Sequence[JudgedCase], aspect: str) -> str:
    """What had to be right first and is not; "" where nothing bars the aspect."""
    seen, needed = {aspect}, exercise.needs.get(aspect)
    owner = aspect
    while needed is not None and needed not in seen:
        if needed in exercise.points:
            groups = _groups(exercise, judged, needed)
            if not groups or not all(groups.values()):
                return needed
            seen.add(needed)
            owner, needed = needed, exercise.needs.get(needed)
            continue
        having = [one for one in judged if needed in one.case.expected]
        own = [one for one in having if owner in one.case.aspects] or having
        return "" if own and all(needed in one.right for one in own) else needed
    return ""


def _why(exercise: Code, own: Sequence[JudgedCase], aspect: str) -> Verdict:
    """WRONG, or the fault where there is nothing but faults."""
    failed = [one for one in own if not set(exercise.checks[aspect]) <= one.right]
    faults = [one.fault for one in failed if one.fault is not None]
    if faults and len(faults) == len(failed):
        return Verdict(faults[0].kind.value)
    return Verdict.WRONG
