"""The journal of a batch: one line a graded submission, so that a batch that was killed goes on.

    sha256 of the rest | key | result as JSON

A line counts only if it is whole and its key is bound to what it was graded from: the submission's bytes,
the assessment, the secret, and the sources that judged. Lines are appended; nothing is rewritten.
"""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

from pydantic import ValidationError

from grader.batch.result import SubmissionResult

_SYNC_S: Final = 0.5
"""A killed process loses nothing that it has written; this is for the power that fails."""


class Journal:
    """Results by key, kept in a file that only grows."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None
        self._places: dict[str, tuple[int, int]] = {}
        """By key: where the result's JSON begins, and its length."""
        self._synced = 0.0

    def read(self) -> Iterator[tuple[str, SubmissionResult]]:
        """Every whole record, one at a time; a line cut short by a kill, or damaged, is left out."""
        if not self.path.is_file():
            return
        at = 0
        with self.path.open("rb") as file:
            for line in file:
                start, at = at, at + len(line)
                digest, _, rest = line.rstrip(b"\n").partition(b" ")
                if hashlib.sha256(rest).hexdigest().encode() != digest:
                    continue
                key, _, body = rest.partition(b" ")
                try:
                    result = SubmissionResult.model_validate_json(body)
                except ValidationError:  # of an older version, whose keys nobody asks for any more
                    continue
                self._places[key.decode()] = start + len(line.rstrip(b"\n")) - len(body), len(body)
                yield key.decode(), result

    def lines(self, keys: Iterable[str]) -> Iterator[str]:
        """The records of these keys as JSON, read again from the file."""
        with self.path.open("rb") as file:
            for key in keys:
                start, length = self._places[key]
                file.seek(start)
                yield file.read(length).decode()

    def restart(self) -> None:
        """Forget every record."""
        self.path.unlink(missing_ok=True)
        self._places.clear()

    def __enter__(self) -> Self:
        self._file = self.path.open("ab")
        if self._file.tell() > 0:
            self._file.write(b"\n")  # ends a line that a kill may have cut short
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._sync()
            self._file.close()

    def append(self, key: str, result: str) -> None:
        """Write one record, a `SubmissionResult` as JSON; it outlives this process from now on.

        Raises
        ------
        OSError
            Where the disk is full.
        """
        assert self._file is not None
        body = result.encode()
        rest = key.encode() + b" " + body
        start = self._file.tell()
        line = hashlib.sha256(rest).hexdigest().encode() + b" " + rest + b"\n"
        self._file.write(line)
        self._file.flush()
        self._places[key] = start + len(line) - 1 - len(body), len(body)
        if time.monotonic() - self._synced > _SYNC_S:
            self._sync()

    def _sync(self) -> None:
        assert self._file is not None
        self._file.flush()
        os.fdatasync(self._file.fileno())
        self._synced = time.monotonic()
