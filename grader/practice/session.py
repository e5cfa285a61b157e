"""One practice session: the state that a save or a key changes, apart from terminal and file system."""

from pathlib import Path

from exercises.kit.base import Language
from exercises.kit.catalogue import solution_path
from exercises.kit.exercise import Exercise, Sealed
from exercises.kit.seeds import Seeds
from grader.checking.check import CheckReport, check_work
from grader.checking.runners import OwnRunners, profile_of
from grader.practice.progress import Progress, load_progress, save_progress
from grader.sandbox.readable import Profile
from grader.workbooks.item import Item
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
        self.progress: Progress = load_progress(progress_file)
        self.exercise: Exercise
        self.sealed: Sealed
        self.work: Path

    def open(self, exercise: Exercise) -> Path:
        """Take up an exercise; write its file unless it is there already."""
        self.exercise = exercise
        self.runners.begin(self._profile)
        self.sealed = exercise.seal(Seeds.from_number(self.seed, exercise.id))
        self.work = self.folder / f"{exercise.id.replace('/', '_')}.py"
        if not self.work.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            item = Item(question=exercise.id, exercise=exercise, sealed=self.sealed)
            text = script([item], name=str(self.work), seed=self.seed, language=self.language)
            self.work.write_text(text, encoding="utf-8")
        return self.work

    @property
    def _profile(self) -> Profile:
        return profile_of({getattr(self.exercise, "framework", "numpy")})

    def answer(self) -> CheckReport:
        """Judge the file as it is now, hidden cases too, and keep the outcome."""
        report = check_work(self.work, [self.exercise], self.runners, hidden=True, seed=self.seed)
        record = self.progress.record(self.exercise.id)
        self._keep(tries=record.tries + 1, passed=record.passed or report.all_right or report.waits)
        return report

    def hint(self) -> tuple[int, str] | None:
        """The next hint with its number; None where there is no further one."""
        hints = self.exercise.statements[self.language].hints
        taken = self.progress.record(self.exercise.id).hints
        if taken >= len(hints):
            return None
        self._keep(hints=taken + 1)
        return taken + 1, hints[taken]

    def solution(self) -> str:
        """The worked solution as Markdown: how one comes to it, and its source."""
        self._keep(solution_seen=True)
        statement = self.exercise.statements[self.language]
        source = solution_path(self.exercise).read_text(encoding="utf-8")
        return f"{statement.solution or statement.sample}\n\n```python\n{source}```\n"

    def _keep(self, **fields: object) -> None:
        self.progress = self.progress.changed(self.exercise.id, **fields)
        save_progress(self.progress_file, self.progress)
