"""Reading from disk: links are not followed, pipes do not hang, sizes are asked before and while reading."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from grader.submissions import caps
from grader.submissions.contents import (
    Contents,
    Kind,
    file_cap_mb,
    is_no_file,
    is_noise,
    is_symlink,
    kind_of,
    too_deep,
    too_large,
    too_large_in_all,
    too_many_entries,
    unknown_kind,
)
from grader.submissions.problems import SubmissionError, displayed, refusal

# O_NONBLOCK: to open a pipe that nobody writes to would wait for ever. Of these Windows has O_BINARY only.
_OPEN_FLAGS: Final = os.O_RDONLY | sum(
    getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY")
)
_HAS_FOLDER_DESCRIPTORS: Final = os.open in os.supports_dir_fd and os.scandir in os.supports_fd


class _Place:
    """A folder that is open: by descriptor, so that nobody can swap it for a link; by path on Windows."""

    def __init__(self, path: Path, descriptor: int | None) -> None:
        self.path = path
        self.descriptor = descriptor

    def status(self, name: str) -> os.stat_result:
        if self.descriptor is None:
            return os.lstat(self.path / name)
        return os.stat(name, dir_fd=self.descriptor, follow_symlinks=False)

    def open(self, name: str) -> int:
        if self.descriptor is None:
            return os.open(self.path / name, _OPEN_FLAGS)
        return os.open(name, _OPEN_FLAGS, dir_fd=self.descriptor)

    def names(self, at_most: int) -> list[str]:
        """The names in it, sorted; one more than `at_most` if there are more."""
        names = []
        with os.scandir(self.path if self.descriptor is None else self.descriptor) as entries:
            for entry in entries:
                if is_noise(entry.name):
                    continue
                names.append(entry.name)
                if len(names) > at_most:
                    break
        return sorted(names)

    @contextmanager
    def folder(self, name: str) -> Iterator["_Place"]:
        if not _HAS_FOLDER_DESCRIPTORS:
            yield _Place(self.path / name, None)
            return
        descriptor = self.open(name)
        try:
            if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise NotADirectoryError(errno.ENOTDIR, "changed", name)
            yield _Place(self.path / name, descriptor)
        finally:
            os.close(descriptor)


def unreadable(name: str, error: OSError) -> SubmissionError:
    """What an error of the operating system means for the file of this name."""
    if error.errno == errno.ELOOP:
        return is_symlink(name)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return refusal(
            "{name} 不存在，或在读取时被移走或改动。请检查后再运行一次。",
            "{name} does not exist, or was moved or changed while it was read. Look at it and run again.",
            name=displayed(name),
        )
    return refusal(
        "{name} 无法读取（系统错误 {code}）。请检查文件权限后再运行一次。",
        "{name} cannot be read (system error {code}). Look at its permissions and run again.",
        name=displayed(name),
        code=errno.errorcode.get(error.errno or 0, type(error).__name__),
    )


def _read_file(place: _Place, name: str, shown: str, most_mb: int) -> bytes:
    status = place.status(name)
    if stat.S_ISLNK(status.st_mode):
        raise is_symlink(shown)
    if not stat.S_ISREG(status.st_mode):
        raise is_no_file(shown)
    descriptor = place.open(name)
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        # Asked again of what was opened: it may be another file by now.
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise is_no_file(shown)
        most = most_mb * caps.MB
        data = bytearray()
        while status.st_size <= most and len(data) <= most:
            piece = file.read(min(1 << 20, most + 1 - len(data)))
            if not piece:
                return bytes(data)
            data += piece
    raise too_large(shown, most_mb)


def _read_folder(place: _Place, inside: str, title: str, found: Contents, spent: list[int]) -> None:
    """Add what lies in `place` to `found`; `spent` counts entries and bytes so far."""
    names = place.names(caps.ENTRIES)
    spent[0] += len(names)
    if spent[0] > caps.ENTRIES:
        raise too_many_entries(title)
    for name in names:
        member = f"{inside}{name}"
        status = place.status(name)
        if stat.S_ISLNK(status.st_mode):
            raise is_symlink(f"{title}/{member}")
        if stat.S_ISDIR(status.st_mode):
            if member.count("/") >= caps.DEPTH:
                raise too_deep(title, member)
            with place.folder(name) as folder:
                _read_folder(folder, f"{member}/", title, found, spent)
            continue
        if not stat.S_ISREG(status.st_mode):
            raise is_no_file(f"{title}/{member}")
        kind = kind_of(name)
        if kind is Kind.OTHER or (kind is Kind.ZIP and status.st_size > caps.TOTAL_MB * caps.MB):
            found.ignored.append(member)
            continue
        data = _read_file(place, name, f"{title}/{member}", file_cap_mb(name))
        found.files[member] = data
        spent[1] += len(data)
        if spent[1] > caps.TOTAL_MB * caps.MB:
            raise too_large_in_all(title)


def read_path(path: Path) -> bytes | Contents:
    """Read a file, or every script, notebook and zip of a folder.

    Raises
    ------
    SubmissionError
        If it is neither, is a link, is too large or too deep, or cannot be read.
    """
    try:
        place = _Place(path.parent, None)
        mode = place.status(path.name).st_mode
        if stat.S_ISREG(mode) and kind_of(path.name) is Kind.OTHER:
            refused = unknown_kind(path.name)
            with contextlib.suppress(SubmissionError, OSError):
                refused.data = _read_file(place, path.name, path.name, caps.TOTAL_MB)
            raise refused
        if not stat.S_ISDIR(mode):
            return _read_file(place, path.name, path.name, file_cap_mb(path.name))
        found = Contents()
        with place.folder(path.name) as folder:
            _read_folder(folder, "", path.name, found, [0, 0])
        return found
    except OSError as error:
        raise unreadable(path.name, error) from None
    except ValueError:
        # A NUL in the path.
        raise unreadable(path.name, FileNotFoundError(errno.ENOENT, "NUL in path")) from None
