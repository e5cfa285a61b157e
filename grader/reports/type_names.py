"""Which names of types may be told to a student.

A student's code can make a type of any name, such as one that spells out a hidden input. So only names that
Python, NumPy or PyTorch gave are told; TAs see the others too.
"""

import builtins
from typing import Final

from exercises.kit.base import Language, Text
from grader.reports.markdown import quoted

_WORDS: Final = {
    "number": Text(zh="一个数", en="a number"),
    "array": Text(zh="数值数组", en="an array of numbers"),
    "bool": Text(zh="一个布尔值", en="a single boolean"),
    "bool array": Text(zh="布尔数组", en="an array of booleans"),
    "complex": Text(zh="一个复数", en="a complex number"),
    "complex array": Text(zh="复数数组", en="an array of complex numbers"),
    "text": Text(zh="文字", en="text"),
    "list": Text(zh="列表", en="a list"),
    "dict": Text(zh="字典", en="a dict"),
    "set": Text(zh="集合", en="a set"),
}
"""What judging calls the types of values."""

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
    + [*_WORDS, "nothing", *f"None {_PYTHON} {_ARRAYS}".split()]
)


def is_known_type(name: str) -> bool:
    """Whether the name is one that no student chose."""
    return name in _KNOWN


def type_words(name: str, language: Language) -> str:
    """A type in words, as inline Markdown: `array`, with its shape behind it where it is known."""
    name, bracket, sizes = name.partition(" (")
    gap = " " if language == "zh" else ""  # Chinese sets a space before a name in Latin letters
    words = _WORDS[name].in_language(language) if name in _WORDS else gap + quoted(name, 60)
    if not bracket:
        return words
    shape = quoted(f"({sizes}")
    return Text(zh=f"{words}，形状为 {shape}", en=f"{words} of shape {shape}").in_language(language)
