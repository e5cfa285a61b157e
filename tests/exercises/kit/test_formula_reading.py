"""The grammar of derivations: what is read, how tightly it binds, what is refused and in which words."""

import contextlib
import inspect
import sys
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit.formula import (
    MAX_DEPTH,
    MAX_LENGTH,
    Formula,
    FormulaError,
    evaluate,
    free_symbols,
    parse,
    substitute,
    to_latex,
    to_text,
)
from exercises.kit.formula_tree import MAX_LEVELS
from grader.reports.formulas import mathml

NAMES = ["a", "b", "c", "x", "y", "dh", "dc_next", "o", "W", "W'", "eta", "h1"]


def tree(text, names=NAMES):
    """The formula with every operation in brackets."""
    return bracketed(parse(text, names))


def bracketed(formula):
    inside = [bracketed(operand) for operand in formula.operands]
    if formula.kind in ("number", "symbol"):
        return formula.name or f"{formula.value:g}"
    if formula.kind == "call":
        return f"{formula.name}({', '.join(inside)})"
    if len(inside) == 1:
        return f"({'-' if formula.kind == 'negative' else 'T '}{inside[0]})"
    return f"({inside[0]}{formula.kind}{inside[1]})"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a+b*c", "(a+(b*c))"),
        ("a-b-c", "((a-b)-c)"),
        ("a/b*c", "((a/b)*c)"),
        ("a/b/c", "((a/b)/c)"),
        ("W@x*a", "((W@x)*a)"),
        ("a*W@x", "((a*W)@x)"),
        ("-x^2", "(-(x^2))"),
        ("-x**2", "(-(x^2))"),
        ("-x²", "(-(x^2))"),
        ("(-x)^2", "((-x)^2)"),
        ("2^3^2", "(2^(3^2))"),
        ("(2^3)^2", "((2^3)^2)"),
        ("2^-x", "(2^(-x))"),
        ("2^-x*y", "((2^(-x))*y)"),
        ("2^-x^2", "(2^(-(x^2)))"),
        ("2^x²", "(2^(x^2))"),
        ("-a*b", "((-a)*b)"),
        ("a*-b", "(a*(-b))"),
        ("a--b", "(a-(-b))"),
        ("--a", "(-(-a))"),
        ("+a", "a"),
        ("-a+b", "((-a)+b)"),
        ("W.T@x", "((T W)@x)"),
        ("-W.T", "(-(T W))"),
        ("W.T^2", "((T W)^2)"),
        ("x^2.T", None),
        ("(x^2).T", "(T (x^2))"),
        ("x².T", "(T (x^2))"),
        ("a^b.T", "(a^(T b))"),
        ("tanh^2(c)", "(tanh(c)^2)"),
        ("tanh²(c)", "(tanh(c)^2)"),
        ("tanh(c)^2", "(tanh(c)^2)"),
        ("tanh(c)²", "(tanh(c)^2)"),
        ("tanh(c^2)", "tanh((c^2))"),
        ("1-tanh^2(c)*a", "(1-((tanh(c)^2)*a))"),
        ("max(a, b+c)", "max(a, (b+c))"),
    ],
)
def test_precedence(text, read):
    if read is None:
        with pytest.raises(FormulaError):
            tree(text)
    else:
        assert tree(text) == read


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        *[(f"a{sign}b", "a*b") for sign in "·×⊙∘•∗⋅＊"],
        ("a−b", "a-b"),
        ("a – b", "a-b"),
        ("a－b＋c", "a-b+c"),
        ("a÷b", "a/b"),
        ("（a＋b）＊c", "(a+b)*c"),
        ("[a+b]*c", "(a+b)*c"),
        ("ｄｈ＊ｏ", "dh*o"),
        ("a　*\tb\n", "a*b"),
        ("x³", "x^3"),
        ("x¹⁰", "x^10"),
        ("x⁻¹", "x^(-1)"),
        ("Wᵀ@x", "W.T@x"),
        ("W^T@x", "W.T@x"),
        ("W^⊤ @ x", "W.T@x"),
        ("W⊤@x", "W.T@x"),
        ("W′@x", "W'@x"),
        ("W’@x", "W'@x"),
        ("η*x", "eta*x"),
        ("h₁", "h1"),
        ("σ(x)", "sigmoid(x)"),
        ("sigma(x)", "sigmoid(x)"),
        ("sigm(x)", "sigmoid(x)"),
        ("σ²(x)", "sigmoid(x)^2"),
        ("ln(x)", "log(x)"),
        ("ReLU(x)", "relu(x)"),
        ("np.tanh(c)", "tanh(c)"),
        ("np.maximum(a, b)", "max(a,b)"),
        ("max（a，b）", "max(a,b)"),
        ("1_000*a", "1000*a"),
        (".5*a", "0.5*a"),
        ("2.*a", "2*a"),
        ("1E-3*a", "0.001*a"),
    ],
)
def test_spellings(typed, plain):
    assert parse(typed, NAMES) == parse(plain, NAMES)


def test_a_declared_name_wins_over_a_function_and_over_a_transpose():
    assert tree("sigma^2 + σ", ["sigma"]) == "((sigma^2)+sigma)"
    assert tree("x^T", ["x", "T"]) == "(x^T)"
    assert tree("max*2", ["max"]) == "(max*2)"
    assert tree("ε + eps", ["eps"]) == "(eps+eps)"


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("", None, "empty"),
        ("   ", None, "empty"),
        ("2x", 2, "write * between"),
        ("a b", 3, "write * between"),
        ("(a)(b)", 4, "write * between"),
        ("o(1-a)", 2, "write * between"),
        ("x² y", 4, "write * between"),
        ("a*", 2, "must follow"),
        ("a*)", 3, "is expected here"),
        ("*a", 1, "is expected here"),
        ("a)", 2, "only an operator may follow"),
        ("(a", 1, "never closed by `)`"),
        ("a*(b+[c)]", 6, "never closed by `]`"),
        ("(a,b)", 3, "comma"),
        ("tanh(a,b)", 7, "at most 1"),
        ("outer(a)", 6, "takes 2"),
        ("tanh()", 6, "is expected here"),
        ("tanh c", 1, "tanh(x)"),
        ("tanh^-1(c)", 6, "positive number"),
        ("tanh⁻¹(c)", 5, "positive number"),
        ("tanh^a(c)", 6, "positive number"),
        ("tanh'(c)", 1, "write the derivative out"),
        ("σ'(c)", 1, "write the derivative out"),
        ("x'", 1, "x.T"),
        ("dho", 1, "dh*o"),
        ("dh*o*dc_nxt", 6, "dc_next"),
        ("DH", 1, "dh"),
        ("tahn(c)", 1, "tanh"),
        ("e^x", 1, "exp(x)"),
        ("qqq", 1, "the symbols are W, W', a"),
        ("dc = a*b", 4, "right of the equals sign"),
        (r"\tanh(c)", 1, "LaTeX"),
        ("{a}", 1, "round brackets"),
        ("|a|", 1, "abs(x)"),
        ("a*(b>0)", 5, "relu"),
        ("a $ b", 3, "may be used"),
        ("a\x00", 2, "U+0000"),
        ("½*a", 1, "may be used"),
        ("٣*a", 1, "may be used"),
        ("2.T", 2, "no transpose"),
        ("1e301", 1, "too large"),
        ("1e9999999999", 1, "too large"),
        ("9" * 41, 1, "too long"),
        ("x^" + "9" * 41, 3, "too long"),
        ("x" + "⁹" * 41, 2, "too long"),
        ("a" * 61, 1, "multiplication signs"),
    ],
)
def test_what_is_refused_says_where_and_what_to_write(text, position, says):
    with pytest.raises(FormulaError) as caught:
        parse(text, NAMES)
    assert says in caught.value.text.en
    assert caught.value.position == position
    if position is not None:
        assert str(position) in caught.value.text.en
        assert str(position) in caught.value.text.zh


def test_text_that_no_formula_needs_is_refused_by_its_size():
    for text in ("a" * (MAX_LENGTH + 1), "-" * 900 + "a", "(" * 900 + "a" + ")" * 900, "a^" * 900 + "a"):
        with pytest.raises(FormulaError):
            parse(text, NAMES)
    for text in ("+".join("a" * 300), "a" + ".T" * 400, "a" + "²" * 400):
        with pytest.raises(FormulaError):
            parse(text, NAMES)


def test_brackets_side_by_side_are_not_nested():
    assert free_symbols(parse("+".join(["((a))*-b"] * (MAX_DEPTH + 1)), NAMES)) == {"a", "b"}


DEEPEST = [
    "(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH,
    "a+b*c^-(" * (MAX_DEPTH // 3) + "a" + ")" * (MAX_DEPTH // 3),
    "tanh(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH,
    "+".join("a" * MAX_LEVELS),
    "*".join("a" * MAX_LEVELS),
    "a" + ".T" * (MAX_LEVELS - 1),
    "-" * MAX_DEPTH + "a",
    "2^" * MAX_DEPTH + "a",
]


@pytest.mark.parametrize("text", DEEPEST)
def test_the_deepest_formulas_need_at_most_600_frames(text):
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 600)
    try:
        formula = parse(text, NAMES)
        evaluate(formula, dict.fromkeys(NAMES, 0.5))
        to_latex(substitute(parse(to_text(formula), NAMES), {"a": parse("b", NAMES)}))
    finally:
        sys.setrecursionlimit(limit)


# --- laws ----------------------------------------------------------------------------------------

numbers = st.one_of(st.integers(0, 10**6).map(float), st.floats(0, 1e300, allow_subnormal=False))
leaves = st.one_of(
    st.sampled_from(NAMES).map(lambda name: Formula(kind="symbol", name=name)),
    numbers.filter(lambda v: v == 0 or v > 1e-290).map(lambda value: Formula(kind="number", value=value)),
)


@st.composite
def formulas(draw, depth=4):
    """A tree of any shape that the grammar can write."""
    shape = draw(st.sampled_from(["leaf", "+", "-", "*", "/", "@", "^", "negative", "transpose", "call"]))
    if depth == 0 or shape == "leaf":
        return draw(leaves)
    operands = [draw(formulas(depth - 1))]
    if shape == "transpose" and operands[0].kind == "number":
        return operands[0]
    name = draw(st.sampled_from(["tanh", "sum", "max", "min", "outer"])) if shape == "call" else ""
    if shape in "+-*/@^" or name in ("min", "outer"):
        operands.append(draw(formulas(depth - 1)))
    return Formula(kind=shape, name=name, operands=tuple(operands))


@settings(max_examples=400, deadline=None)
@given(formulas())
def test_what_is_written_reads_back_as_the_same_tree(formula):
    assert parse(to_text(formula), NAMES) == formula


@settings(max_examples=150, deadline=None)
@given(formulas())
def test_latex_can_be_set(formula):
    assert "<math" in mathml(to_latex(formula, scalars=["a", "eta"]))


@given(formulas())
def test_substituting_a_symbol_for_itself_changes_nothing(formula):
    symbols = free_symbols(formula)
    assert substitute(formula, {name: Formula(kind="symbol", name=name) for name in symbols}) == formula
    renamed = substitute(formula, {name: Formula(kind="symbol", name=f"own {name}") for name in symbols})
    assert free_symbols(renamed) == {f"own {name}" for name in symbols}


PIECES = [
    *NAMES,
    *"+-*/@^()[],.'=²³⁻ᵀσΣ·−（）１ T2e_",
    "**",
    ".T",
    "tanh",
    "sum(",
    "max(",
    "1e",
    "^2",
    "((",
    "))",
]
any_text = st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=80).map("".join)


def time_to_read(text):
    start = time.process_time()
    with contextlib.suppress(FormulaError):
        parse(text, NAMES)
    return time.process_time() - start


@settings(max_examples=600, deadline=None)
@given(any_text)
def test_any_text_is_read_or_refused_at_once(text):
    assert time_to_read(text) < 0.05 or time_to_read(text) < 0.05


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join), st.integers(1, MAX_LENGTH))
def test_repeated_text_is_read_or_refused_at_once(piece, count):
    text = (piece * count)[:MAX_LENGTH]
    assert time_to_read(text) < 0.05 or time_to_read(text) < 0.05


python_text = st.lists(
    st.sampled_from([*"xyab23", "+", "-", "*", "/", "**", "(", ")", " ", "tanh(", "exp("]),
    min_size=1,
    max_size=14,
).map("".join)


@settings(max_examples=1500, deadline=None)
@given(python_text)
def test_what_python_reads_too_has_its_value(text):
    point = {"x": np.float64(0.7), "y": np.float64(-1.3), "a": np.float64(2.1), "b": np.float64(0.4)}
    with np.errstate(all="ignore"):
        try:
            names = {"tanh": np.tanh, "exp": np.exp, **point}
            source = text.strip().replace("2", "two").replace("3", "three")
            twin = eval(source, {**names, "two": np.float64(2), "three": np.float64(3)})
        except (SyntaxError, NameError, TypeError):
            return
        if "()" in text.replace(" ", "") or "//" in text:  # empty tuples and floor division are not ours
            return
        np.testing.assert_allclose(evaluate(parse(text, point), point), twin, rtol=1e-9)
