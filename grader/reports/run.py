"""Grading a class from files to files: read, resume, grade in parallel, write every report."""

import csv
import functools
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from exercises.kit.base import Frozen, Language, Text
from exercises.kit.catalogue import MaxScores, banks, load_exercise, needs_torch
from grader.assessments.loading import load_assessment
from grader.assessments.model import Assessment
from grader.assessments.secret import load_or_create_secret, load_secret
from grader.batch.bundle import content_hash, source_hash
from grader.batch.journal import Journal
from grader.batch.marks import Marks, idle_marks, load_marks, with_marks
from grader.batch.paper import Paper
from grader.batch.result import ClassResult, SubmissionResult
from grader.batch.worker import Setting, Task
from grader.batch.workers import LocalProcesses, Workforce, grade_all
from grader.reports.class_page import class_page
from grader.reports.results_folder import (
    JOURNAL,
    MARKS,
    PAGES,
    ResultsFolderError,
    Run,
    fingerprint,
    make_folder,
    opened,
    page_name,
    refuse_another_assessment,
    refuse_another_secret,
    write_whole,
)
from grader.reports.student_page import student_page
from grader.reports.tables import pending_csv, result_line, scores_csv
from grader.submissions.collect import Entry, collect, entry_sha256
from grader.submissions.ids import student_key
from grader.submissions.roster import RosterEntry, read_roster

Progress = Callable[[int, int], None]


class ClassRun(Frozen):
    """A graded class, and where its pages are."""

    result: ClassResult
    class_page: Path
    removed: int = 0
    """Pages of students who are no longer in the class."""


def grade_class(
    assessment_path: Path,
    folder: Path,
    output: Path,
    *,
    roster: Path | None = None,
    workforce: Workforce | None = None,
    fresh: bool = False,
    weaker: bool = False,
    language: Language = "en",
    progress: Progress | None = None,
) -> ClassRun:
    """Grade every submission of a folder, and write scores.csv, results.jsonl and the pages.

    What an earlier, killed run has graded is taken from its journal, if it was graded from the same
    bytes, assessment, secret and sources. Marks that a TA has given hold on.

    Raises
    ------
    AssessmentError, RosterError, SubmissionError, SecretError, ResultsFolderError, ClusterError
        With a sentence for the person who grades.
    SandboxUnavailableError, WorkersLostError
    """
    assessment = load_assessment(assessment_path, MaxScores(), needs_torch)
    students = read_roster(roster) if roster is not None else None
    entries = collect(folder.absolute(), students)  # workers of a cluster have working folders of their own
    if not entries:
        raise ResultsFolderError(
            Text(zh=f"{folder} 里没有任何提交。", en=f"There are no submissions in {folder}.")
        )
    home = str(assessment_path.resolve())
    found = load_secret(assessment.secret_file)
    refuse_another_secret(output, home, found, assessment.secret_file, fresh=fresh)
    refuse_another_assessment(output, home, assessment.title)
    secret = found or load_or_create_secret(assessment.secret_file)
    # not where it lies: a folder that was moved is the same assessment
    version = content_hash(source_hash(), assessment.model_dump(exclude={"secret_file"}), fingerprint(secret))
    run = Run(
        assessment=home,
        title=assessment.title,
        secret=fingerprint(secret),
        version=version,
        language=language,
    )
    with opened(output, run):
        pages = output / PAGES
        make_folder(pages)
        journal = Journal(output / JOURNAL)
        marks = load_marks(output / MARKS)
        tasks = {_key(version, entry, entry_sha256(entry)): _task(entry, students) for entry in entries}
        written: set[str] = set()
        done: dict[str, SubmissionResult] = {}
        for key, result in journal.read():
            written.add(page_name(result.student))
            if not fresh and key in tasks and (pages / page_name(result.student)).is_file():
                done[key] = with_marks(result, marks).in_short().shared()
        if fresh:
            journal.restart()
        left = {id(task): key for key, task in tasks.items() if key not in done}
        setting = Setting(
            assessment=assessment,
            secret=secret,
            after=PageWriter(folder=output.absolute(), title=assessment.title, language=language),
            weaker=weaker,
            banks=banks(),
            sources=source_hash(),
        )
        keys = {key: key for key in done}
        with journal:
            if progress:
                progress(len(done), len(tasks))
            todo = [task for task in tasks.values() if id(task) in left]
            for task, graded in grade_all(setting, todo, workforce or LocalProcesses(1)) if todo else ():
                key = left[id(task)]
                # bound to the bytes that were graded: the file may have changed since it was listed
                keys[key] = _key(version, task.entry, graded.short.sha256)
                journal.append(keys[key], graded.whole)
                done[key] = with_marks(graded.short, marks).shared()
                if progress:
                    progress(len(done), len(tasks))
        results = tuple(done[key] for key in tasks)
        whole = ClassResult(
            title=assessment.title,
            assessment=version,
            results=results,
            idle_marks=idle_marks(marks, results),
        )
        lines = journal.lines(keys[key] for key in tasks)
        page = write_class(output, whole, assessment, _with_marks(lines, marks, whole.results))
        removed = _remove(pages, written - {page_name(entry.student) for entry in entries})
        return ClassRun(result=whole, class_page=page, removed=removed)


class PageWriter(Frozen):
    """Writes a student's page as soon as the student is graded; it goes to the workers."""

    folder: Path
    title: Text
    language: Language

    def __call__(self, result: SubmissionResult, paper: Paper) -> None:
        path = self.folder / MARKS
        marks = _marks_of(path, path.stat().st_mtime_ns) if path.exists() else {}
        page = student_page(
            with_marks(result, marks),
            {q.exercise.id: q.exercise for q in paper.questions},
            {q.question.id: q.sealed for q in paper.questions},
            self.title,
            self.language,
        )
        write_whole(self.folder / PAGES / page_name(result.student), page)


@functools.lru_cache(maxsize=1)
def _marks_of(path: Path, changed: int) -> Marks:
    """Read once a worker, unless the file has changed."""
    return load_marks(path)


def write_class(output: Path, result: ClassResult, assessment: Assessment, lines: Iterable[str]) -> Path:
    """Write everything that is of the class and not of one student; `lines` are whole results as JSON."""
    exercises = {name: load_exercise(name) for name in {q.exercise for q in assessment.questions}}
    write_whole(output / "scores.csv", scores_csv(result, assessment))
    write_whole(output / "results.jsonl", (line + "\n" for line in lines))
    pending = output / "pending.csv"
    if any(one.pending for one in result.results):
        write_whole(pending, pending_csv(result, _filled_in(pending)))
    else:
        pending.unlink(missing_ok=True)
    page = output / "class.html"
    write_whole(page, class_page(result, exercises))
    return page


def _filled_in(pending: Path) -> dict[tuple[str, str], tuple[str, str, str]]:
    """What a TA has written into the table and not entered yet: points, reason, by."""
    try:
        rows = list(csv.DictReader(io.StringIO(pending.read_text(encoding="utf-8-sig"), newline="")))
    except (OSError, UnicodeDecodeError, csv.Error):
        return {}
    return {
        (row.get("student") or "", row.get("question") or ""): (
            row.get("points") or "",
            row.get("reason") or "",
            row.get("by") or "",
        )
        for row in rows
    }


def _with_marks(lines: Iterable[str], marks: Marks, results: Sequence[SubmissionResult]) -> Iterator[str]:
    marked = {student for student, _ in marks}
    for line, result in zip(lines, results, strict=True):
        if student_key(result.student) in marked:
            yield result_line(with_marks(SubmissionResult.model_validate_json(line), marks))
        else:
            yield line


def _remove(pages: Path, names: Iterable[str]) -> int:
    """Remove pages that an earlier run wrote, and nothing of anybody else's."""
    stale = [pages / name for name in names if (pages / name).is_file()]
    for path in stale:
        path.unlink()
    return len(stale)


def _key(version: str, entry: Entry, sha256: str) -> str:
    return content_hash(version, entry.student, entry.name, sha256, entry.problem)


def _task(entry: Entry, roster: Sequence[RosterEntry] | None) -> Task:
    if entry.problem is None:
        return Task(entry=entry)
    if not entry.paths:
        return Task(entry=entry, status="nothing handed in")
    known = {student_key(student.id) for student in roster or ()}
    stranger = roster is not None and len(entry.paths) == 1 and student_key(entry.student) not in known
    return Task(entry=entry, status="not in roster" if stranger else "problem")
