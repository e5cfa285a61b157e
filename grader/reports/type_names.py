"""Which names of types may be told to a student.

A student's code can make a type of any name, such as one that spells out a hidden input. So only names that
Python, NumPy or PyTorch gave are told; TAs see the others too.
"""

import builtins
from typing import Final

_JUDGING: Final = "number array text list dict bool complex None nothing"
_PYTHON: Final = (
    "NoneType function method generator module builtin_function_or_method method_descriptor coroutine "
    "ellipsis deque defaultdict Counter OrderedDict Decimal Fraction JSONDecodeError partial map filter zip"
)
_ARRAYS: Final = (
    "ndarray LinAlgError AxisError UFuncTypeError UFuncNoLoopError _UFuncNoLoopError "
    "UFuncBinaryResolutionError "
    "_UFuncBinaryResolutionError UFuncInputCastingError _UFuncInputCastingError _ArrayMemoryError "
    "ComplexWarning VisibleDeprecationWarning RankWarning matrix float64 float32 float16 int64 int32 bool_ "
    "complex128 Tensor Parameter Module Linear Sequential ReLU LSTM RNN GRU Embedding Size dtype device "
    "OutOfMemoryError"
)
_KNOWN: Final = frozenset(
    [name for name, value in vars(builtins).items() if isinstance(value, type)]
    + f"{_JUDGING} {_PYTHON} {_ARRAYS}".split()
)


def is_known_type(name: str) -> bool:
    """Whether the name is one that no student chose."""
    return name in _KNOWN
