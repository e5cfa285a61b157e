"""Values as frames, the same on both ends of the pipe: no pickle, no .npy header, no eval.

A frame is a magic word, two lengths, a JSON head and one raw body:

    KDF1 | head length | body length | [message, tree] | buffers of the arrays, in the tree's order

`message` is plain JSON of ours. In `tree`, None, bool, int, float, str and list stand for themselves;
everything else is an object with one key: {"a": [dtype, shape]} an array, {"g": dtype} a NumPy scalar,
{"d": [[key, value], ...]} a dict, {"t": [...]} a tuple, {"s": [...]} a small set of texts, {"c": [re, im]} a
complex number, {"i": hex} a big integer, {"u": name} a value of which only the type's name can be told.

The writer may meet anything that a student returns. The reader trusts nothing: every length is checked
before it is allocated, every word against a short list.
"""

import json
import struct
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.sandbox.inside.agreed import (
    ALIGNMENT,
    DTYPES,
    MAX_BIG_DIGITS,
    MAX_DEPTH,
    MAX_DIMENSIONS,
    MAX_MARKERS,
    MAX_NODES,
    MAX_SET,
    MalformedFrameError,
    TooLargeError,
    clean_text,
    is_small,
)
from grader.sandbox.inside.writer import Writer, type_name

__all__ = [
    "DTYPES",
    "HEADER",
    "MAGIC",
    "MAX_HEAD",
    "MAX_MARKERS",
    "MAX_NODES",
    "MAX_SET",
    "MalformedFrameError",
    "TooLargeError",
    "clean_text",
    "lengths",
    "pack",
    "parts",
    "type_name",
    "unpack",
]

MAGIC = b"KDF1"
HEADER = struct.Struct("<4sIQ")
MAX_HEAD = 8 << 20

_dumps, _loads, _join = json.JSONEncoder(separators=(",", ":")).encode, json.loads, b"".join


def pack(message: Any, value: Any = None, limit: int = 64 << 20) -> bytes:
    """Write one frame.

    Parameters
    ----------
    message : JSON value
        The envelope.
    value : object
        Anything; what the wire does not know becomes a marker with its type's name.
    limit : int
        Bytes of array data allowed.

    Raises
    ------
    TooLargeError
    """
    writer = Writer(limit)
    tree = writer.tree(value, 0)
    head = _dumps([message, tree]).encode("ascii")
    if len(head) > MAX_HEAD:
        raise TooLargeError(f"{len(head)} bytes of numbers and text, {MAX_HEAD} allowed")
    return _join([HEADER.pack(MAGIC, len(head), writer.size), head, *writer.buffers])


def lengths(frame: bytes | bytearray, limit: int) -> tuple[int, int]:
    """Lengths of head and body by a frame's first bytes, refused above the caps: nothing is allocated yet."""
    magic, head, body = HEADER.unpack_from(frame)
    if magic != MAGIC or head > MAX_HEAD or body > limit:
        raise MalformedFrameError("not a frame, or too large a one")
    return head, body


def parts(frame: bytes | bytearray) -> tuple[bytes | bytearray, bytearray]:
    """Head and body of a whole frame, whose lengths have been asked."""
    _, head, _ = HEADER.unpack_from(frame)
    start, end = HEADER.size, HEADER.size + head
    return frame[start:end], bytearray(memoryview(frame)[end:])


def unpack(head: bytes | bytearray, body: bytearray, unreadable: Callable[[str], Any]) -> tuple[Any, Any]:
    """Read one frame: its message and its value.

    Parameters
    ----------
    head, body : bytes, bytearray
        Of the lengths that `lengths` has allowed. Arrays are views of `body`, which is writable.
    unreadable : function
        Makes the marker for a value that could not be written, of its type's name.

    Raises
    ------
    MalformedFrameError
    """
    if sum(map(head.count, (b",", b"[", b"{"))) > 4 * MAX_NODES:  # parsed, it would fill the memory
        raise MalformedFrameError("too many values")
    try:
        message, tree = _loads(head)
        reader = _Reader(body, unreadable)
        value = reader.value(tree, 0)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise MalformedFrameError(f"{type(error).__name__} in the head") from error
    if reader.position != len(body):
        raise MalformedFrameError("bytes that belong to no array")
    return message, value


class _Reader:
    def __init__(self, body: bytearray, unreadable: Callable[[str], Any]) -> None:
        self.body = body
        self.position = 0
        self.markers = 0
        self.unreadable = unreadable

    def value(self, node: Any, depth: int) -> Any:
        kind = type(node)
        if kind is float or kind is int or kind is bool or node is None:
            return node
        if kind is str:
            return clean_text(node)
        if depth > MAX_DEPTH:
            raise ValueError("too deep")
        if kind is list:
            return [self.value(item, depth + 1) for item in node]
        ((tag, content),) = node.items()
        return _READ[tag](self, content, depth)

    def tuple(self, content: Any, depth: int) -> Any:
        return tuple(self.value(item, depth + 1) for item in _exactly(list, content))

    def dict(self, content: Any, depth: int) -> Any:
        plain: dict[Any, Any] = {}
        for key, item in _exactly(list, content):
            if type(key) is str:
                plain[clean_text(key)] = self.value(item, depth + 1)
            elif type(key) is int:
                plain[key] = self.value(item, depth + 1)
            else:
                raise TypeError("a key is neither text nor an integer")
        return plain

    def set(self, content: Any, depth: int) -> Any:
        if len(_exactly(list, content)) > MAX_SET:
            raise ValueError("too many members")
        return frozenset(clean_text(_exactly(str, member)) for member in content)

    def array(self, content: Any, depth: int) -> Any:
        key, shape = content if type(content) is list else _exactly(list, content)
        if len(shape if type(shape) is list else _exactly(list, shape)) > MAX_DIMENSIONS:
            raise ValueError("too many dimensions")
        count = 1
        for length in shape:
            if type(length) is not int or not 0 <= length < 1 << 62:
                raise ValueError("a length is no length")
            count *= length
        if not count and not is_small(shape):
            raise ValueError("an empty array with vast axes")
        return self.take(key, count).reshape(shape)

    def scalar(self, content: Any, depth: int) -> Any:
        return self.take(content, 1)[0]

    def take(self, key: Any, count: int) -> Any:
        dtype = DTYPES.get(key) if type(key) is str else None
        if dtype is None:
            raise ValueError("unknown dtype")
        start, size = self.position, count * dtype.itemsize
        self.position += size + -size % ALIGNMENT
        if self.position > len(self.body):
            raise ValueError("array beyond the body")
        if key == "b1":  # any byte may come, but only 0 and 1 are booleans
            return np.frombuffer(self.body, np.uint8, count, start) != 0
        return np.frombuffer(self.body, dtype, count, start) if count else np.empty(0, dtype)

    def complex(self, content: Any, depth: int) -> Any:
        real, imaginary = content
        return complex(_exactly(float, real), _exactly(float, imaginary))

    def integer(self, content: Any, depth: int) -> Any:
        if len(_exactly(str, content)) > MAX_BIG_DIGITS + 3:
            raise ValueError("too long a number")
        return int(content, 16)

    def marker(self, content: Any, depth: int) -> Any:
        self.markers += 1
        if self.markers > MAX_MARKERS:
            raise ValueError("too many values that could not be written")
        return self.unreadable(clean_text(_exactly(str, content))[:200])


_READ: dict[str, Any] = {
    "t": _Reader.tuple,
    "d": _Reader.dict,
    "s": _Reader.set,
    "a": _Reader.array,
    "g": _Reader.scalar,
    "c": _Reader.complex,
    "i": _Reader.integer,
    "u": _Reader.marker,
}


def _exactly(kind: type, node: Any) -> Any:
    if type(node) is not kind:
        raise TypeError(f"expected {kind.__name__}")
    return node
