"""Takes a value apart for the wire, whatever a student has made of it.

By the base classes' own methods, never by the value's: subclasses lie, lists contain themselves, and a
terabyte hides behind strides of zero.
"""

import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.sandbox.inside.agreed import (
    ALIGNMENT,
    DTYPES,
    MAX_BIG_DIGITS,
    MAX_DEPTH,
    MAX_NODES,
    MAX_SET,
    NAMES,
    TooLargeError,
    is_small,
)

_ndarray, _generic = np.ndarray, np.generic
_view, _astype, _tobytes = np.ndarray.view, np.ndarray.astype, np.ndarray.tobytes
_tolist, _scalar_bytes = np.ndarray.tolist, np.generic.tobytes
_WIDEST = {"f": "f8", "c": "c16"}
_PADDING = [bytes(-size % ALIGNMENT) for size in range(ALIGNMENT)]


class Writer:
    """Makes one frame's tree and buffers."""

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
        if plain.bit_length() > 4 * MAX_BIG_DIGITS:
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
        def written() -> Any:
            trees = self.items(list.copy(value), depth)
            return {"u": "list"} if trees is None else trees

        return self.inside(value, depth, written)

    def tuple(self, value: Any, depth: int) -> Any:
        items = tuple.__getitem__(value, slice(None))

        def written() -> Any:
            trees = self.items(items, depth)
            return {"u": "tuple"} if trees is None else {"t": trees}

        return self.inside(value, depth, written)

    def items(self, items: Any, depth: int) -> Any:
        """Trees of a list's items; None where one cannot be written, for then the rest is no use either."""
        buffers, size = len(self.buffers), self.size
        trees = []
        for item in items:
            tree = self.tree(item, depth + 1)
            if type(tree) is dict and "u" in tree:
                del self.buffers[buffers:]
                self.size = size
                return None
            trees.append(tree)
        return trees

    def dict(self, value: Any, depth: int) -> Any:
        def pairs() -> Any:
            written = []
            for key, item in dict.items(value):
                plain = key if type(key) is str else _plain_key(key)
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
        plain = value if type(value) is _ndarray else _view(value, _ndarray)
        dtype = plain.dtype
        key = NAMES.get(dtype)
        if key is None:
            if dtype.kind in "UO" and plain.size <= MAX_NODES and depth < MAX_DEPTH:
                tree = self.tree(_tolist(plain), depth + 1)  # of objects, it may contain itself
                return {"u": f"array of {dtype.name}"} if type(tree) is dict and "u" in tree else tree
            key = _nearest_dtype(dtype)
            if key is None:
                return {"u": f"array of {dtype.name}"}
            dtype = DTYPES[key]
        # asked before anything is copied: strides of zero make a terabyte out of one number
        size = plain.size * dtype.itemsize
        self.room_for(size)
        if not size and not is_small(plain.shape):
            raise TooLargeError(f"an empty array of shape {plain.shape}")
        self.put(_tobytes(plain if dtype is plain.dtype else _astype(plain, dtype)))
        return {"a": [key, plain.shape]}

    def scalar(self, value: Any, depth: int) -> Any:
        base = next((t for t in type(value).__mro__ if t in _SCALARS), None)
        if base is None:
            return {"u": type_name(type(value))}
        dtype = _SCALARS[base]
        data, key = _scalar_bytes(value), NAMES.get(dtype)
        if key is None:
            key = _nearest_dtype(dtype)
            assert key is not None  # a number's type is of one of these kinds
            data = np.frombuffer(data, dtype)[:1].astype(DTYPES[key]).tobytes()
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
        self.buffers.append(data)
        self.size += len(data)
        if beyond := len(data) % ALIGNMENT:
            self.buffers.append(_PADDING[beyond])
            self.size += ALIGNMENT - beyond


_SCALARS: dict[type, np.dtype] = {np.dtype(c).type: np.dtype(c) for c in "?bBhHiIlLqQefdgFDG"}
_EXACT: dict[type, Any] = {
    int: Writer.integer,
    list: Writer.list,
    tuple: Writer.tuple,
    dict: Writer.dict,
    set: Writer.set,
    frozenset: Writer.set,
    _ndarray: Writer.array,
    complex: Writer.complex,
    **dict.fromkeys(_SCALARS, Writer.scalar),
}
_BASES: tuple[tuple[type, Any], ...] = (
    (_ndarray, Writer.array),
    (_generic, Writer.scalar),  # before float: a float64 is one
    (float, Writer.real),
    (int, Writer.integer),
    (str, Writer.text),
    (list, Writer.list),
    (tuple, Writer.tuple),
    (dict, Writer.dict),
    (set, Writer.set),
    (frozenset, Writer.set),
    (complex, Writer.complex),
)


def _nearest(kind: type) -> Any:
    mro = type.mro(kind) if type(kind) is type else kind.__mro__
    if np.str_ in mro:
        return Writer.text
    return next((write for base, write in _BASES if base in mro), None)


def _nearest_dtype(dtype: Any) -> str | None:
    """Of other byte order, or long double, which is not the same on any two machines; None for no number."""
    key = f"{dtype.kind}{dtype.itemsize}"
    return key if key in DTYPES else _WIDEST.get(dtype.kind)


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
