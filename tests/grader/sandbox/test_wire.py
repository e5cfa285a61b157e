"""What one end writes the other reads back; what nobody wrote is refused."""

import contextlib
import json
import math
from collections import OrderedDict, namedtuple
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.sandbox.inside import wire
from grader.sandbox.job import Unreadable

LIMIT = 1 << 20


def unpack(frame: bytes, limit: int = LIMIT):
    head, body = wire.lengths(frame[: wire.HEADER.size], limit)
    start = wire.HEADER.size
    if len(frame) != start + head + body:
        raise wire.MalformedFrameError
    parts = frame[start : start + head], bytearray(frame[start + head :])
    return wire.unpack(*parts, lambda name: Unreadable(type_name=name))


def back(value):
    message, found = unpack(wire.pack({"m": 1}, value, LIMIT))
    assert message == {"m": 1}
    return found


def same(a, b) -> bool:
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, np.generic):
        return a.tobytes() == b.tobytes()
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[k], b[k]) for k in a)
    if isinstance(a, complex):
        return same(a.real, b.real) and same(a.imag, b.imag)
    return a == b or (isinstance(a, float) and math.isnan(a) and math.isnan(b))


dtypes = st.sampled_from([np.dtype(f"<{name}") for name in sorted(wire.DTYPES)])
arrays = hnp.arrays(dtypes, hnp.array_shapes(min_dims=0, min_side=0, max_side=4))
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.complex_numbers()
    | arrays
    | arrays.filter(lambda a: a.size > 0).map(lambda a: a.flat[0])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text() | st.integers(), inner)
    ),
    max_leaves=12,
)


@given(values)
def test_what_is_written_is_read_back(value):
    assert same(back(value), value)


@given(
    hnp.arrays(dtypes, hnp.array_shapes(min_side=0, max_side=4)),
    st.sampled_from(["F", "T", "reversed", "every other", "big-endian"]),
)
def test_any_memory_layout_is_read_back_in_c_order(array, layout):
    given_ = {
        "F": np.asfortranarray,
        "T": np.transpose,
        "reversed": np.flip,
        "every other": lambda a: np.repeat(a, 2).reshape(*a.shape, 2)[..., 1],
        "big-endian": lambda a: a.astype(a.dtype.newbyteorder(">")),
    }[layout](array)
    found = back(given_)
    assert found.flags.c_contiguous
    assert found.flags.aligned
    assert found.flags.writeable or found.size == 0
    assert same(found, np.array(given_, dtype=array.dtype, order="C"))


@given(values, st.data())
def test_a_damaged_frame_is_refused_or_read_but_never_raises_otherwise(value, data):
    frame = bytearray(wire.pack({"m": 1}, value, LIMIT))
    for _ in range(data.draw(st.integers(1, 3))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(wire.MalformedFrameError):
        unpack(bytes(frame))


HEADS = {
    "no JSON": b"nonsense",
    "no pair": b"[1]",
    "unknown tag": b'[1,{"z":1}]',
    "two tags": b'[1,{"t":[],"d":[]}]',
    "no tag": b"[1,{}]",
    "tuple of a number": b'[1,{"t":3}]',
    "dict of lists as keys": b'[1,{"d":[[[1],2]]}]',
    "boolean as a key": b'[1,{"d":[[true,2]]}]',
    "unknown dtype": b'[1,{"a":["O8",[1]]}]',
    "dtype with an order": b'[1,{"a":[">f8",[0]]}]',
    "dtype of no text": b'[1,{"a":[[],[0]]}]',
    "negative length": b'[1,{"a":["f8",[-1]]}]',
    "length that is true": b'[1,{"a":["f8",[true]]}]',
    "length that is a float": b'[1,{"a":["f8",[1.0]]}]',
    "lengths whose product is vast": b'[1,{"a":["f8",[4611686018427387903,4611686018427387903]]}]',
    "too many dimensions": b'[1,{"a":["f8",[' + b",".join([b"0"] * 33) + b"]]}]",
    "array beyond the body": b'[1,{"a":["f8",[1]]}]',
    "scalar beyond the body": b'[1,{"g":"f8"}]',
    "complex of text": b'[1,{"c":["1","2"]}]',
    "integer of 5000 digits": b"[1," + b"9" * 5000 + b"]",
    "hexadecimal of 5000 digits": b'[1,{"i":"' + b"9" * 5000 + b'"}]',
    "hexadecimal that is none": b'[1,{"i":"zz"}]',
    "nested 100 000 deep": b"[1," + b"[" * 100_000 + b"]" * 100_000 + b"]",
    "nested 65 deep": b"[1," + b"[" * 66 + b"]" * 66 + b"]",
    "four million values": b"[1,[" + b"0," * 2_000_001 + b"0]]",
    "marker of a number": b'[1,{"u":1}]',
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_refused(head):
    with pytest.raises(wire.MalformedFrameError):
        unpack(wire.HEADER.pack(wire.MAGIC, len(head), 0) + head)


def test_bytes_that_belong_to_no_array_are_refused():
    with pytest.raises(wire.MalformedFrameError):
        unpack(wire.HEADER.pack(wire.MAGIC, 8, 16) + b"[1,null]" + bytes(16))


@pytest.mark.parametrize(
    "header",
    [
        wire.HEADER.pack(b"KDF2", 1, 1),
        wire.HEADER.pack(wire.MAGIC, wire.MAX_HEAD + 1, 0),
        wire.HEADER.pack(wire.MAGIC, 1, LIMIT + 1),
        wire.HEADER.pack(wire.MAGIC, 1, (1 << 64) - 1),
    ],
    ids=["magic", "head", "body", "body of 16 exabytes"],
)
def test_lengths_are_refused_before_anything_is_allocated(header):
    with pytest.raises(wire.MalformedFrameError):
        wire.lengths(header, LIMIT)


def test_bytes_other_than_0_and_1_are_no_new_booleans():
    head = b'[1,{"a":["b1",[3]]}]'
    _, found = unpack(wire.HEADER.pack(wire.MAGIC, len(head), 16) + head + b"\x00\x01\x07" + bytes(13))
    assert found.view(np.uint8).tolist() == [0, 1, 1]


Point = namedtuple("Point", "x y")


class Weird(type):
    @property
    def __name__(cls):
        raise RuntimeError


PLAIN = {
    "named tuple": (Point(1, 2), (1, 2)),
    "ordered dict": (OrderedDict(a=1), {"a": 1}),
    "NumPy integers as keys": ({np.int64(3): "x"}, {3: "x"}),
    "NumPy text": (np.str_("x"), "x"),
    "set of texts": ({"c", "a"}, frozenset("ac")),
    "set of NumPy texts": ({np.str_("a")}, frozenset("a")),
    "frozen set of texts": (frozenset("ab"), frozenset("ab")),
    "empty set": (set(), frozenset()),
    "fraction": (Fraction(1, 4), 0.25),
    "decimal": (Decimal("0.25"), 0.25),
    "array of text": (np.array(["a", "b"]), ["a", "b"]),
    "long double": (np.longdouble(1) / 2, np.float64(0.5)),
    "array of long doubles": (np.ones(2, np.longdouble), np.ones(2)),
    "masked array": (np.ma.masked_array([1, 2], [True, False]), np.array([1, 2])),
    "2**64": (2**64, 2**64),
    "lone surrogate": ("a\ud800", "a?"),
    "array of numbers as objects": (
        np.array([[1, 2.5], [Fraction(1, 2), None]], dtype=object),
        [[1, 2.5], [0.5, None]],
    ),
}


@pytest.mark.parametrize(("value", "plain"), PLAIN.values(), ids=PLAIN)
def test_becomes_plain(value, plain):
    assert same(back(value), plain)


class NoFraction(Fraction):
    @property
    def numerator(self):
        raise RuntimeError


ENDLESS = np.empty(3, dtype=object)
ENDLESS[:] = [ENDLESS, 1, ENDLESS]

UNREADABLE = {
    "set of numbers": ({1}, "set"),
    "set of many texts": ({str(n) for n in range(wire.MAX_SET + 1)}, "set"),
    "frozen set of a tuple": (frozenset({("a",)}), "frozenset"),
    "bytes": (b"x", "bytes"),
    "function": (len, "builtin_function_or_method"),
    "vast fraction": (Fraction(10**400), "Fraction"),
    "fraction that is none": (NoFraction(1, 2), "NoFraction"),
    "array of objects": (np.array([len]), "array of object"),
    "array that contains itself": (ENDLESS, "array of object"),
    "array of dates": (np.array(["2020-01-01"], "M8[D]"), "array of datetime64[D]"),
    "date": (np.datetime64("2020-01-01"), "datetime64"),
    "tuple as a key": ({(1, 2): 3}, "dict with a key of type tuple"),
    "vast integer": (1 << 10**6, "int of 1000001 bits"),
    "class without a name": (Weird("W", (), {})(), "W"),
}


@pytest.mark.parametrize(("value", "name"), UNREADABLE.values(), ids=UNREADABLE)
def test_becomes_a_marker(value, name):
    assert back({"entry": value})["entry"] == Unreadable(type_name=name)


@pytest.mark.parametrize(("value", "name"), [([1.0, len], "list"), ((np.ones(3), {"a": 1}, len), "tuple")])
def test_a_list_that_holds_a_marker_is_one_itself(value, name):
    """A million of them would be read for minutes, and such a list is wrong in any case."""
    found = back({"before": np.ones(2), "entry": value, "after": np.zeros(2)})
    assert found["entry"] == Unreadable(type_name=name)
    assert same(found["before"], np.ones(2))
    assert same(found["after"], np.zeros(2))


def test_many_markers_come_from_no_writer_of_ours():
    head = json.dumps([None, {"d": [[str(n), {"u": ""}] for n in range(wire.MAX_MARKERS + 1)]}]).encode()
    with pytest.raises(wire.MalformedFrameError):
        wire.unpack(head, bytearray(), str)


def test_too_much_is_said_before_it_is_copied():
    with pytest.raises(wire.TooLargeError):
        wire.pack(None, np.broadcast_to(np.float64(0), (1 << 25, 1 << 25)), LIMIT)
    with pytest.raises(wire.TooLargeError):
        wire.pack(None, [0] * (wire.MAX_NODES + 1), LIMIT)
    with pytest.raises(wire.TooLargeError):
        wire.pack(None, "x" * (wire.MAX_HEAD + 1), LIMIT)


def test_the_same_list_twice_is_no_cycle():
    inner = [1]
    assert back([inner, inner]) == [[1], [1]]
