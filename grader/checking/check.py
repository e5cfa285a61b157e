"""Check a piece of work against some exercises: read, run, judge."""

from collections.abc import Sequence
from pathlib import Path

from exercises.kit.base import Frozen, Text
from exercises.kit.catalogue import exercise_ids
from exercises.kit.code import Code
from exercises.kit.code_cases import SealedCode
from exercises.kit.exercise import Exercise, Sealed
from exercises.kit.seeds import Seeds
from grader.batch.paper import limits_for, question_job
from grader.checking.recognise import answered
from grader.checking.runners import OwnRunners, RunnerName, profile_of
from grader.judging.judge import MISSING, judge
from grader.judging.result import QuestionResult, Verdict
from grader.judging.scoring import overall
from grader.judging.unknown import UnknownAnswers, unknown_answers
from grader.sandbox.job import CellRun, Fault, Job, JobResult, Limits, Runner
from grader.submissions.model import Submission
from grader.submissions.problems import listed
from grader.submissions.reader import read_submission
from grader.workbooks.item import elsewhere_in, has_own_numbers, seed_in

_OWN_NUMBERS = Text(
    zh="这份练习的数字是你自己的，只有评分者知道：这里只检查代码题。",
    en="The numbers of this workbook are your own, and only the grader has them: code alone is checked here.",
)


def _elsewhere(questions: Sequence[str]) -> Text:
    these = listed(list(questions), at_most=20)
    return Text(
        zh=f"这些题目是布置作业的老师自己的，这里不能检查，交上去再评：{these}。",
        en="These questions are your teacher's own and cannot be checked here, only when they are handed in: "
        f"{these}.",
    )


class CheckReport(Frozen):
    """What checking a piece of work found."""

    submission: Submission
    problem: Text | None
    """Why nothing was checked."""
    exercises: dict[str, Exercise]
    sealed: dict[str, Sealed]
    results: tuple[QuestionResult, ...] = ()
    cells: tuple[CellRun, ...] = ()
    unknown_answers: UnknownAnswers = UnknownAnswers()
    """Entries of `answers` under ids that no exercise has."""
    answers_fault: Fault | None = None
    """Why nothing of `answers` could be read."""
    seed: int
    seed_named: bool = True
    """False: neither the work nor the caller said which variant it is."""
    hidden: bool
    runner: RunnerName

    @property
    def score(self) -> float:
        return sum(result.score for result in self.results)

    @property
    def max_score(self) -> float:
        """Of what was judged: a text that waits for a TA is no 0."""
        return sum(result.max_score for result in self.results if result.verdict is not Verdict.PENDING)

    @property
    def waits(self) -> bool:
        """All there is waits for a TA."""
        return bool(self.results) and all(result.verdict is Verdict.PENDING for result in self.results)

    @property
    def all_right(self) -> bool:
        """Nothing that was asked for is less than right; nothing at all is not all."""
        return bool(self.results) and all(result.score >= result.max_score for result in self.results)


def check_work(
    work: Path, exercises: Sequence[Exercise], runners: OwnRunners, *, hidden: bool, seed: int | None
) -> CheckReport:
    """Read a file or folder, run it, and judge it.

    Parameters
    ----------
    exercises : sequence of Exercise
        Those to check; where it is empty, those that the work answers.
    seed : int or None
        The variant; None: the one that the workbook names, else 0. Of a workbook with numbers of its
        own only code is checked, which is right whatever the numbers.
    """
    submission = read_submission(work, student="me")
    named = seed if seed is not None else seed_in(submission.cells)
    number = named or 0
    chosen = list(exercises) or answered(submission.cells)
    problem = submission.problem
    own = has_own_numbers(submission.cells)
    if seed is None and own:
        chosen = [exercise for exercise in chosen if isinstance(exercise, Code)]
        submission = submission.model_copy(update={"notes": (*submission.notes, _OWN_NUMBERS)})
    elsewhere = elsewhere_in(submission.cells)
    if elsewhere:
        submission = submission.model_copy(update={"notes": (*submission.notes, _elsewhere(elsewhere))})
    if problem is None and not chosen:
        problem = _nothing_recognised(submission)
    sealed = {e.id: e.seal(Seeds.from_number(number, e.id)) for e in chosen}
    runner, runner_name = runners.get(profile_of({getattr(e, "framework", "numpy") for e in chosen}))
    visible = _visible(sealed, hidden)
    run = _run(submission, chosen, visible, runner)
    return CheckReport(
        submission=submission,
        problem=problem,
        exercises={e.id: e for e in chosen},
        sealed=sealed,
        results=_judged(chosen, visible, run),
        cells=run.cells,
        # the ids of a workbook with its own numbers are its assessment's, which is not here
        unknown_answers=UnknownAnswers()
        if own
        else unknown_answers(run.answers, {*exercise_ids(), *(e.id for e in chosen), *elsewhere}),
        answers_fault=None if chosen and all(isinstance(e, Code) for e in chosen) else run.answers_fault,
        seed=number,
        seed_named=named is not None or own,
        hidden=hidden,
        runner=runner_name,
    )


def run_and_judge(
    submission: Submission,
    exercises: Sequence[Exercise],
    sealed: dict[str, Sealed],
    runner: Runner,
    *,
    hidden: bool,
) -> tuple[tuple[QuestionResult, ...], tuple[CellRun, ...]]:
    """Run a submission's cells and cases, and judge each exercise by those that were run."""
    visible = _visible(sealed, hidden)
    run = _run(submission, exercises, visible, runner)
    return _judged(exercises, visible, run), run.cells


def _run(
    submission: Submission, exercises: Sequence[Exercise], sealed: dict[str, Sealed], runner: Runner
) -> JobResult:
    jobs = tuple(
        question_job(e.id, e, s.cases) for e in exercises if isinstance(s := sealed[e.id], SealedCode)
    )
    limits = limits_for(Limits(), jobs)
    return runner.run(Job(cells=submission.cells, modules=submission.modules, limits=limits, questions=jobs))


def _judged(
    exercises: Sequence[Exercise], sealed: dict[str, Sealed], run: JobResult
) -> tuple[QuestionResult, ...]:
    runs = {question.id: question for question in run.questions}
    return tuple(
        _examined(judge(e, sealed[e.id], e.id, run=runs.get(e.id), answer=run.answers.get(e.id, MISSING)))
        for e in exercises
    )


def _examined(result: QuestionResult) -> QuestionResult:
    """The result without the parts of which no case was run: public cases do not examine every aspect.

    One that waits as a whole, such as a written answer, stays as it is.
    """
    parts = tuple(part for part in result.parts if part.verdict is not Verdict.PENDING)
    if len(parts) in (0, len(result.parts)):
        return result
    return result.model_copy(
        update={
            "parts": parts,
            "score": sum(part.score for part in parts),
            "max_score": sum(part.max_score for part in parts),
            "verdict": overall(parts),
        }
    )


def _visible(sealed: dict[str, Sealed], hidden: bool) -> dict[str, Sealed]:
    """The variants with the cases that are to be run."""
    if hidden:
        return sealed
    return {
        id_: one.model_copy(update={"cases": one.public}) if isinstance(one, SealedCode) else one
        for id_, one in sealed.items()
    }


def _nothing_recognised(submission: Submission) -> Text:
    return Text(
        zh=f"{submission.source_name} 里没有找到任何练习的函数或答案。用 --exercise 指明要检查的练习。",
        en=f"{submission.source_name} defines no exercise's function and holds no answer. "
        "Name the exercise with --exercise.",
    )
