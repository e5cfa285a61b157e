"""The folder that forks write in where they have no file system of their own.

A private tmpfs bounds what a fork writes, and ends with it. Where none can be mounted the forks of a zygote
write to the machine's own file system, one after another, as a user who may be the grader's own. So the
trusted side measures while a fork runs, and empties the folder before the next: whatever lies there, however
deep, and whether or not it may be listed.
"""

import contextlib
import os
from pathlib import Path
from typing import Final

from grader.sandbox.job import Limits

_FILES_FACTOR: Final = 4
"""Bytes of all files together, as a multiple of the limit on one."""
_MAX_FILES: Final = 1000
_MAX_DEPTH: Final = 32
_ROOM: Final = 1 << 30
"""How much fuller the file system may become while a fork runs: files without a name can't be counted."""
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


def too_much(work: Path, limits: Limits) -> bool:
    """Whether more lies there than one submission may write, or what can't be counted."""
    most = _FILES_FACTOR * (limits.file_mb << 20)
    size, count = 0, 0
    folders = [(str(work), 0)]
    while folders:
        path, depth = folders.pop()
        try:
            with os.scandir(path) as entries:
                for entry in entries:
                    count += 1
                    if entry.is_dir(follow_symlinks=False):
                        folders.append((entry.path, depth + 1))
                    else:
                        with contextlib.suppress(FileNotFoundError):
                            size += entry.stat(follow_symlinks=False).st_blocks * 512
                    if size > most or count > _MAX_FILES or depth > _MAX_DEPTH:
                        return True
        except FileNotFoundError:
            continue  # removed while we looked
        except OSError:  # a folder that nobody may list: no honest program makes one
            return True
    return False


def room(work: Path) -> int:
    """Bytes that the file system has left."""
    found = os.statvfs(work)
    return found.f_bavail * found.f_frsize


def is_filled(work: Path, room_before: int) -> bool:
    """Whether the file system has become much fuller, be it by a fork or by others on this machine."""
    return room_before - room(work) > _ROOM


def empty(work: Path) -> None:
    """Remove everything in the folder; no fork may be running.

    Goes down by descriptors and up by "..": no depth is too deep for a path, a stack or the descriptors.

    Raises
    ------
    OSError
        Something can't be removed: the folder is not to be used again.
    """
    here = os.open(work, _FOLDER)
    names: list[str] = []
    left = [_without_files(here)]
    try:
        while True:
            if left[-1]:
                names.append(left[-1].pop())
                os.chmod(names[-1], 0o700, dir_fd=here)  # it is no link: those are files here
                here = _change(here, names[-1])
                left.append(_without_files(here))
            elif names:
                left.pop()
                here = _change(here, "..")
                os.rmdir(names.pop(), dir_fd=here)
            else:
                return
    finally:
        os.close(here)


def _without_files(folder: int) -> list[str]:
    """Remove all but the folders, which are returned."""
    with os.scandir(folder) as entries:
        found = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
    for name, is_folder in found:
        if not is_folder:
            os.unlink(name, dir_fd=folder)
    return [name for name, is_folder in found if is_folder]


def _change(here: int, name: str) -> int:
    there = os.open(name, _FOLDER, dir_fd=here)
    os.close(here)
    return there
