"""What lies in a folder or zip: the files that hold code, and the names of those that are left aside."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from grader.submissions import caps
from grader.submissions.ids import student_key
from grader.submissions.problems import HAND_IN, SubmissionError, displayed, joined, refusal, sentence

_NOISE: Final = {
    "__macosx",
    "__pycache__",
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "$recycle.bin",
    "icon\r",
}

_ARCHIVES: Final = {".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst"}
_DOCUMENTS: Final = {
    ".doc",
    ".docx",
    ".pdf",
    ".txt",
    ".md",
    ".rtf",
    ".odt",
    ".pages",
    ".wps",
    ".html",
    ".htm",
}


class Kind(StrEnum):
    """What a file is, by its name."""

    SCRIPT = ".py"
    NOTEBOOK = ".ipynb"
    ZIP = ".zip"
    OTHER = ""


@dataclass
class Contents:
    """Files by their path inside the folder or zip, `/` between its parts."""

    files: dict[str, bytes] = field(default_factory=dict)
    """Scripts and notebooks; of a folder on disk also zips."""
    ignored: list[str] = field(default_factory=list)
    """Data files, which are never opened."""


def kind_of(name: str) -> Kind:
    """Tell a file's kind by the end of its name, in capitals or not."""
    suffix = PurePosixPath(name).suffix.lower()
    return Kind(suffix) if suffix in {".py", ".ipynb", ".zip"} else Kind.OTHER


def is_noise(name: str) -> bool:
    """Whether a file or folder is one that systems and editors leave behind, or hidden."""
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in _NOISE


def natural_order(path: str) -> tuple[list[tuple[str, int, str]], str]:
    """Sort key by which `2.py` comes before `10.py`."""
    pieces = re.findall(r"[0-9]+|[^0-9]+", path.replace("/", "\0"))
    # An int of a long run of digits would be slow to make (and is refused by Python): its length orders it.
    return [
        ("0", len(piece.lstrip("0")), piece.lstrip("0"))
        if piece[0] in "0123456789"
        else (piece.casefold(), 0, "")
        for piece in pieces
    ], path


def file_cap_mb(name: str) -> int:
    """How large, in MB, the file of this name may be."""
    return {
        Kind.SCRIPT: caps.SOURCE_MB,
        Kind.NOTEBOOK: caps.NOTEBOOK_MB,
        Kind.ZIP: caps.TOTAL_MB,
        Kind.OTHER: 0,
    }[kind_of(name)]


def too_large(name: str, most_mb: int) -> SubmissionError:
    return refusal(
        "{name} 超过 {most} MB，没有读取。请只提交代码（笔记本可先清除输出）。",
        "{name} is larger than {most} MB and was not read. "
        "Hand in code only (clear a notebook's outputs first).",
        name=displayed(name),
        most=most_mb,
    )


def too_many_entries(name: str) -> SubmissionError:
    return refusal(
        "{name} 里有超过 {most} 个文件，没有读取。请只提交自己写的代码文件。",
        "{name} holds more than {most} files and was not read. Hand in only the code files that you wrote.",
        name=displayed(name),
        most=caps.ENTRIES,
    )


def too_large_in_all(name: str) -> SubmissionError:
    return refusal(
        "{name} 里的文件合计超过 {most} MB，没有读取。请删去数据文件，只提交代码。",
        "The files in {name} take more than {most} MB in all and were not read. "
        "Leave data out, hand in code only.",
        name=displayed(name),
        most=caps.TOTAL_MB,
    )


def too_deep(name: str, member: str) -> SubmissionError:
    return refusal(
        "{name} 里的 {member} 套了超过 {most} 层文件夹，没有读取。请把代码放在最外层。",
        "{member} in {name} lies more than {most} folders deep and was not read. Put the code at the top.",
        name=displayed(name),
        member=displayed(member),
        most=caps.DEPTH,
    )


def is_symlink(name: str) -> SubmissionError:
    return refusal(
        "{name} 是符号链接，不会跟随它。请提交文件本身。",
        "{name} is a symbolic link, which is not followed. Hand in the file itself.",
        name=displayed(name),
    )


def is_no_file(name: str) -> SubmissionError:
    return refusal(
        "{name} 不是普通文件（而是管道、设备或套接字），没有读取。请提交普通文件。",
        "{name} is no ordinary file but a pipe, device or socket, and was not read. "
        "Hand in an ordinary file.",
        name=displayed(name),
    )


def unknown_kind(name: str) -> SubmissionError:
    """Say what a file is by its name, and what to hand in instead of it."""
    suffix = PurePosixPath(name).suffix.lower()
    shown = displayed(name)
    if suffix in _ARCHIVES:
        problem = sentence(
            "{name} 是 {kind} 压缩包，不能读取。请解压后打包成 .zip 再提交。",
            "{name} is a {kind} archive, which cannot be read. Unpack it and pack it anew as .zip.",
            name=shown,
            kind=displayed(suffix),
        )
    elif suffix in _DOCUMENTS:
        problem = sentence(
            "{name} 是 {kind} 文档，不是代码。请把代码另存为文件提交。",
            "{name} is a {kind} document, not code. Hand in the code as a file of its own.",
            name=shown,
            kind=displayed(suffix),
        )
    elif suffix:
        problem = sentence(
            "{name} 的类型 {kind} 不能评分。",
            "{name} is of kind {kind}, which cannot be graded.",
            name=shown,
            kind=displayed(suffix),
        )
    else:
        problem = sentence(
            "{name} 没有扩展名，不知道是什么文件。",
            "{name} has no file extension, so its kind is unknown.",
            name=shown,
        )
    return SubmissionError(joined(problem, HAND_IN))


def clash(paths: Iterable[str]) -> tuple[str, str] | None:
    """Two paths that cannot lie in one folder everywhere: alike but for case, or one inside the other."""
    seen: dict[str, str] = {}
    keys = {}
    for path in paths:
        key = "/".join(student_key(part) for part in path.split("/"))
        if key in seen:
            return seen[key], path
        seen[key] = path
        keys[path] = key
    for path, key in keys.items():
        parts = key.split("/")
        for end in range(1, len(parts)):
            if (parent := "/".join(parts[:end])) in seen:
                return seen[parent], path
    return None


def without_wrapping_folders(paths: Iterable[str]) -> str:
    """The folders, as `a/b/`, that all `paths` share and that are no packages: they only wrap the rest."""
    everything = list(paths)
    prefix = ""
    while True:
        tops = {path[len(prefix) :].split("/")[0] for path in everything}
        if len(tops) != 1 or f"{prefix}{(top := next(iter(tops)))}" in everything:
            return prefix
        if f"{prefix}{top}/__init__.py" in everything:
            return prefix
        prefix = f"{prefix}{top}/"
