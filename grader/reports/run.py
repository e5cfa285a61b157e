"""Grading a class from files to files: read, resume, grade in parallel, write every report."""

import contextlib
import fcntl
import functools
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from exercises.kit.base import Frozen, Language, Text
from exercises.kit.catalogue import load_all
from grader.assessments.loading import load_assessment
from grader.assessments.model import Assessment
from grader.assessments.secret import load_or_create_secret
from grader.batch.bundle import content_hash, source_hash
from grader.batch.journal import Journal
from grader.batch.paper import Paper
from grader.batch.result import ClassResult, SubmissionResult
from grader.batch.workers import Setting, Task, grade_all
from grader.reports.class_page import class_page
from grader.reports.student_page import student_page
from grader.reports.tables import results_lines, scores_csv
from grader.submissions.collect import Entry, collect, read_entry
from grader.submissions.ids import file_stem, student_key
from grader.submissions.roster import RosterEntry, read_roster

Progress = Callable[[int, int], None]


class ResultsFolderError(Exception):
    """The results folder cannot be used; `problem` says why and what to do."""

    def __init__(self, problem: Text) -> None:
        super().__init__(problem.en)
        self.problem = problem


class ClassRun(Frozen):
    """A graded class, and where its pages are."""

    result: ClassResult
    class_page: Path


def grade_class(
    assessment_path: Path,
    folder: Path,
    output: Path,
    *,
    roster: Path | None = None,
    jobs: int = 1,
    fresh: bool = False,
    weaker: bool = False,
    language: Language = "en",
    progress: Progress | None = None,
) -> ClassRun:
    """Grade every submission of a folder, and write scores.csv, results.jsonl and the pages.

    What an earlier, killed run has graded is taken from its journal, if it was graded from the same
    bytes, assessment, secret and sources.

    Raises
    ------
    AssessmentError, RosterError, SubmissionError, SecretError, ResultsFolderError
        With a sentence for the person who grades.
    SandboxUnavailableError, WorkersLostError
    """
    exercises = {exercise.id: exercise for exercise in load_all()}
    assessment = load_assessment(assessment_path, {e.id: e.max_score for e in exercises.values()})
    students = read_roster(roster) if roster is not None else None
    entries = collect(folder, students)
    if not entries:
        raise ResultsFolderError(
            Text(zh=f"{folder} 里没有任何提交。", en=f"There are no submissions in {folder}.")
        )
    secret = load_or_create_secret(assessment.secret_file)
    version = content_hash(source_hash(), assessment, hashlib.sha256(secret).hexdigest())
    with _locked(output):
        pages = output / "students"
        pages.mkdir(exist_ok=True)
        journal = Journal(output / "journal.jsonl")
        if fresh:
            journal.path.unlink(missing_ok=True)
        tasks = {_key(version, entry): _task(entry, students) for entry in entries}
        done = {
            key: result
            for key, result in journal.read().items()
            if key in tasks and (pages / page_name(result.student)).is_file()
        }
        after = functools.partial(_write_page, pages=pages, title=assessment.title, language=language)
        setting = Setting(assessment=assessment, secret=secret, after=after, weaker=weaker)
        left = {id(task): key for key, task in tasks.items() if key not in done}
        with journal:
            if progress:
                progress(len(done), len(tasks))
            todo = [task for task in tasks.values() if id(task) in left]
            for task, result in grade_all(setting, todo, jobs) if todo else ():
                key = left[id(task)]
                journal.append(key, result)
                done[key] = result
                if progress:
                    progress(len(done), len(tasks))
        results = tuple(done[key] for key in tasks)
        whole = ClassResult(title=assessment.title, assessment=version, results=results)
        return ClassRun(result=whole, class_page=_write_class(output, whole, assessment))


def page_name(student: str) -> str:
    """File name of a student's page: safe on every file system, different for different students."""
    return f"{file_stem(student)}.html"


def _key(version: str, entry: Entry) -> str:
    submission = read_entry(entry)
    return content_hash(version, entry.student, entry.name, submission.sha256, submission.problem)


def _task(entry: Entry, roster: Sequence[RosterEntry] | None) -> Task:
    if entry.problem is None:
        return Task(entry=entry)
    if not entry.paths:
        return Task(entry=entry, status="nothing handed in")
    known = {student_key(student.id) for student in roster or ()}
    stranger = roster is not None and len(entry.paths) == 1 and student_key(entry.student) not in known
    return Task(entry=entry, status="not in roster" if stranger else "problem")


def _write_page(
    result: SubmissionResult, paper: Paper, *, pages: Path, title: Text, language: Language
) -> None:
    page = student_page(
        result,
        {q.exercise.id: q.exercise for q in paper.questions},
        {q.question.id: q.sealed for q in paper.questions},
        title,
        language,
    )
    write_whole(pages / page_name(result.student), page)


def _write_class(output: Path, result: ClassResult, assessment: Assessment) -> Path:
    exercises = {exercise.id: exercise for exercise in load_all()}
    write_whole(output / "scores.csv", scores_csv(result, assessment))
    write_whole(output / "results.jsonl", results_lines(result))
    page = output / "class.html"
    write_whole(page, class_page(result, exercises))
    return page


def write_whole(path: Path, text: str) -> None:
    """Write a file so that a kill leaves the old one or the new one, never half of it.

    The new file is made with O_EXCL under a name of its own: a link planted in its place is not followed.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    draft.unlink(missing_ok=True)
    with os.fdopen(
        os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "w", encoding="utf-8", newline=""
    ) as file:
        file.write(text)
    draft.replace(path)


@contextlib.contextmanager
def _locked(output: Path) -> Iterator[None]:
    try:
        output.mkdir(parents=True, exist_ok=True)
        handle = os.open(output / ".lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    except OSError as error:
        raise ResultsFolderError(
            Text(
                zh=f"结果文件夹 {output} 不能写 ({error.strerror})。换一个 -o, 或改它的权限。",
                en=f"The results folder {output} cannot be written ({error.strerror}). "
                "Give another -o, or change its permissions.",
            )
        ) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise ResultsFolderError(
            Text(
                zh=f"另一个 kaodian grade 正在写 {output}。等它结束, 或换一个 -o。",
                en=f"Another kaodian grade is writing to {output}. Wait for it, or give another -o.",
            )
        ) from None
    else:
        yield
    finally:
        os.close(handle)
