"""Outcomes of audits, and the syllabus with its exercises, on a terminal."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from exercises.kit.base import Language
from grader.audit.checks import Audit
from grader.audit.coverage import Covered

KILLED_SHARE = 0.95
"""Of all mutants together so many must be killed, waived ones not counted among them."""
FEW_MUTANTS = 500
"""Of so few, as of a sample of exercises, the share says nothing: each survivor must be waived anyway."""

_WORDS = {
    "zh": {
        "headings": ("练习", "题型", "检查", "变异体", "幅度", "未通过"),
        "points": ("考点", "练习", ""),
        "fit": "{fit}/{all} 个练习合格；识别变异体 {killed}/{total}（{share:.1%}，至少 {least:.0%}），"
        "豁免 {waived}",
        "covered": "{covered}/{all} 个考点已覆盖",
    },
    "en": {
        "headings": ("exercise", "kind", "checks", "mutants", "spread", "fails"),
        "points": ("point", "exercises", ""),
        "fit": "{fit} of {all} fit; mutants killed: {killed} of {total} ({share:.1%}, at least {least:.0%}), "
        "waived: {waived}",
        "covered": "{covered} of {all} points covered",
    },
}


def mutants_suffice(audits: Sequence[Audit]) -> bool:
    """Whether enough of all mutants together are killed, where there are enough to tell."""
    killed, total, _ = _mutants(audits)
    return total < FEW_MUTANTS or killed >= KILLED_SHARE * total


def print_audits(audits: Sequence[Audit], language: Language) -> None:
    """One row an exercise, then what speaks against each."""
    words = _WORDS[language]
    console = Console(width=None if sys.stdout.isatty() else 160)
    table = Table(box=None, pad_edge=False)
    for heading in words["headings"]:
        table.add_column(heading, no_wrap=heading != words["headings"][-1])
    for one in audits:
        failing = [name for name, found in one.complaints.items() if found]
        passed = len(one.complaints) - len(failing)
        mutants = one.mutants
        table.add_row(
            one.exercise,
            one.kind,
            f"{'✓' if one.fit else '✗'} {passed}/{len(one.complaints)}",
            f"{mutants.killed}/{mutants.total}" if mutants else "-",
            f"{_widest(one):.1f}" if one.spread else "-",
            ", ".join(failing),
        )
    console.print(table)
    for one in audits:
        for name, complaints in one.complaints.items():
            for complaint in complaints:
                console.print(
                    f"{one.exercise}: {name}: {complaint}", markup=False, soft_wrap=True, highlight=False
                )
    killed, total, waived = _mutants(audits)
    numbers = {
        "fit": sum(one.fit for one in audits),
        "all": len(audits),
        "killed": killed,
        "total": total,
        "share": killed / total if total else 1.0,
        "waived": waived,
        "least": KILLED_SHARE,
    }
    console.print(str(words["fit"]).format(**numbers), highlight=False)


def print_coverage(points: Sequence[Covered], language: Language) -> None:
    """One row a point of the syllabus."""
    words = _WORDS[language]
    console = Console(width=None if sys.stdout.isatty() else 160)
    table = Table(box=None, pad_edge=False)
    for heading in words["points"]:
        table.add_column(heading, no_wrap=heading == words["points"][0])
    for one in points:
        marks = " □" * one.point.boxed + " (E)" * one.point.beyond
        kinds = (f"{kind}: {' '.join(ids)}" for kind, ids in one.exercises.items())
        table.add_row(
            one.point.id + marks,
            "; ".join(kinds) or "-",
            f"✗ {one.lacks.in_language(language)}" if one.lacks else "✓",
        )
    console.print(table)
    covered = sum(not one.lacks for one in points)
    console.print(str(words["covered"]).format(covered=covered, all=len(points)), highlight=False)


def _mutants(audits: Sequence[Audit]) -> tuple[int, int, int]:
    """Killed, all, and waived."""
    counts = [one.mutants for one in audits if one.mutants is not None]
    return sum(m.killed for m in counts), sum(m.total for m in counts), sum(m.waived for m in counts)


def _widest(one: Audit) -> float:
    """The largest ratio of a size's or an answer's most to its median."""
    judged = (s for name, s in one.spread.items() if not name.startswith("output "))
    return max((s.most / s.median for s in judged if s.median > 0), default=1.0)
