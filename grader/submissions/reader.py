"""Reads one submission, whatever it is: bad input becomes a `Submission` with a `problem`."""

import contextlib
import hashlib
import os
import stat
import sys
import unicodedata
from pathlib import Path, PurePosixPath
from typing import Final

from exercises.kit.base import Text
from grader.submissions import caps
from grader.submissions.archive import read_zip
from grader.submissions.contents import Contents, Kind, kind_of, natural_order, without_wrapping_folders
from grader.submissions.files import read_path
from grader.submissions.ids import MAX_ID, id_problem
from grader.submissions.magics import python_of_cell, python_of_script
from grader.submissions.model import Cell, Submission
from grader.submissions.notebook import looks_like_notebook, read_notebook
from grader.submissions.omissions import CHECKING, PLOTTING, Omissions, inert_uses, may_be_inert
from grader.submissions.problems import HAND_IN, SubmissionError, displayed, joined, listed, refusal, sentence
from grader.submissions.relative_imports import with_absolute_imports
from grader.submissions.source import decode_source, has_code, in_utf8, syntax_tree

_LIBRARIES: Final = frozenset({"numpy", "torch"}) | PLOTTING | CHECKING | sys.stdlib_module_names


def student_of(path: Path) -> str:
    """The student id that names a file or folder: a folder's name, a file's without its extension."""
    name = unicodedata.normalize("NFC", path.name)
    try:
        if stat.S_ISDIR(path.lstat().st_mode):
            return name
    except (OSError, ValueError):
        pass  # reading it will say what is wrong
    stem = PurePosixPath(name).stem
    return stem.removesuffix(".tar").strip() if stem else name


def read_submission(path: Path, student: str | None = None) -> Submission:
    """Read a .py file, an .ipynb notebook, or a folder or .zip of these.

    Parameters
    ----------
    path : Path
        The file or folder. A symbolic link is refused.
    student : str, optional
        The student's id; by default the one that the file or folder is named by.

    Returns
    -------
    Submission
        With `problem` set, and no cells, where nothing can be run. Nothing is raised for bad input.
    """
    path = _absolute(path)
    source_name = displayed(path.name)
    digest = hashlib.sha256()
    try:
        if student is None:
            student = student_of(path)
            if (problem := id_problem(student)) is not None:
                student = displayed(student)[:MAX_ID]
                raise SubmissionError(problem)
        reading = _Reading(source_name)
        found = _read(path, digest)
        if isinstance(found, bytes):
            reading.add_file(path.name, found)
        else:
            reading.add_folder(found)
        return reading.submission(student, digest.hexdigest())
    except SubmissionError as error:
        return Submission(
            student=student or "", source_name=source_name, sha256=digest.hexdigest(), problem=error.problem
        )


def fingerprint(path: Path) -> str:
    """The sha256 of a `Submission` that is read of this path now, without the work of making one."""
    digest = hashlib.sha256()
    with contextlib.suppress(SubmissionError):
        _read(_absolute(path), digest)
    return digest.hexdigest()


def _read(path: Path, digest: "hashlib._Hash") -> bytes | Contents:
    """Read what lies there; the digest gets its bytes, and of what is refused what is said of it too."""
    try:
        found = read_path(path)
    except SubmissionError as error:
        digest.update(error.data + error.problem.en.encode())
        raise
    digest.update(_bytes_of(found))
    return found


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() would follow the link that is to be refused)


def _bytes_of(found: bytes | Contents) -> bytes:
    """A file's bytes; of a folder names and contents, in an order and with lengths that make them one."""
    if isinstance(found, bytes):
        return found
    pieces = []
    for name, data in sorted(found.files.items()):
        raw = unicodedata.normalize("NFC", name).encode("utf-8", "surrogateescape")
        pieces += [len(raw).to_bytes(8, "big"), raw, len(data).to_bytes(8, "big"), data]
    return b"".join(pieces)


class _Reading:
    """One submission as it is put together, file after file."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._cells: list[Cell] = []
        self._modules: dict[str, str] = {}
        self._notes: list[Text] = []
        self._omissions = Omissions()
        self._chars_to_parse = caps.PARSED_CHARS

    def add_file(self, name: str, data: bytes) -> None:
        """Add what was handed in as a single file."""
        if kind_of(name) is Kind.ZIP:
            self.add_folder(read_zip(data, self._title))
        else:
            self._add_code(displayed(name), name, data)

    def add_folder(self, found: Contents) -> None:
        """Add all code of a folder or zip, in natural order of the names."""
        code = {name: data for name, data in found.files.items() if kind_of(name) is not Kind.ZIP}
        zips = [name for name in found.files if name not in code]
        if not code and len(zips) == 1:
            # As learning platforms download it: a folder a student, in it the file as it was uploaded.
            self.add_folder(read_zip(found.files[zips[0]], f"{self._title}/{displayed(zips[0])}"))
            return
        ignored = sorted([*found.ignored, *zips], key=natural_order)
        if not code:
            raise SubmissionError(joined(self._no_code(ignored), HAND_IN))
        wrapping = without_wrapping_folders(code)
        problems = []
        for name in sorted(code, key=natural_order):
            inner = name.removeprefix(wrapping)
            try:
                source = self._add_code(displayed(inner), inner, code[name])
            except SubmissionError as error:
                problems.append(error.problem)
                continue
            if source is not None:
                self._add_module(inner, displayed(inner), source)
        if problems and not self._cells:
            raise SubmissionError(problems[0])
        self._notes += problems
        self._add_parents()
        if ignored:
            self._notes.append(
                sentence(
                    "没有读取其余 {count} 个文件（不是 .py 或 .ipynb）：{names}。",
                    "{count} other files were not read (neither .py nor .ipynb): {names}.",
                    count=len(ignored),
                    names=listed(ignored),
                )
            )

    def _no_code(self, ignored: list[str]) -> Text:
        if not ignored:
            return sentence("{name} 里没有文件。", "There are no files in {name}.", name=self._title)
        return sentence(
            "{name} 里没有 .py 或 .ipynb 文件，只有：{names}。",
            "There is no .py or .ipynb file in {name}, only: {names}.",
            name=self._title,
            names=listed(ignored),
        )

    def _add_code(self, label: str, path: str, data: bytes) -> str | None:
        """Add a script or notebook; return a script's source."""
        is_notebook = kind_of(path) is Kind.NOTEBOOK
        if not is_notebook and looks_like_notebook(data):
            is_notebook = True
            self._notes.append(
                sentence(
                    "{label} 的内容是 Jupyter 笔记本，已按笔记本读取；请以 .ipynb 为扩展名提交。",
                    "{label} contains a Jupyter notebook and was read as one; "
                    "hand it in with the extension .ipynb.",
                    label=label,
                )
            )
        if is_notebook:
            data, notes = in_utf8(data, label)
            self._notes += notes
            for number, text in read_notebook(data, label):
                cell_label = f"{label}[{number}]"
                self._add_cell(cell_label, python_of_cell(text, cell_label, self._omissions))
            return None
        text, notes = decode_source(data, label)
        self._notes += notes
        source = python_of_script(text, label, self._omissions)
        self._add_cell(label, with_absolute_imports(source, path))
        return source

    def _add_cell(self, label: str, source: str) -> None:
        if not has_code(source):
            return
        if len(self._cells) == caps.CELLS:
            raise refusal(
                "{name} 的代码单元格超过 {most} 个。请只留下作业的代码。",
                "{name} has more than {most} code cells. Keep the homework's code only.",
                name=self._title,
                most=caps.CELLS,
            )
        self._cells.append(Cell(label=label, source=source))
        self._chars_to_parse -= len(source)
        tree = syntax_tree(source) if self._chars_to_parse >= 0 and may_be_inert(source) else None
        for kind in sorted(inert_uses(tree)) if tree is not None else ():
            self._omissions.add(kind, label)

    def _add_module(self, path: str, label: str, source: str) -> None:
        parts = list(PurePosixPath(path).with_suffix("").parts)
        if parts[-1] == "__init__":
            parts.pop()
        if not parts or not all(part.isidentifier() for part in parts):
            return  # such a name cannot be imported
        if parts[0] in _LIBRARIES:
            self._notes.append(
                sentence(
                    "{label} 与库 {library} 同名，会运行，但 import 得到的是库。请改名。",
                    "{label} has the name of the library {library}: it is run, "
                    "but an import gets the library. Rename it.",
                    label=label,
                    library=parts[0],
                )
            )
            return
        name = ".".join(parts)
        if name not in self._modules or path.endswith("__init__.py"):
            self._modules[name] = source

    def _add_parents(self) -> None:
        """Give every folder of modules a module of its own, as Python's namespace packages have."""
        for name in list(self._modules):
            while "." in name:
                name = name.rpartition(".")[0]
                self._modules.setdefault(name, "")

    def submission(self, student: str, sha256: str) -> Submission:
        if not self._cells:
            problem = sentence(
                "{name} 里没有代码（是空的，或只有注释）。",
                "There is no code in {name}: it is empty, or comments only.",
                name=self._title,
            )
            raise SubmissionError(joined(problem, HAND_IN))
        return Submission(
            student=student,
            source_name=self._title,
            sha256=sha256,
            cells=tuple(self._cells),
            modules=self._modules,
            notes=(*self._notes, *self._omissions.notes()),
        )
