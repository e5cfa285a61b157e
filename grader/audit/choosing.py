"""Which exercises to audit: those that a change bears on, and a sample of the others."""

import hashlib
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from exercises.kit.catalogue import root_of
from grader.audit.cache import HOME, files_of, judging_files


class RevisionError(Exception):
    """The revision cannot be compared with; the sentence says why."""


def changed_files(revision: str, folder: Path = HOME) -> frozenset[Path]:
    """Files that differ from a revision of git's, those that are new among them.

    Raises
    ------
    RevisionError
        Where there is no git, no repository, or no such revision.
    """
    _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    differing = _git(folder, "diff", "--name-only", "--no-renames", "-z", "--relative", revision, "--")
    new = _git(folder, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(folder / name for name in (differing + new).split("\0") if name)


def chosen(
    exercise_ids: Sequence[str],
    changed: frozenset[Path] | None,
    sample: int | None,
    seed: str,
) -> tuple[str, ...]:
    """The exercises to audit, in their order.

    Parameters
    ----------
    exercise_ids : list of str
    changed : set of Path or None
        Files that changed; None: it is not asked what changed.
    sample : int or None
        How many to take of those that no change bears on. None: none of them; but where what judges them
        all has changed, or `changed` is None, all.
    seed : str
        The same seed takes the same sample.
    """
    touched = {one for one in exercise_ids if changed and not changed.isdisjoint(files_of(one, root_of(one)))}
    rest = [one for one in exercise_ids if one not in touched]
    if sample is None:
        everything = changed is None or not changed.isdisjoint(judging_files())
        taken = set(rest) if everything else set()
    else:
        taken = set(sorted(rest, key=lambda one: hashlib.sha256(f"{seed}\0{one}".encode()).digest())[:sample])
    return tuple(one for one in exercise_ids if one in touched | taken)


def head(folder: Path = HOME) -> str:
    """The commit that is checked out; "" outside of a repository."""
    try:
        return _git(folder, "rev-parse", "HEAD").strip()
    except RevisionError:
        return ""


def _git(folder: Path, *arguments: str) -> str:
    git = shutil.which("git")
    if git is None:
        raise RevisionError("git is not installed, so nothing can be compared with a revision")
    done = subprocess.run(  # noqa: S603 - a fixed program, and arguments that it takes as a revision only
        [git, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        words = done.stderr.strip().splitlines()
        raise RevisionError(
            words[-1] if words else f"there is no revision {arguments[-1].partition('^')[0]!r}"
        )
    return done.stdout
