"""Values as frames, the same on both ends of the pipe: no pickle, no .npy header, no eval.

A frame is a magic word, two lengths, a JSON head and one raw body:

    KDF1 | head length | body length | [message, tree] | buffers of the arrays, in the tree's order

`message` is plain JSON of ours. In `tree`, None, bool, int, float, str and list stand for themselves;
everything else is an object with one key: {"a": [dtype, shape]} an array, {"g": dtype} a NumPy scalar,
{"d": [[key, value], ...]} a dict, {"t": [...]} a tuple, {"s": [...]} a small set of texts, {"c": [re, im]} a
complex number, {"i": hex} a big integer, {"u": name} a value of which only the type's name can be told.

The writer may meet anything that a student returns: subclasses that lie, cycles, a terabyte behind strides
of zero. It takes values apart by the base classes' own methods, never by the value's. The reader trusts
nothing: every length is checked before it is allocated, every word against a short list.
"""

import json
import struct
import sys
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

MAGIC = b"KDF1"
HEADER = struct.Struct("<4sIQ")
DTYPES = frozenset("b1 i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 c8 c16".split())
MAX_HEAD = 8 << 20
MAX_NODES = 500_000
MAX_DEPTH = 64
MAX_DIMENSIONS = 32
MAX_SET = 64
"""Members of a set, which is an answer to a choice; any other set is only told by its type's name."""
MAX_EMPTY = 1 << 20
"""Product of the other lengths of an array of no elements: a sum over the axis of length 0 allocates it."""
ALIGNMENT = 16
"""Every buffer starts at a multiple of this, so that arrays are aligned views of the body."""
_BIG_DIGITS = 3500  # hexadecimal digits of an integer; Python prints no more than 3570

_ndarray, _generic = np.ndarray, np.generic
_view, _astype, _reshape, _tobytes = (
    np.ndarray.view,
    np.ndarray.astype,
    np.ndarray.reshape,
    np.ndarray.tobytes,
)
_tolist, _scalar_bytes = np.ndarray.tolist, np.generic.tobytes
_dumps, _loads, _join = json.JSONEncoder(separators=(",", ":")).encode, json.loads, b"".join
_WIDEST = {"f": np.dtype("<f8"), "c": np.dtype("<c16")}


class MalformedFrameError(Exception):
    """What came over the pipe is no frame of ours."""


class TooLargeError(Exception):
    """The value does not fit into the frame's caps."""


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
    writer = _Writer(limit)
    tree = writer.tree(value, 0)
    head = _dumps([message, tree]).encode("ascii")
    if len(head) > MAX_HEAD:
        raise TooLargeError(f"{len(head)} bytes of numbers and text, {MAX_HEAD} allowed")
    return _join([HEADER.pack(MAGIC, len(head), writer.size), head, *writer.buffers])


def lengths(header: bytes | bytearray, limit: int) -> tuple[int, int]:
    """Lengths of head and body, refused above the caps before anything is allocated for them."""
    magic, head, body = HEADER.unpack(header)
    if magic != MAGIC or head > MAX_HEAD or body > limit:
        raise MalformedFrameError("not a frame, or too large a one")
    return head, body


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


class _Writer:
    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self.nodes = 0
        self.buffers: list[bytes] = []
        self.around: set[int] = set()
        """Containers that the current value lies in, to find cycles."""

    def tree(self, value: Any, depth: int) -> Any:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise TooLargeError(f"more than {MAX_NODES} numbers in lists")
        kind = type(value)
        if kind is float or kind is bool or kind is str or value is None:
            return value
        write = _EXACT.get(kind) or _nearest(kind)
        if write is None:
            return self.foreign(value, kind, depth)
        return write(self, value, depth)

    def integer(self, value: Any, depth: int) -> Any:
        plain = int.__index__(value)
        if -(1 << 63) <= plain < 1 << 64:
            return plain
        if plain.bit_length() > 4 * _BIG_DIGITS:
            return {"u": f"int of {plain.bit_length()} bits"}
        return {"i": hex(plain)}

    def real(self, value: Any, depth: int) -> Any:
        return float.__float__(value)

    def text(self, value: Any, depth: int) -> Any:
        return str.__str__(value)

    def complex(self, value: Any, depth: int) -> Any:
        plain = complex.__complex__(value)
        return {"c": [plain.real, plain.imag]}

    def list(self, value: Any, depth: int) -> Any:
        return self.inside(value, depth, lambda: [self.tree(item, depth + 1) for item in list.copy(value)])

    def tuple(self, value: Any, depth: int) -> Any:
        items = tuple.__getitem__(value, slice(None))
        return self.inside(value, depth, lambda: {"t": [self.tree(item, depth + 1) for item in items]})

    def dict(self, value: Any, depth: int) -> Any:
        def pairs() -> Any:
            written = []
            for key, item in dict.items(value):
                plain = _plain_key(key)
                if plain is None:
                    return {"u": f"dict with a key of type {type_name(type(key))}"}
                written.append([plain, self.tree(item, depth + 1)])
            return {"d": written}

        return self.inside(value, depth, pairs)

    def set(self, value: Any, depth: int) -> Any:
        base: Any = set if set in type(value).__mro__ else frozenset
        members = list(base.__iter__(value)) if base.__len__(value) <= MAX_SET else [None]
        if not all(str in type(member).__mro__ for member in members):
            return {"u": base.__name__}
        return {"s": sorted(str.__str__(member) for member in members)}

    def inside(self, container: Any, depth: int, write: Callable[[], Any]) -> Any:
        if id(container) in self.around:
            return {"u": f"{type_name(type(container))} that contains itself"}
        if depth >= MAX_DEPTH:
            return {"u": f"{type_name(type(container))} nested more than {MAX_DEPTH} deep"}
        self.around.add(id(container))
        try:
            return write()
        finally:
            self.around.discard(id(container))

    def array(self, value: Any, depth: int) -> Any:
        plain = _view(value, _ndarray)
        dtype = plain.dtype
        key = f"{dtype.kind}{dtype.itemsize}"
        if key not in DTYPES:
            if dtype.kind == "U" and plain.size <= MAX_NODES:
                return self.tree(_tolist(plain), depth)
            if dtype.kind not in _WIDEST:
                return {"u": f"array of {dtype.name}"}
            dtype = _WIDEST[dtype.kind]  # long double, which is not the same on any two machines
            key = f"{dtype.kind}{dtype.itemsize}"
        # asked before anything is copied: strides of zero make a terabyte out of one number
        self.room_for(plain.size * dtype.itemsize)
        if not plain.size and not _is_small(plain.shape):
            raise TooLargeError(f"an empty array of shape {plain.shape}")
        packed = _astype(plain, dtype.newbyteorder("<"), order="C", copy=False)
        self.put(_tobytes(packed))
        return {"a": [key, list(plain.shape)]}

    def scalar(self, value: Any, depth: int) -> Any:
        base = next((t for t in type(value).__mro__ if t in _SCALARS), None)
        if base is None:
            return {"u": type_name(type(value))}
        key = _SCALARS[base]
        data = _scalar_bytes(value)
        if key not in DTYPES:
            widest = _WIDEST[key[0]]
            data, key = (
                np.frombuffer(data, base)[:1].astype(widest).tobytes(),
                f"{widest.kind}{widest.itemsize}",
            )
        self.room_for(len(data))
        self.put(data)
        return {"g": key}

    def foreign(self, value: Any, kind: type, depth: int) -> Any:
        for exact in (_loaded("fractions", "Fraction"), _loaded("decimal", "Decimal")):
            if exact is not None and issubclass(kind, exact):
                try:
                    return float.__float__(exact.__float__(value))
                except Exception:  # beyond float64, or a subclass whose numbers are none
                    return {"u": type_name(kind)}
        torch, tensor = sys.modules.get("torch"), _loaded("torch", "Tensor")
        if torch is None or tensor is None or not issubclass(kind, tensor):
            return {"u": type_name(kind)}
        self.room_for(value.numel() * value.element_size())  # expanded tensors have strides of zero too
        with torch._C.DisableTorchFunctionSubclass():
            plain = torch.Tensor.detach(value).cpu()
            if plain.layout is not torch.strided:
                plain = plain.to_dense()
            if plain.dtype is torch.bfloat16:
                plain = plain.float()
            return self.array(plain.resolve_conj().resolve_neg().numpy(), depth)

    def room_for(self, size: int) -> None:
        if self.size + size > self.limit:
            raise TooLargeError(f"more than {self.limit >> 20} MB of arrays")

    def put(self, data: bytes) -> None:
        padding = bytes(-len(data) % ALIGNMENT)
        self.buffers += (data, padding)
        self.size += len(data) + len(padding)


_SCALARS: dict[type, str] = {
    np.dtype(c).type: f"{np.dtype(c).kind}{np.dtype(c).itemsize}" for c in "?bBhHiIlLqQefdgFDG"
}
_EXACT: dict[type, Any] = {
    int: _Writer.integer,
    list: _Writer.list,
    tuple: _Writer.tuple,
    dict: _Writer.dict,
    set: _Writer.set,
    frozenset: _Writer.set,
    _ndarray: _Writer.array,
    complex: _Writer.complex,
    **dict.fromkeys(_SCALARS, _Writer.scalar),
}
_BASES: tuple[tuple[type, Any], ...] = (
    (_ndarray, _Writer.array),
    (_generic, _Writer.scalar),  # before float: a float64 is one
    (float, _Writer.real),
    (int, _Writer.integer),
    (str, _Writer.text),
    (list, _Writer.list),
    (tuple, _Writer.tuple),
    (dict, _Writer.dict),
    (set, _Writer.set),
    (frozenset, _Writer.set),
    (complex, _Writer.complex),
)


def _nearest(kind: type) -> Any:
    mro = type.mro(kind) if type(kind) is type else kind.__mro__
    if np.str_ in mro:
        return _Writer.text
    return next((write for base, write in _BASES if base in mro), None)


def _loaded(module: str, name: str) -> Any:
    """A class of a module that only those who use it have loaded; None where nobody has."""
    known = getattr(sys.modules.get(module), name, None)
    return known if isinstance(known, type) else None


def _plain_key(key: Any) -> Any:
    mro = type(key).__mro__
    if str in mro:
        return str.__str__(key)
    if int in mro:
        return int.__index__(key)
    return _generic.item(key) if np.integer in mro else None


def type_name(kind: type) -> str:
    try:
        name = str.__str__(type.__dict__["__name__"].__get__(kind))
    except Exception:  # a metaclass can break anything
        return "object"
    return name[:100]


class _Reader:
    def __init__(self, body: bytearray, unreadable: Callable[[str], Any]) -> None:
        self.body = body
        self.position = 0
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
        plain = {}
        for key, item in _exactly(list, content):
            if type(key) is not str and type(key) is not int:
                raise TypeError("a key is neither text nor an integer")
            plain[clean_text(key) if type(key) is str else key] = self.value(item, depth + 1)
        return plain

    def set(self, content: Any, depth: int) -> Any:
        if len(_exactly(list, content)) > MAX_SET:
            raise ValueError("too many members")
        return frozenset(clean_text(_exactly(str, member)) for member in content)

    def array(self, content: Any, depth: int) -> Any:
        key, shape = _exactly(list, content)
        if len(_exactly(list, shape)) > MAX_DIMENSIONS:
            raise ValueError("too many dimensions")
        count = 1
        for length in shape:
            if type(length) is not int or not 0 <= length < 1 << 62:
                raise ValueError("a length is no length")
            count *= length
        if not count and not _is_small(shape):
            raise ValueError("an empty array with vast axes")
        return self.take(key, count).reshape(shape)

    def scalar(self, content: Any, depth: int) -> Any:
        return self.take(content, 1)[0]

    def take(self, key: Any, count: int) -> Any:
        if type(key) is not str or key not in DTYPES:
            raise ValueError("unknown dtype")
        dtype = np.dtype("<" + key)
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
        if len(_exactly(str, content)) > _BIG_DIGITS + 3:
            raise ValueError("too long a number")
        return int(content, 16)

    def marker(self, content: Any, depth: int) -> Any:
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


def _is_small(shape: Sequence[int]) -> bool:
    product = 1
    for length in shape:
        product *= length or 1
    return product <= MAX_EMPTY


def _exactly(kind: type, node: Any) -> Any:
    if type(node) is not kind:
        raise TypeError(f"expected {kind.__name__}")
    return node


def clean_text(text: str) -> str:
    """Replace lone surrogates, which no file can hold, by question marks."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
