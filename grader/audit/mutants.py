"""Whether hidden cases tell the worked solution from its mutants."""

from collections.abc import Sequence

from exercises.kit.base import Frozen
from exercises.kit.code import Code
from exercises.kit.code_cases import SealedCase
from exercises.kit.exercise import Waiver
from grader.audit.mutation import Mutant, mutants_of, same_text
from grader.audit.running import all_right, run_sources
from grader.audit.subject import Subject

SLOWER = 10
"""A mutant may take so many times the worked solution's time ..."""
LEAST_S = 0.2
"""... and this at least; one that takes longer has run into a limit, as a student's would."""


class Survivor(Frozen):
    """A mutant that all hidden cases let pass."""

    id: str
    mutant: str
    waived: str = ""
    """Why it is equivalent, in the exercise's words."""


class Mutants(Frozen):
    """What became of all mutants of one solution."""

    total: int = 0
    survivors: tuple[Survivor, ...] = ()
    unused: tuple[str, ...] = ()
    """Waivers that cover no survivor."""
    contradicted: tuple[str, ...] = ()
    """Waivers of a single mutant that is killed elsewhere in the solution."""

    @property
    def killed(self) -> int:
        return self.total - len(self.survivors)

    @property
    def waived(self) -> int:
        return sum(bool(survivor.waived) for survivor in self.survivors)

    @property
    def complaints(self) -> tuple[str, ...]:
        return (
            *(f"survives: {one.mutant}" for one in self.survivors if not one.waived),
            *(f"waives what survives nowhere: {what}" for what in self.unused),
            *(f"waives a mutant that is killed in another place: {what}" for what in self.contradicted),
        )


def try_mutants(subject: Subject) -> Mutants | None:
    """Run every mutant of the worked solution; None where there is nothing to mutate.

    Each is tried on the first variant's hidden cases, and on the other variants' if it passes those.
    """
    exercise = subject.exercise
    if not isinstance(exercise, Code) or not subject.counts.mutants:
        return None
    variants = [sealed.hidden for sealed in subject.variants(subject.counts.mutants)]
    runs = run_sources(subject.runner, exercise, [subject.solution], variants)
    cpu_s = max(LEAST_S, SLOWER * max(run.cpu_ms for run in runs) / 1000)
    mutants = mutants_of(subject.solution)
    surviving = [m for m in mutants if _survives(subject, exercise, m, variants, cpu_s)]
    return settle(mutants, surviving, [w for w in exercise.waivers if w.what.isidentifier() is False])


def _survives(
    subject: Subject, exercise: Code, mutant: Mutant, variants: list[tuple[SealedCase, ...]], cpu_s: float
) -> bool:
    for some in (variants[:1], variants[1:]):
        if not some:
            continue
        runs = run_sources(subject.runner, exercise, [mutant.source], some, cpu_s)
        if not all(all_right(exercise, cases, run) for cases, run in zip(some, runs, strict=True)):
            return False
    return True


def settle(mutants: Sequence[Mutant], surviving: Sequence[Mutant], waivers: Sequence[Waiver]) -> Mutants:
    """Match survivors with the exercise's waivers."""
    survivors = []
    for mutant in surviving:
        because = next((waiver.because for waiver in waivers if covers(waiver, mutant)), "")
        survivors.append(Survivor(id=mutant.id, mutant=str(mutant), waived=because))
    alive = {mutant.id for mutant in surviving}
    unused, contradicted = [], []
    for waiver in waivers:
        covered = [mutant for mutant in mutants if covers(waiver, mutant)]
        if not any(mutant.id in alive for mutant in covered):
            unused.append(waiver.what)
        elif "->" in waiver.what and not all(mutant.id in alive for mutant in covered):
            contradicted.append(waiver.what)
    return Mutants(
        total=len(mutants),
        survivors=tuple(survivors),
        unused=tuple(unused),
        contradicted=tuple(contradicted),
    )


def covers(waiver: Waiver, mutant: Mutant) -> bool:
    """Whether a waiver is about this mutant, or about an expression or statement that it lies in."""
    before, arrow, after = waiver.what.partition("->")
    if arrow:
        return same_text(before, mutant.before) and same_text(after, mutant.after)
    return any(same_text(waiver.what, text) for text in mutant.within)
