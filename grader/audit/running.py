"""Running solutions of a code exercise as students' are run: in a fork of the sandbox's zygote."""

from collections.abc import Sequence

from exercises.kit.code import Code
from exercises.kit.code_cases import SealedCase
from grader.judging.compare import compare_cases
from grader.sandbox.job import CaseJob, Job, Limits, QuestionJob, QuestionRun, Runner
from grader.submissions.model import Cell

DEFAULT_CPU_S = 10.0
_WALL_FACTOR = 30
"""Nothing of ours sleeps: only a busy machine makes wall time pass, and that must not count."""


def run_sources(
    runner: Runner,
    exercise: Code,
    sources: Sequence[str],
    variants: Sequence[Sequence[SealedCase]],
    cpu_s: float | None = None,
) -> tuple[QuestionRun, ...]:
    """Run sources, one cell each, then every variant's cases, one question a variant.

    Parameters
    ----------
    runner : Runner
    exercise : Code
    sources : list of str
    variants : list of lists of SealedCase
    cpu_s : float or None
        CPU time that one variant may take; None: what the exercise, or the grader by default, allows.
    """
    limit_s = cpu_s or getattr(exercise, "cpu_s", None) or DEFAULT_CPU_S
    questions = tuple(
        QuestionJob(
            id=str(number),
            given=exercise.given_source,
            question_cpu_s=limit_s,
            cases=tuple(CaseJob(program=c.program, inputs=c.sent, seed=c.seed) for c in cases),
        )
        for number, cases in enumerate(variants)
    )
    limits = Limits(
        question_cpu_s=limit_s,
        submission_cpu_s=limit_s * (len(sources) + len(questions) + 1),
        wall_factor=_WALL_FACTOR,
    )
    cells = tuple(Cell(label=f"cell {number}", source=source) for number, source in enumerate(sources))
    return runner.run(Job(cells=cells, questions=questions, limits=limits)).questions


def all_right(exercise: Code, cases: Sequence[SealedCase], run: QuestionRun) -> bool:
    """Whether no case loses anything: every output that is checked is right."""
    return not any(judged.wrong for judged in compare_cases(exercise, cases, run))
