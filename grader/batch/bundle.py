"""Hashes that scores refer to: of a paper's sealed contents, and of the sources that judge them."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel

from exercises.kit.catalogue import banks

_ROOT = Path(__file__).resolve().parent.parent.parent
_JUDGING = ("reference_impl", "exercises", "grader")


def source_hash() -> str:
    """Hash of every source that bears on a score: references, exercises, grader.

    Views and carried steps run at grading time, so a change of any of them is another version.
    """
    return _hash_of((_ROOT, *banks()))


@cache
def _hash_of(homes: tuple[Path, ...]) -> str:
    digest = hashlib.sha256()
    for home in homes:
        for package in _JUDGING:
            for path in sorted((home / package).rglob("*.py")):
                digest.update(str(path.relative_to(home)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def content_hash(*values: Any) -> str:
    """Hash of values as sealed variants hold them: models, arrays, numbers, text, lists and dicts.

    A model's fields that it declares `derived` are left out: they follow from what is in, and from sources.
    """
    digest = hashlib.sha256()
    for value in values:
        _update(digest, value)
    return digest.hexdigest()


def _update(digest: Any, value: Any) -> None:
    if isinstance(value, BaseModel):
        derived = getattr(type(value), "derived", ())
        value = {name: getattr(value, name) for name in type(value).model_fields if name not in derived}
    if isinstance(value, np.ndarray):
        digest.update(
            f"array {value.dtype.str} {value.shape} ".encode() + np.ascontiguousarray(value).tobytes()
        )
    elif isinstance(value, Mapping):
        digest.update(f"dict {len(value)} ".encode())
        for key in sorted(value, key=repr):
            _update(digest, key)
            _update(digest, value[key])
    elif isinstance(value, (list, tuple)):
        digest.update(f"list {len(value)} ".encode())
        for entry in value:
            _update(digest, entry)
    else:
        text = f"{type(value).__name__} {value!r}".encode()
        digest.update(f"{len(text)} ".encode() + text)
