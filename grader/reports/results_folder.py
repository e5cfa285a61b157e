"""The folder of results: whose it is, one grader at a time, files that are old or new, never half."""

import contextlib
import errno
import fcntl
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from exercises.kit.base import Frozen, Language, Text
from grader.submissions.ids import file_stem
from grader.submissions.problems import displayed, joined, sentence

JOURNAL: Final = "journal.jsonl"
MARKS: Final = "marks.jsonl"
PAGES: Final = "students"
_RUN: Final = "run.json"
_OURS: Final = ("scores.csv", "results.jsonl", "class.html", PAGES, JOURNAL)
_DRAFT: Final = re.compile(r"\..+\.\d+\.tmp")
"""As `write_whole` names them."""
_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class ResultsFolderError(Exception):
    """The results folder cannot be used; `problem` says why and what to do."""

    def __init__(self, problem: Text) -> None:
        super().__init__(problem.en)
        self.problem = problem


class Run(Frozen):
    """What was graded into a folder: from it marks are entered without naming everything again."""

    assessment: str
    """Path of the TOML file."""
    title: Text
    secret: str
    """Fingerprint of the assessment's secret, by which an edited assessment is known as the same."""
    version: str
    """Hash of all that the scores come from: sources, assessment and secret."""
    language: Language


def fingerprint(secret: bytes) -> str:
    """What may be known of a secret: whether another is the same."""
    return hashlib.sha256(b"kaodian results " + secret).hexdigest()[:32]


def read_run(output: Path) -> Run:
    """What was graded into this folder.

    Raises
    ------
    ResultsFolderError
        Where it is no results folder.
    """
    try:
        return Run.model_validate_json((output / _RUN).read_bytes())
    except (OSError, ValidationError):
        raise ResultsFolderError(
            sentence(
                "{folder} 不是 kaodian grade 写的结果文件夹。",
                "{folder} is no results folder of kaodian grade.",
                folder=displayed(str(output)),
            )
        ) from None


def refuse_another_secret(
    output: Path, assessment: str, secret: bytes | None, secret_file: Path, *, fresh: bool = False
) -> None:
    """Let nothing be graded or marked with another secret than the folder's results come from.

    Parameters
    ----------
    output : Path
        It may be no results folder yet; then all is well.
    assessment : str
        Path of the TOML file.
    secret : bytes or None
        None where its file is not there.
    fresh : bool
        Whether everything is graded again, for which the same assessment may have a new secret.

    Raises
    ------
    ResultsFolderError
    """
    if not os.path.lexists(output / _RUN):
        return
    earlier = read_run(output)
    if secret is not None and fingerprint(secret) == earlier.secret:
        return
    facts = {
        "folder": displayed(str(output)),
        "file": displayed(str(secret_file)),
        "title_zh": displayed(earlier.title.zh),
        "title_en": displayed(earlier.title.en),
        "path": displayed(earlier.assessment),
    }
    if earlier.assessment != assessment:
        raise ResultsFolderError(
            sentence(
                "{folder} 里是另一份试卷的结果（{title_zh}，{path}），或这份试卷的密钥变了；没有写入。"
                "换一个 -o，或恢复原来的密钥。",
                "{folder} holds the results of another assessment ({title_en}, {path}), or this one's "
                "secret has changed; nothing was written. Give another -o, or restore the secret.",
                **facts,
            )
        )
    if fresh:
        return
    if secret is None:
        told = sentence(
            "密钥文件 {file} 不在了，而 {folder} 是用它评的。",
            "The secret's file {file} is gone, and {folder} was graded with it.",
            **facts,
        )
    else:
        told = sentence(
            "{file} 里的密钥不是评 {folder} 时用的那一个。",
            "The secret in {file} is not the one that {folder} was graded with.",
            **facts,
        )
    raise ResultsFolderError(
        joined(
            told,
            Text(
                zh="没有写入，也没有生成新的密钥。请从备份恢复密钥；"
                "或换一个 -o 或加上 --fresh，用新的密钥全部重新评分（隐藏测试会随之改变）。",
                en="Nothing was written and no new secret was made. Restore the secret from a "
                "backup; or give another -o or --fresh, to grade everything again with a new one "
                "(the hidden tests change with it).",
            ),
        )
    )


def refuse_another_assessment(output: Path, assessment: str, title: Text) -> None:
    """Let no assessment be graded into the results of another, though both have one secret.

    The same file may get another title, and a file of the same title may lie elsewhere by now.
    """
    if not os.path.lexists(output / _RUN):
        return
    earlier = read_run(output)
    if earlier.assessment != assessment and earlier.title != title:
        raise ResultsFolderError(
            sentence(
                "{folder} 里是另一份试卷的结果（{title_zh}，{path}）；没有写入。换一个 -o。",
                "{folder} holds the results of another assessment ({title_en}, {path}); "
                "nothing was written. Give another -o.",
                folder=displayed(str(output)),
                title_zh=displayed(earlier.title.zh),
                title_en=displayed(earlier.title.en),
                path=displayed(earlier.assessment),
            )
        )


def make_folder(folder: Path) -> None:
    """Make a folder of the results unless it is there. Raises ResultsFolderError where a file is."""
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError as error:
        raise _unwritable(folder, error) from None


@contextlib.contextmanager
def opened(output: Path, run: Run | None = None) -> Iterator[None]:
    """Hold the folder: nobody else grades into it meanwhile. `run` is written down.

    Raises
    ------
    ResultsFolderError
        Where it cannot be written, is in use or holds somebody else's files, and where the disk fills up
        meanwhile.
    """
    try:
        if run is not None:
            _refuse_strangers(output)
        output.mkdir(parents=True, exist_ok=True)
        handle = os.open(output / ".lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    except OSError as error:
        raise _unwritable(output, error) from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ResultsFolderError(
                sentence(
                    "另一个 kaodian 正在写 {folder}。等它结束，或换一个 -o。",
                    "Another kaodian is writing to {folder}. Wait for it, or give another -o.",
                    folder=displayed(str(output)),
                )
            ) from None
        _refuse_links(output)
        _remove_drafts(output)
        if run is not None:
            write_whole(output / _RUN, run.model_dump_json(indent=2) + "\n")
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise ResultsFolderError(
                sentence(
                    "{folder} 所在的磁盘已满，评分停在这里；已评的都在。腾出空间后再运行一次，就会接着评。",
                    "The disk that holds {folder} is full, and grading stops here; what was graded is kept. "
                    "Make room and run the command again to go on.",
                    folder=displayed(str(output)),
                )
            ) from None
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.ELOOP):
            raise _unwritable(output, error) from None
        raise
    finally:
        os.close(handle)


def page_name(student: str) -> str:
    """File name of a student's page: safe on every file system, different for different students."""
    return f"{file_stem(student)}.html"


def write_whole(path: Path, text: str | Iterable[str]) -> None:
    """Write a file so that a kill leaves the old one or the new one, never half of it.

    The new file is made with O_EXCL under a name of its own: a link planted in its place is not followed.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    draft.unlink(missing_ok=True)
    try:
        with os.fdopen(
            os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "w", encoding="utf-8", newline=""
        ) as file:
            file.writelines([text] if isinstance(text, str) else text)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    draft.replace(path)


def _remove_drafts(output: Path) -> None:
    """Remove what a kill left half written; whoever else could be writing here would hold the folder."""
    for folder in (output, output / PAGES):
        for draft in folder.glob(".*.tmp"):
            if _DRAFT.fullmatch(draft.name):
                draft.unlink(missing_ok=True)


def _refuse_strangers(output: Path) -> None:
    """Files of the names that are going to be written, in a folder that is not ours, are somebody else's."""
    if (output / _RUN).exists() or (output / ".lock").exists():
        return
    found = [name for name in _OURS if os.path.lexists(output / name)]
    if found:
        raise ResultsFolderError(
            sentence(
                "{folder} 里已有别的文件（{found}），没有写入。换一个 -o。",
                "{folder} holds files of another origin ({found}); nothing was written. Give another -o.",
                folder=displayed(str(output)),
                found=", ".join(found),
            )
        )


def _refuse_links(output: Path) -> None:
    """What is written must lie here: a link in the place of the journal or of a folder leads elsewhere."""
    links = sorted(displayed(entry.name) for entry in output.iterdir() if entry.is_symlink())
    if links:
        raise ResultsFolderError(
            sentence(
                "{folder} 里有符号链接（{found}），不会跟随它，没有写入。删除它，或换一个 -o。",
                "{folder} holds symbolic links ({found}), which are not followed; nothing was written. "
                "Remove them, or give another -o.",
                folder=displayed(str(output)),
                found=", ".join(links),
            )
        )


def _unwritable(output: Path, error: OSError) -> ResultsFolderError:
    return ResultsFolderError(
        sentence(
            "结果文件夹 {folder} 不能写（{why}）。换一个 -o，或改它的权限。",
            "The results folder {folder} cannot be written ({why}). "
            "Give another -o, or change its permissions.",
            folder=displayed(str(output)),
            why=error.strerror,
        )
    )
