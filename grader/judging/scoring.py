"""What questions of every kind share: the verdict of the whole, and the order of remarks."""

from collections.abc import Iterable, Sequence

from grader.judging.result import Finding, FindingKind, PartScore, Verdict

_ORDER = {kind: place for place, kind in enumerate(FindingKind)}
_GOOD = {Verdict.CORRECT, Verdict.CARRIED}


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Remarks as they are told: first what stops everything, last what follows from the others."""
    return tuple(sorted(findings, key=lambda finding: _ORDER[finding.kind]))


def overall(parts: Sequence[PartScore]) -> Verdict:
    """The verdict of a question: CORRECT only where every part is."""
    verdicts = {part.verdict for part in parts}
    if not verdicts:
        return Verdict.NO_RESULT
    if len(verdicts) == 1:
        return verdicts.pop()
    if Verdict.PENDING in verdicts and verdicts <= {*_GOOD, Verdict.PENDING}:
        return Verdict.PENDING
    if any(part.score > 0 for part in parts) or verdicts & _GOOD:
        return Verdict.PARTLY
    bad = verdicts - {Verdict.PENDING}
    return bad.pop() if len(bad) == 1 else Verdict.WRONG
