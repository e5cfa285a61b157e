"""What both ends of the pipe agree on: caps, names of dtypes, errors, a label."""

from collections.abc import Sequence

import numpy as np

GIVEN = "<given>"
"""Label of the code that an exercise gives."""
MAX_NODES = 500_000
MAX_DEPTH = 64
MAX_DIMENSIONS = 32
MAX_MARKERS = 1000
"""Values of a frame that could not be written: a list that holds one is one itself."""
MAX_SET = 64
"""Members of a set, which is an answer to a choice; any other set is only told by its type's name."""
MAX_EMPTY = 1 << 20
"""Product of the other lengths of an array of no elements: a sum over the axis of length 0 allocates it."""
ALIGNMENT = 16
"""Every buffer starts at a multiple of this, so that arrays are aligned views of the body."""
MAX_BIG_DIGITS = 3500
"""Hexadecimal digits of an integer; Python prints no more than 3570 of them."""

DTYPES = {name: np.dtype(f"<{name}") for name in "b1 i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 c8 c16".split()}
"""All that travel, by their names in a frame."""
NAMES = {dtype: name for name, dtype in DTYPES.items()}


class MalformedFrameError(Exception):
    """What came over the pipe is no frame of ours."""


class TooLargeError(Exception):
    """The value does not fit into the frame's caps."""


def is_small(shape: Sequence[int]) -> bool:
    """Whether an array of no elements has axes that nobody need fear."""
    product = 1
    for length in shape:
        product *= length or 1
    return product <= MAX_EMPTY


def clean_text(text: str) -> str:
    """Replace lone surrogates, which no file can hold, by question marks."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
