"""Remarks on wrong results: their order, and that hidden values never stand in them."""

import numpy as np
import pytest

from exercises.kit.closeness import AtMost, Close
from exercises.kit.code_cases import Case
from exercises.kit.training import Training
from grader.judging.code import judge_code
from grader.judging.relations import Pair, relation_of
from grader.judging.result import FindingKind
from grader.sandbox.job import Unreadable
from reference_impl import activations
from tests.grader.judging.softmax import SEEDS, run_cases, softmax_exercise, softmax_loss

EXERCISE = softmax_exercise(misconceptions=[])
SEALED = EXERCISE.seal(SEEDS)


def told(change):
    """Findings on an answer that changes dx, given x too."""

    def answer(x, y):
        loss, dx = softmax_loss(x, y)
        return loss, change(dx, x)

    result = judge_code(EXERCISE, SEALED.cases, run_cases(EXERCISE, SEALED.cases, answer), "q1")
    assert all(finding.output in ("dx", "") for finding in result.findings)
    return {finding.kind: finding for finding in result.findings}


@pytest.mark.parametrize(
    ("change", "relation", "factor", "name"),
    [
        (lambda dx, x: -dx, "sign", -1, ""),
        (lambda dx, x: 2 * dx, "factor", 2, ""),
        (lambda dx, x: dx / 2, "factor", 0.5, ""),
        (lambda dx, x: dx / np.log(2), "log base", 1 / np.log(2), ""),
        (lambda dx, x: dx * len(x), "sum not mean", None, "x.shape[0]"),
        (lambda dx, x: dx / len(x), "factor", None, "1/x.shape[0]"),
        (lambda dx, x: dx / x.shape[1], "factor", None, "1/x.shape[1]"),
        (lambda dx, x: dx[:, ::-1], "reversed", None, ""),
        (lambda dx, x: 0 * dx, "zeros", None, ""),
        (lambda dx, x: dx + 0.5, "constant offset", 0.5, ""),
    ],
)
def test_simple_relations_are_named(change, relation, factor, name):
    finding = told(change)[FindingKind.RELATION]
    assert (finding.relation, finding.factor_name) == (relation, name)
    assert finding.factor is None if factor is None else finding.factor == pytest.approx(factor, rel=1e-3)


def test_a_transposed_result_is_told_with_its_shapes():
    finding = told(lambda dx, x: dx.T)[FindingKind.WRONG_SHAPE]
    assert finding.relation == "transposed"
    assert finding.expected == str(tuple(reversed(eval(finding.found))))


@pytest.mark.parametrize(
    ("change", "kind", "found"),
    [
        (lambda dx, x: dx.sum(axis=0), FindingKind.WRONG_SHAPE, None),
        (lambda dx, x: "dx", FindingKind.WRONG_TYPE, "text"),
        (lambda dx, x: None, FindingKind.WRONG_TYPE, "None"),
        (lambda dx, x: dx > 0, FindingKind.WRONG_TYPE, "bool array"),
        (lambda dx, x: Unreadable(type_name="generator"), FindingKind.WRONG_TYPE, "generator"),
        (lambda dx, x: dx * np.nan, FindingKind.NOT_FINITE, "nan"),
        (lambda dx, x: dx / 0, FindingKind.NOT_FINITE, None),
    ],
)
def test_types_shapes_and_infinities_come_before_values(change, kind, found):
    findings = told(change)
    assert found is None or findings[kind].found == found
    assert next(iter(findings)) is kind


def test_the_example_is_the_smallest_failing_public_case():
    example = told(lambda dx, x: dx**2)[FindingKind.WRONG_VALUE].example
    smallest = min(SEALED.public, key=lambda case: case.inputs["x"].size)
    assert example.inputs["y"] == str(smallest.inputs["y"].tolist())


def test_the_shape_is_told_of_the_type_that_is_expected_alone():
    finding = told(lambda dx, x: dx > 0)[FindingKind.WRONG_TYPE]
    assert finding.expected.startswith("array (")
    assert finding.found == "bool array"


def test_an_output_with_a_bound_is_told_the_bound_and_no_value_that_it_should_be():
    exercise = Training(
        calls="softmax(x) -> p",
        reference=activations.softmax,
        points={"value": 1},
        checks={"value": "kept"},
        accept={"kept": AtMost(bound=2.5)},
        syllabus="a.b",
        difficulty=1,
    )

    @exercise.view
    def loss(inputs, outputs):
        """The held-back labels stay out of what a student is told."""
        rows = np.arange(len(inputs["labels"]))
        return {"kept": float(-np.log(outputs["p"][rows, inputs["labels"]]).mean())}

    @exercise.cases("value", hidden=1, public=1)
    def rows(rng):
        return Case(x=rng.normal(size=(4, 3)), labels=rng.integers(3, size=4))

    sealed = exercise.seal(SEEDS)
    answer = {"softmax": lambda x: np.full(x.shape, np.exp(-4))}
    result = judge_code(exercise, sealed.cases, run_cases(exercise, sealed.cases, answer), "q1")
    (finding,) = result.findings
    assert (finding.kind, finding.expected, finding.found) == (FindingKind.WRONG_VALUE, "≤ 2.5", "4")
    assert finding.example is None


def test_hidden_values_are_in_no_finding():
    run = run_cases(EXERCISE, SEALED.hidden, lambda x, y: (softmax_loss(x, y)[0], np.sin(x)))
    result = judge_code(EXERCISE, SEALED.hidden, run, "q1")
    text = "".join(finding.model_dump_json() for finding in result.findings)
    assert result.findings
    assert all(finding.example is None for finding in result.findings)
    for case in SEALED.hidden:
        for value in (*case.inputs["x"].flat, *case.expected["dx"].flat):
            assert f"{abs(value):.4f}" not in text


def pair(expected, found, **inputs):
    return Pair(np.asarray(expected, float), np.asarray(found, float), inputs, Close())


def test_factors_that_coincide_are_not_told_apart_by_luck():
    x = np.ones((3, 3))
    related = relation_of([pair([1, 2], [3, 6], x=x)], [{"x": x}, {"x": np.ones((3, 4))}])
    assert related.factor_name == ""
    assert related.factor == pytest.approx(3)


def test_one_number_in_one_case_has_no_factor():
    assert relation_of([pair(1.7, 2.9)], [{}]) is None


def test_zeros_where_zeros_are_expected_are_no_relation():
    assert relation_of([pair([0, 0, 0], [1, 5, 2])], [{}]) is None


def test_other_orders_are_permutations():
    assert relation_of([pair([1, 2, 5, 3], [2, 1, 5, 3])], [{}]).relation == "permuted"
