"""Mutants: every operator bites, descriptions say where, ids outlive what moves lines."""

import ast

import pytest

from exercises.kit.catalogue import ROOT
from grader.audit.mutation import mutants_of, same_text

SOLUTIONS = sorted(path for path in ROOT.parent.glob("solutions/*/*.py") if path.stem != "__init__")


def described(statement: str) -> list[str]:
    body = "\n    ".join(statement.splitlines())
    return [str(mutant) for mutant in mutants_of(f"def f(a, b, n, x):\n    {body}\n")]


@pytest.mark.parametrize(
    ("statement", "mutant"),
    [
        ("return a + b", "a + b -> a - b"),
        ("return a + b", "a + b -> b"),
        ("return a * b", "a * b -> a"),
        ("return a - b", "a - b -> b - a"),
        ("return a / n", "a / n -> a"),
        ("return a // n", "a // n -> -(-a // n)"),
        ("return a ** 2", "a ** 2 -> a ** 3"),
        ("return n - 1", "n - 1 -> n - 2"),
        ("return 0.5 * a", "0.5 * a -> 1.0 * a"),
        ("return -x", "-x -> x"),
        ("return x > 0", "x > 0 -> x >= 0"),
        ("return x > 0", "x > 0 -> x < 0"),
        ("return a and b", "a and b -> a or b"),
        ("return x.sum(axis=1)", "axis=1 -> axis=0"),
        ("return x.sum(axis=1)", "x.sum(axis=1) -> x.mean(axis=1)"),
        ("return x.sum(axis=1)", "x.sum(axis=1) -> x.sum()"),
        ("return x.max(axis=(2, 3))", "axis=(2, 3) -> axis=2"),
        ("return x.max(axis=1, keepdims=True)", "x.max(axis=1, keepdims=True) -> x.max(axis=1)"),
        ("return np.maximum(0, x)", "np.maximum(0, x) -> np.minimum(0, x)"),
        ("return np.outer(a, b)", "np.outer(a, b) -> np.outer(b, a)"),
        ("return np.where(n, a, b)", "np.where(n, a, b) -> np.where(n, b, a)"),
        ("return np.sqrt(x)", "np.sqrt(x) -> x"),
        ("return np.log(x)", "np.log(x) -> np.log2(x)"),
        ("return x.T", "x.T -> x"),
        ("return x[:n]", "x[:n] -> x[:n - 1]"),
        ("return x[::-1]", "x[::-1] -> x[:]"),
        ("return x[a, b]", "x[a, b] -> x[b, a]"),
        ("return a if n else b", "a if n else b -> b"),
        ("x[n] -= 1\nreturn x", "x[n] -= 1 -> pass"),
        ("x[n] -= 1\nreturn x", "x[n] -= 1 -> x[n] += 1"),
        ("x[n] += a\nreturn x", "x[n] += a -> x[n] = a"),
        ("x = x - a\nreturn x", "x = x - a -> pass"),
        ("x[a] = b\nreturn x", "x[a] = b -> pass"),
        ("np.add.at(x, a, b)\nreturn x", "np.add.at(x, a, b) -> x[a] += b"),
        ("if n:\n    x = a\nreturn x", "if n -> if False"),
        ("for i in range(n):\n    x = x + i\nreturn x", "range(n) -> range(1, n)"),
    ],
)
def test_a_slip_has_its_mutant(statement, mutant):
    assert mutant in [text.partition(": ")[2] for text in described(statement)]


@pytest.mark.parametrize(
    "statement",
    [
        '"""Text 1 + 2."""\nreturn x',
        "return x.astype(dtype=np.float32)",
        "return x.copy()",
        "return a @ b",
        "return np.logaddexp(a, b)",
        "return np.zeros_like(x)",
        "return x / 1e-12",
        "import numpy as np\nreturn x",
        "raise ValueError(a + b)",
    ],
)
def test_what_right_code_does_not_depend_on_is_left_alone(statement):
    changed = [text for text in described(statement) if "1e-12 -> x" not in text and "x * 1e-12" not in text]
    assert changed == []


def test_the_line_is_the_originals():
    assert described("b = a.T\n\nreturn b + n")[-1].startswith("line 4: ")


def test_ids_outlive_what_moves_lines_and_not_what_changes_the_place():
    source = "def f(x):\n    return x + 1\n"
    ids = {mutant.id for mutant in mutants_of(source)}
    moved = "# one line more\nimport numpy as np\n\n\ndef f(x):\n    return x + 1\n"
    assert {mutant.id for mutant in mutants_of(moved)} == ids
    assert not ids & {mutant.id for mutant in mutants_of(source.replace("+ 1", "+ 3"))}


def test_the_same_change_in_two_places_is_two_mutants():
    mutants = mutants_of("def f(x):\n    y = x.T\n    y = x.T\n    return y\n")
    twins = [mutant for mutant in mutants if mutant.before == "x.T"]
    assert len(twins) == len({mutant.id for mutant in twins}) == 2


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_mutants_of_real_solutions_compile_and_differ(path):
    source = path.read_text(encoding="utf-8")
    mutants = mutants_of(source)
    assert len({mutant.id for mutant in mutants}) == len(mutants)
    assert len({mutant.source for mutant in mutants} | {ast.unparse(ast.parse(source))}) == len(mutants) + 1
    for mutant in mutants:
        compile(mutant.source, "mutant", "exec")
        assert not same_text(mutant.before, mutant.after)


def test_spaces_and_quotes_make_no_difference():
    assert same_text('x["a"]+ 1', "x['a'] + 1")
    assert not same_text("x + 1", "x - 1")
