"""The journal of a batch: one line a graded submission, so that a batch that was killed goes on.

A line counts only if it is whole and bound to what it was graded from: the submission's bytes, the
assessment, the secret, and the sources that judged. Lines are appended and synced; nothing is rewritten.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from pydantic import ValidationError

from grader.batch.result import SubmissionResult


class Journal:
    """Results by key, kept in `journal.jsonl`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None

    def read(self) -> dict[str, SubmissionResult]:
        """Every whole record; a line cut short by a kill, or damaged, is left out."""
        return dict(self._records())

    def _records(self) -> Iterator[tuple[str, SubmissionResult]]:
        if not self.path.is_file():
            return
        for line in self.path.read_bytes().split(b"\n"):
            try:
                head, _, body = line.partition(b" ")
                if hashlib.sha256(body).hexdigest().encode() == head:
                    record = json.loads(body)
                    yield record["key"], SubmissionResult.model_validate(record["result"])
            except (ValueError, KeyError, TypeError, ValidationError):
                continue

    def __enter__(self) -> Self:
        self._file = self.path.open("ab")
        if self._file.tell() > 0:
            self._file.write(b"\n")  # ends a line that a kill may have cut short
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def append(self, key: str, result: SubmissionResult) -> None:
        """Write one record, and see it on disk."""
        assert self._file is not None
        body = json.dumps({"key": key, "result": result.model_dump(mode="json")}, ensure_ascii=False).encode()
        self._file.write(hashlib.sha256(body).hexdigest().encode() + b" " + body + b"\n")
        self._file.flush()
        os.fdatasync(self._file.fileno())
