"""What an exercise must show before it is published: each check yields what speaks against it."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from exercises.kit.base import Frozen
from exercises.kit.exercise import DeclarationError, DrawingError, Exercise
from grader.audit.drawing import Spread, constant_answers, knife_edges, outliers, spread_of
from grader.audit.gradients import gradients_agree
from grader.audit.mutants import Mutants, try_mutants
from grader.audit.right import alternatives_are_right, repeats, solution_is_right, survives_float32
from grader.audit.subject import Complaints, Subject
from grader.audit.texts import declaration, explanations_teach, same_in_both_languages
from grader.audit.wrong import knowing_nothing_earns_nothing, misconceptions_show, near_misses_lose
from grader.sandbox.isolation import SandboxUnavailableError

Part = Literal["texts", "judging"]
"""Of the two parts of an audit only one reads the statements, so that a comma costs no new mutants."""

CHECKS: dict[Part, dict[str, Callable[[Subject], Complaints]]] = {
    "texts": {
        "declared": declaration,
        "zh = en": same_in_both_languages,
        "teaches": explanations_teach,
    },
    "judging": {
        "solution": solution_is_right,
        "alternatives": alternatives_are_right,
        "misconceptions": misconceptions_show,
        "trivial": knowing_nothing_earns_nothing,
        "near misses": near_misses_lose,
        "float32": survives_float32,
        "gradients": gradients_agree,
        "ties": knife_edges,
        "constant": constant_answers,
        "repeats": repeats,
    },
}
LATER = ("spread", "mutants")
"""Checks that also measure something."""
NAMES = (*CHECKS["texts"], *CHECKS["judging"], *LATER)
WAIVABLE = ("gradients", "ties", "constant", "spread")
"""Checks that an exercise may be about."""
MOST_COMPLAINTS = 40


class PartResult(Frozen):
    """The outcome of one part: complaints by check, and what was measured."""

    kind: str
    complaints: dict[str, tuple[str, ...]]
    mutants: Mutants | None = None
    spread: dict[str, Spread] = {}
    variants: int = 0


class Audit(Frozen):
    """The outcome for one exercise: complaints by check; a check without any has passed."""

    exercise: str
    kind: str
    complaints: dict[str, tuple[str, ...]]
    mutants: Mutants | None = None
    spread: dict[str, Spread] = {}
    variants: int = 0

    @property
    def fit(self) -> bool:
        return not any(self.complaints.values())


def audit(subject: Subject) -> Audit:
    """Run every check on an exercise."""
    parts: dict[Part, PartResult] = {part: audit_part(subject, part) for part in CHECKS}
    return joined(subject.exercise.id, parts)


def audit_part(subject: Subject, part: Part) -> PartResult:
    """Run the checks of one part."""
    complaints: dict[str, tuple[str, ...]] = {}
    for name, check in CHECKS[part].items():
        complaints[name] = _complaints(subject, name, lambda check=check: check(subject))  # type: ignore[misc]
    if part == "texts":
        complaints["declared"] += tuple(_unknown_waivers(subject.exercise))
        return PartResult(kind=subject.exercise.kind, complaints=complaints)
    spread: dict[str, Spread] = {}
    mutants: list[Mutants] = []

    def measure_spread() -> Complaints:
        spread.update(spread_of(subject))
        yield from outliers(spread)

    def measure_mutants() -> Complaints:
        tried = try_mutants(subject)
        if tried is not None:
            mutants.append(tried)
            yield from tried.complaints

    complaints["spread"] = _complaints(subject, "spread", measure_spread)
    complaints["mutants"] = _complaints(subject, "mutants", measure_mutants)
    return PartResult(
        kind=subject.exercise.kind,
        complaints=complaints,
        mutants=mutants[0] if mutants else None,
        spread=spread,
        variants=subject.counts.solution,
    )


def joined(exercise_id: str, parts: Mapping[Part, PartResult]) -> Audit:
    """One outcome of both parts."""
    judging = parts["judging"]
    found = {name: one for part in parts.values() for name, one in part.complaints.items()}
    return Audit(
        exercise=exercise_id,
        kind=judging.kind,
        complaints={name: found[name] for name in NAMES if name in found},
        mutants=judging.mutants,
        spread=judging.spread,
        variants=judging.variants,
    )


def unloadable(exercise_id: str, error: Exception) -> Audit:
    """The outcome for an exercise that cannot even be imported."""
    told = str(error) if isinstance(error, DeclarationError) else _sentence(error)
    return Audit(exercise=exercise_id, kind="?", complaints={"declared": (told,)})


def _complaints(subject: Subject, name: str, check: Callable[[], Complaints]) -> tuple[str, ...]:
    found: list[str] = []
    try:
        for complaint in check():
            found.append(complaint)
            if len(found) == MOST_COMPLAINTS:
                break
    except SandboxUnavailableError:
        raise  # of the machine, not of the exercise
    except (DeclarationError, DrawingError, OSError) as error:
        found.append(str(error))
    except Exception as error:  # an exercise's own code may fail in any way; that is what is looked for
        found.append(f"stopped by {_sentence(error)}")
    if name in WAIVABLE and subject.waives(name):
        # fewer variants may not show what all of them do
        unused = not found and subject.complete
        return (f"waives {name!r}, of which there is nothing to say",) if unused else ()
    return tuple(found)


def _unknown_waivers(exercise: Exercise) -> Iterator[str]:
    for waiver in exercise.waivers:
        if waiver.what.isidentifier() and waiver.what not in WAIVABLE:
            yield f"waives {waiver.what!r}; checks that can be waived are {', '.join(WAIVABLE)}"
        elif not waiver.what.isidentifier() and exercise.kind != "code":
            yield f"waives the mutant {waiver.what!r}; only code exercises have mutants"


def _sentence(error: Exception) -> str:
    where = ""
    with contextlib.suppress(AttributeError):
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        if trace is not None:
            where = f" ({trace.tb_frame.f_code.co_filename.rpartition('/')[2]}, line {trace.tb_lineno})"
    return f"{type(error).__name__}: {error}{where}"
