"""The submissions folder of a class: one entry a student, in the order of their ids."""

import difflib
import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from exercises.kit.base import Frozen, Text
from grader.submissions.contents import is_noise
from grader.submissions.files import unreadable
from grader.submissions.ids import id_problem, stand_in_problem, student_key
from grader.submissions.model import Submission
from grader.submissions.problems import displayed, joined, listed, refusal, sentence
from grader.submissions.reader import fingerprint, read_submission, student_of
from grader.submissions.roster import RosterEntry

NOTHING_HANDED_IN: Final = Text(zh="没有提交。", en="Nothing was handed in.")


class Entry(Frozen):
    """One student's row, before anything is read: what lies there, or why nothing of it will be read."""

    student: str
    """A valid id, spelt as in the roster if the student is in it. No two entries are the same student."""
    name: str = ""
    """From the roster."""
    paths: tuple[Path, ...] = ()
    """One, but none where nothing was handed in, and several where it is unclear which counts."""
    problem: Text | None = None


def collect(folder: Path, roster: Sequence[RosterEntry] | None = None) -> list[Entry]:
    """List the submissions in `folder`, and whoever of the roster handed nothing in; nothing is opened yet.

    Parameters
    ----------
    folder : Path
        Files and folders named by student id.
    roster : sequence of RosterEntry, optional
        The class, as `read_roster` gives it. Without one, everybody who handed something in is in it.

    Raises
    ------
    SubmissionError
        If `folder` itself is no folder or cannot be listed. A bad submission never raises.
    """
    handed_in: dict[str, list[Path]] = {}
    invalid: list[Entry] = []
    for path in _paths(folder):
        student = student_of(path)
        problem = id_problem(student) or stand_in_problem(student)
        if problem is None:
            handed_in.setdefault(student_key(student), []).append(path)
        else:
            invalid.append(_misnamed(path, problem))
    known = {student_key(entry.id): entry for entry in roster or ()}
    entries = invalid + [
        Entry(student=entry.id, name=entry.name, problem=NOTHING_HANDED_IN)
        for key, entry in known.items()
        if key not in handed_in
    ]
    for key, paths in handed_in.items():
        listed_entry = known.get(key)
        student = listed_entry.id if listed_entry else min(student_of(path) for path in paths)
        name = listed_entry.name if listed_entry else ""
        if len(paths) > 1:
            problem = _several(student, paths)
        elif roster is not None and listed_entry is None:
            problem = _stranger(student, paths[0], roster)
        else:
            problem = None
        entries.append(Entry(student=student, name=name, paths=tuple(paths), problem=problem))
    return sorted(entries, key=lambda entry: entry.student)


def read_entry(entry: Entry) -> Submission:
    """Read one student's submission; an entry's `problem` becomes its own. Bad input never raises."""
    if entry.problem is None and len(entry.paths) == 1:
        return read_submission(entry.paths[0], entry.student)
    return Submission(
        student=entry.student,
        source_name=listed([path.name for path in entry.paths]),
        sha256=hashlib.sha256().hexdigest(),
        problem=entry.problem or NOTHING_HANDED_IN,
    )


def entry_sha256(entry: Entry) -> str:
    """The sha256 that `read_entry` would give this entry's submission now."""
    if entry.problem is None and len(entry.paths) == 1:
        return fingerprint(entry.paths[0])
    return hashlib.sha256().hexdigest()


def _paths(folder: Path) -> list[Path]:
    shown = displayed(folder.name or str(folder))
    if not folder.is_dir():
        raise refusal(
            "{name} 不是文件夹。请给出存放全班提交的文件夹。",
            "{name} is no folder. Give the folder that holds the class's submissions.",
            name=shown,
        )
    try:
        return sorted(folder / name for name in os.listdir(folder) if not is_noise(name))  # noqa: PTH208
    except OSError as error:
        raise unreadable(shown, error) from None


def _misnamed(path: Path, problem: Text) -> Entry:
    """An entry under a made-up id: the true one could not be written into a table or a file name."""
    digest = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:12]
    rename = sentence(
        "请把 {name} 改名为学号。", "Rename {name} to the student's id.", name=displayed(path.name)
    )
    return Entry(student=f"invalid-id-{digest}", paths=(path,), problem=joined(problem, rename))


def _several(student: str, paths: list[Path]) -> Text:
    return sentence(
        "{student} 有 {count} 份提交，不知道该评哪一份：{names}。请只留下一份。",
        "There are {count} submissions of {student}, and which one counts is unclear: {names}. "
        "Keep one of them.",
        student=student,
        count=len(paths),
        names=listed([path.name for path in paths]),
    )


def _stranger(student: str, path: Path, roster: Sequence[RosterEntry]) -> Text:
    problem = sentence(
        "学号 {student} 不在名单里，{name} 没有评分。请改正文件名，或把学号加进名单。",
        "The id {student} is not in the roster; {name} was not graded. "
        "Correct the file's name, or add the id to the roster.",
        student=student,
        name=displayed(path.name),
    )
    keys = {student_key(entry.id): entry.id for entry in roster}
    key = student_key(student)
    near = [
        known for known in keys if known.lstrip("0") == key.lstrip("0") or (len(known) > 3 and known in key)
    ]
    near = near or difflib.get_close_matches(key, keys, n=1, cutoff=0.8)
    if not near:
        return problem
    return joined(
        problem,
        sentence(
            "名单里相近的学号：{near}。",
            "Close ids in the roster: {near}.",
            near=listed([keys[k] for k in near]),
        ),
    )
