"""One practice session: the state that a save or a key changes, apart from terminal and file system."""

from pathlib import Path

from exercises.kit.base import Language
from exercises.kit.catalogue import solution_path
from exercises.kit.exercise import Exercise, Sealed
from exercises.kit.seeds import Seeds
from grader.checking.check import CheckReport, check_work
from grader.checking.runners import OwnRunners, profile_of
from grader.practice.progress import Progress, load_progress, save_progress
from grader.reports.exercise_page import right_answer
from grader.sandbox.readable import Profile
from grader.submissions.reader import read_submission
from grader.workbooks.item import Item, seed_in
from grader.workbooks.script import script


class Session:
    """Practises exercises one after another, with warm runners."""

    def __init__(
        self,
        folder: Path,
        progress_file: Path,
        runners: OwnRunners,
        language: Language,
        seed: int,
    ) -> None:
        self.folder, self.progress_file = folder, progress_file
        self.runners = runners
        self.language, self.seed = language, seed
        self.variant = seed
        """The exercise's, as its file says; a file that is there already keeps its own."""
        self.progress: Progress = load_progress(progress_file)
        self.exercise: Exercise
        self.sealed: Sealed
        self.work: Path

    def open(self, exercise: Exercise) -> Path:
        """Take up an exercise; write its file unless it is there already."""
        self.exercise = exercise
        self.runners.begin(self._profile)
        self.work = self.folder / f"{exercise.id.replace('/', '_')}.py"
        self.variant = self._named_or(self.seed)
        self.sealed = exercise.seal(Seeds.from_number(self.variant, exercise.id))
        self._starter = ""
        if not self.work.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            item = Item(question=exercise.id, exercise=exercise, sealed=self.sealed)
            self._starter = script([item], name=str(self.work), seed=self.variant, language=self.language)
            self.work.write_bytes(self._starter.encode())  # with the same ends of lines everywhere
        return self.work

    def _named_or(self, otherwise: int) -> int:
        """The variant that the file names, or another where it names none."""
        named = seed_in(read_submission(self.work).cells) if self.work.exists() else None
        return otherwise if named is None else named

    @property
    def is_untouched(self) -> bool:
        """Whether the file is still as this session wrote it: no answer to judge."""
        return bool(self._starter) and self.work.read_bytes() == self._starter.encode()

    @property
    def _profile(self) -> Profile:
        return profile_of({getattr(self.exercise, "framework", "numpy")})

    def answer(self) -> CheckReport:
        """Judge the file as it is now, hidden cases too, and keep the outcome."""
        seed = self._named_or(self.variant)
        report = check_work(self.work, [self.exercise], self.runners, hidden=True, seed=seed)
        self.variant, self.sealed = report.seed, report.sealed[self.exercise.id]
        record = self.progress.record(self.exercise.id)
        self._keep(tries=record.tries + 1, passed=record.passed or report.all_right or report.waits)
        return report

    def hint(self) -> tuple[tuple[int, str], ...]:
        """The next hint with its number; where all are taken, all of them."""
        hints = tuple(enumerate(self.exercise.statements[self.language].hints, 1))
        taken = self.progress.record(self.exercise.id).hints
        if taken >= len(hints):
            return hints
        self._keep(hints=taken + 1)
        return hints[taken : taken + 1]

    def solution(self) -> str:
        """The worked solution as Markdown: how one comes to it, the answer, and its source."""
        self._keep(solution_seen=True)
        statement = self.exercise.statements[self.language]
        answer = right_answer(self.exercise, self.sealed, self.language)
        lines = "".join(f"- `{name}` {text}\n" for name, text in answer)
        source = solution_path(self.exercise).read_text(encoding="utf-8")
        return f"{statement.solution or statement.sample}\n\n{lines}\n```python\n{source}```\n"

    def _keep(self, **fields: object) -> None:
        self.progress = self.progress.changed(self.exercise.id, **fields)
        save_progress(self.progress_file, self.progress)
