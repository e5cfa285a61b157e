"""Values of formulas: agreement with NumPy, shapes, and what counts as equal or as a multiple."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit import formula_values
from exercises.kit.formula import (
    MAX_ENTRIES,
    Formula,
    FormulaError,
    ShapeError,
    TooLargeError,
    ValuesAtPoints,
    equal_at_points,
    evaluate,
    parse,
    scalar_multiple,
    to_latex,
    to_text,
)
from exercises.kit.formula_tree import ARITY
from exercises.kit.formula_values import FUNCTIONS


def draw_point(seed):
    rng = np.random.default_rng(seed)
    return {
        "a": rng.normal(size=3),
        "b": rng.normal(size=3),
        "p": rng.uniform(0.1, 0.9, size=3),
        "W": rng.normal(size=(3, 4)),
        "V": rng.normal(size=(4, 3)),
        "col": rng.normal(size=(3, 1)),
        "k": float(rng.normal()),
        "one": rng.normal(size=(1, 1)),
        "zero": np.zeros(3),
        "nothing": 0.0,
    }


POINTS = [draw_point(seed) for seed in range(4)]
NAMES = list(POINTS[0])


def read(text):
    return parse(text, NAMES)


def value(text, point=POINTS[0]):
    return evaluate(read(text), point)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x):
    return np.exp(x) / np.exp(x).sum()


TWINS = {
    "a*b + k": lambda a, b, k: a * b + k,
    "a - b/p": lambda a, b, p: a - b / p,
    "p^a": lambda p, a: p**a,
    "-a^2": lambda a: -(a**2),
    "W.T@a": lambda W, a: W.T @ a,
    "V@(W@(V@a))": lambda W, V, a: V @ (W @ (V @ a)),
    "a@b": lambda a, b: a @ b,
    "col@col.T": lambda col: col @ col.T,
    "outer(a, V@b)": lambda a, V, b: np.outer(a, V @ b),
    "a*one": lambda a, one: a * one[0, 0],
    "one - a": lambda one, a: one[0, 0] - a,
    "tanh^2(a)": lambda a: np.tanh(a) ** 2,
    "sigmoid(10*a)": lambda a: sigmoid(10 * a),
    "softmax(a)": softmax,
    "softmax(col)": lambda col: softmax(col),
    "softmax(W)": lambda W: np.stack([softmax(row) for row in W]),
    "exp(a) + log(p) + sqrt(p)": lambda a, p: np.exp(a) + np.log(p) + np.sqrt(p),
    "abs(a)*sign(a)": lambda a: a,
    "relu(W)": lambda W: W * (W > 0),
    "sum(W)/mean(W)": lambda W: np.float64(12),
    "max(a) - min(a)": lambda a: np.ptp(a),
    "max(a, b) + min(a, b)": lambda a, b: a + b,
    "max(0, a)": lambda a: a * (a > 0),
}


@pytest.mark.parametrize("text", TWINS)
@pytest.mark.parametrize("point", POINTS)
def test_values_are_numpys(text, point):
    twin = TWINS[text]
    named = twin.__code__.co_varnames[: twin.__code__.co_argcount]
    arguments = [point[name] for name in named] if named != ("x",) else [point["a"]]
    found = value(text, point)
    expected = twin(*arguments)
    assert found.dtype == np.float64
    assert found.shape == np.shape(expected)
    np.testing.assert_allclose(found, expected, rtol=1e-12)


def test_every_function_can_be_called_written_and_computed():
    tried = " ".join(TWINS) + " tanh(a)"
    for name, arities in ARITY.items():
        assert f"{name}(" in tried.replace("tanh^2(", "tanh(")
        assert (1 in arities) == (name in FUNCTIONS)
        for count in arities:
            formula = read(f"{name}({', '.join('ab'[:count])})")
            assert np.isfinite(evaluate(formula, {"a": np.ones(3), "b": np.ones(3)})).all()
            assert parse(to_text(formula), NAMES) == formula
            assert to_latex(formula)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("a*W", (3,), (3, 4)),
        ("a + col", (3,), (3, 1)),
        ("W*V", (3, 4), (4, 3)),
        ("W@a", (3, 4), (3,)),
        ("k@a", (), (3,)),
        ("max(a, W)", (3,), (3, 4)),
        ("a^W", (3,), (3, 4)),
        ("tanh(2*(a - W@V@a + V))", (3,), (4, 3)),
    ],
)
def test_shapes_that_do_not_fit_are_both_named(text, one, other):
    with pytest.raises(ShapeError) as caught:
        value(text)
    for words in (caught.value.text.en, caught.value.text.zh):
        assert f"{one}" in words
        assert f"{other}" in words


def test_results_are_capped():
    with pytest.raises(FormulaError, match="100000"):
        evaluate(parse("outer(outer(x, x), outer(x, x))", ["x"]), {"x": np.ones(30)})
    with pytest.raises(FormulaError, match="100000"):
        evaluate(parse("c@c.T", ["c"]), {"c": np.ones((400, 1))})


HEAVY = "outer(outer(outer(a,b),outer(a,b)), a)"


def test_entries_are_capped_over_the_whole_formula_not_in_one_result(monkeypatch):
    computed = []
    monkeypatch.setitem(FUNCTIONS, "tanh", lambda x: computed.append(x.size) or np.tanh(x))
    with pytest.raises(TooLargeError, match="100000") as caught:
        value("tanh(" * 60 + f"outer({HEAVY}, outer(a, b))" + ")" * 60)  # 2187 entries each
    assert "100000" in caught.value.text.zh
    assert 0 < sum(computed) <= MAX_ENTRIES


def test_the_cap_leaves_room_beyond_what_formulas_need():
    assert value("tanh(" * 60 + HEAVY + ")" * 60).size == 243


def test_a_formula_is_computed_once_at_a_point_for_all_comparisons(monkeypatch):
    computed = []

    def counted(formula, point):
        computed.append(formula)
        return evaluate(formula, point)

    monkeypatch.setattr(formula_values, "evaluate", counted)
    student, truth, other = read("2*a"), read("a"), read("a@W")
    values = ValuesAtPoints(POINTS)
    assert values.multiple(student, truth) == pytest.approx(2)
    assert not values.equal(student, truth)
    assert not values.equal(student, other)
    assert [len(values.of(formula)) for formula in (student, truth, other)] == [len(POINTS)] * 3
    assert len(computed) == 3 * len(POINTS)


def test_a_tensor_has_no_transpose():
    with pytest.raises(ShapeError):
        evaluate(parse("x.T", ["x"]), {"x": np.ones((2, 3, 4))})


@pytest.mark.parametrize(
    "text",
    ["exp(1e4*a*a + 1e4)", "log(zero)", "a/nothing", "(-p)^0.5", "1e300^2*a", "zero/zero", "softmax(1/zero)"],
)
def test_overflow_and_undefined_values_are_values_without_a_warning(text):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not np.isfinite(value(text)).all()
        assert not equal_at_points(read(text), read("a"), POINTS)
        assert scalar_multiple(read(text), read("a"), POINTS) is None


def test_sigmoid_and_softmax_bear_large_arguments():
    np.testing.assert_array_equal(value("sigmoid(1000)"), 1)
    np.testing.assert_array_equal(value("sigmoid(-1000)"), 0)
    np.testing.assert_allclose(value("softmax(a + 1000)"), value("softmax(a)"))


# --- equal ---------------------------------------------------------------------------------------

EQUAL = [
    ("a*(1-tanh(b)^2)", "a - a*tanh²(b)"),
    ("(a+b)^2", "a^2 + 2*a*b + b^2"),
    ("(W@V).T", "V.T@W.T"),
    ("sigmoid(a)", "1/(1+exp(-a))"),
    ("a/2", "0.5*a"),
    ("log(p^2)", "2*log(p)"),
    ("sum(a*b)", "a@b"),
    ("one*k", "k*one"),
    ("-1/zero", "-1/zero"),
    ("zero", "a-a"),
]
UNEQUAL = [
    ("a", "-a"),
    ("a", "a + 1e-5"),
    ("a", "a*1.000001"),
    ("a*b", "a"),
    ("a", "k"),
    ("W", "V"),
    ("W.T", "W"),
    ("a", "col"),
    ("a/zero", "a"),
    ("zero/zero", "a"),
    ("zero/zero", "zero/zero"),
    ("1/zero", "-1/zero"),
    ("a", "1/nothing + a"),
    ("k", "1/nothing"),
    ("1/nothing", "k"),
    ("zero", "1e-30*a"),
    ("1e-30*a", "zero"),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_formulas_of_one_value_are_equal(one, other):
    assert equal_at_points(read(one), read(other), POINTS)
    assert equal_at_points(read(other), read(one), POINTS)


@pytest.mark.parametrize(("one", "other"), UNEQUAL)
def test_formulas_of_other_values_are_not(one, other):
    assert not equal_at_points(read(one), read(other), POINTS)
    assert not equal_at_points(read(other), read(one), POINTS)


def test_one_point_of_disagreement_is_enough_and_no_points_prove_nothing():
    assert equal_at_points(read("abs(k)"), read("k"), [{"k": 1.0}, {"k": 2.0}])
    assert not equal_at_points(read("abs(k)"), read("k"), [{"k": 1.0}, {"k": 2.0}, {"k": -1.0}])
    assert not equal_at_points(read("a"), read("a"), [])
    assert scalar_multiple(read("2*a"), read("a"), []) is None


def test_shapes_that_do_not_fit_are_never_equal():
    assert not equal_at_points(read("a*W"), read("a"), POINTS)
    assert not equal_at_points(read("a"), read("a*W"), POINTS)


# --- multiples -----------------------------------------------------------------------------------

factors = st.floats(1e-3, 1e3).flatmap(lambda k: st.sampled_from([k, -k])).filter(lambda k: abs(k - 1) > 1e-6)


@given(factors, st.sampled_from(["a", "W@V", "a*(1-tanh(b)^2)", "k", "col", "1e200*a"]))
def test_a_multiple_is_found_with_its_factor(factor, text):
    truth = read(text)
    size = Formula(kind="number", value=abs(factor))
    student = Formula(kind="*", operands=(size, truth))
    if factor < 0:
        student = Formula(kind="negative", operands=(student,))
    assert scalar_multiple(student, truth, POINTS) == pytest.approx(factor, rel=1e-9)
    assert not equal_at_points(student, truth, POINTS)


@pytest.mark.parametrize(
    ("student", "truth"),
    [
        ("a", "a"),
        ("a*(1+1e-9)", "a"),
        ("0*a", "a"),
        ("a", "0*a"),
        ("k*a", "a"),
        ("a*b", "a"),
        ("a+1", "a"),
        ("k", "a"),
        ("a", "k"),
        ("2*col", "a"),
        ("W.T", "W"),
        ("a/zero", "a"),
        ("2*a", "a/zero"),
        ("a*W", "a"),
        ("abs(k)", "k"),
    ],
)
def test_what_is_no_multiple(student, truth):
    points = [*POINTS, {**POINTS[0], "k": -POINTS[0]["k"]}]
    assert scalar_multiple(read(student), read(truth), points) is None


# --- laws ----------------------------------------------------------------------------------------

scalars = st.sampled_from(["x", "y", "2", "0.5"])


@st.composite
def expressions(draw, depth=4):
    """A text that is Python's and ours, `^` aside, with every operation in brackets or not."""
    shape = draw(st.sampled_from(["leaf", "+", "-", "*", "/", "^", "negative", "tanh", "exp"]))
    if depth == 0 or shape == "leaf":
        return draw(scalars)
    first = draw(expressions(depth - 1))
    if shape in ("tanh", "exp"):
        return f"{shape}({first})"
    text = f"-{first}" if shape == "negative" else f"{first}{shape}{draw(expressions(depth - 1))}"
    return f"({text})" if draw(st.booleans()) else text


@settings(max_examples=400, deadline=None)
@given(expressions(), st.lists(st.floats(-2, 2), min_size=3, max_size=3), st.floats(0.1, 2))
def test_values_and_precedence_are_those_of_a_numpy_twin(text, x, y):
    point = {"x": np.array(x), "y": np.float64(y)}
    arrays = {"x": np.array(x), "y": np.array([y]), "two": np.array([2.0]), "half": np.array([0.5])}
    source = text.replace("^", "**").replace("0.5", "half").replace("2", "two")
    with np.errstate(all="ignore"):
        twin = eval(source, {**arrays, "tanh": np.tanh, "exp": np.exp})
    formula = parse(text, point)
    found = evaluate(formula, point)
    np.testing.assert_allclose(found.ravel(), twin, rtol=1e-9)
    np.testing.assert_array_equal(evaluate(parse(to_text(formula), point), point), found)
