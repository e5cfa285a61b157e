"""Every public function and class says what it computes, in what shapes, what it refuses, and its source."""

import dataclasses
import importlib
import inspect
import re

import pytest

from tests.reference_impl.refusals import REFUSALS
from tests.reference_impl.test_oracle import public_functions

PUBLIC = [*sorted(public_functions()), "hierarchical_softmax.HuffmanTree"]
REFUSING = {row.function for row in REFUSALS}
SOURCES = re.compile(
    r"CS231n|CS224n|PyTorch|[Tt]he course's notes|\b(1[89]|20)\d\d\b"  # a paper with its year, or a book:
    r"|Deep Learning, section|Elements of Information Theory, section"
    r"|Pattern Recognition and Machine Learning, section|Digital Image Processing"
)
SHAPED = re.compile(r"\bshapes?\b")
WITHOUT_SHAPE = re.compile(r"^(int|float|str|dict|tuple|list|callable|HuffmanTree)\b")


def found(name):
    module, name = name.split(".")
    return getattr(importlib.import_module(f"reference_impl.{module}"), name)


def sections(name) -> dict[str, str]:
    """Text of each numpydoc section; what comes before the first is called the summary."""
    parts = re.split(r"^(\w+)\n-+\n", inspect.getdoc(found(name)) or "", flags=re.MULTILINE)
    return {"Summary": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def entries(section: str) -> list[tuple[list[str], str]]:
    """Names and type of each entry; a result without a name has none."""
    lines = [line for line in section.splitlines() if line and not line.startswith(" ")]
    split = [line.rpartition(" : ") for line in lines]
    return [(names.split(", ") if names else [], kind) for names, _, kind in split]


def has_shape_where_it_is_an_array(kind: str) -> bool:
    return bool(SHAPED.search(kind) if "ndarray" in kind else WITHOUT_SHAPE.search(kind))


@pytest.mark.parametrize("name", PUBLIC)
def test_the_first_line_is_one_sentence(name):
    summary = sections(name)["Summary"].strip()
    assert re.fullmatch(r"[A-Z0-9][^\n]*\.", summary), summary


@pytest.mark.parametrize("name", PUBLIC)
def test_every_argument_has_its_type_and_an_array_its_shape(name):
    described = entries(sections(name)["Attributes" if inspect.isclass(found(name)) else "Parameters"])
    arguments = (
        [field.name for field in dataclasses.fields(found(name))]
        if inspect.isclass(found(name))
        else list(inspect.signature(found(name)).parameters)
    )
    assert sorted(argument for names, _ in described for argument in names) == sorted(arguments)
    for names, kind in described:
        assert has_shape_where_it_is_an_array(kind), (names, kind)


@pytest.mark.parametrize("name", sorted(public_functions()))
def test_every_result_has_its_type_and_an_array_its_shape(name):
    results = entries(sections(name)["Returns"])
    assert results
    for names, kind in results:
        assert has_shape_where_it_is_an_array(kind), (names, kind)


@pytest.mark.parametrize("name", sorted(REFUSING))
def test_a_function_that_refuses_says_when(name):
    assert re.match(r"ValueError\n {4}\S", sections(name)["Raises"])


@pytest.mark.parametrize("name", PUBLIC)
def test_the_source_is_named(name):
    assert SOURCES.search(sections(name)["Notes"])
