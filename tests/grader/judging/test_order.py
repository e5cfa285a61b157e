"""Judging orders: credit for what stands in right order, worth little to who knows nothing."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.exercise import DeclarationError, DrawingError
from exercises.kit.order import Order
from exercises.kit.seeds import Seeds
from grader.judging.answers import MISSING
from grader.judging.order import judge_order
from grader.judging.result import FindingKind, Verdict
from tests.grader.judging.softmax import SEEDS

TOTAL = Order(items="a1 b1 c1 d1 e1", points=5, syllabus="a.b", difficulty=1)
TOTAL.misconception(d_before_b="d1 b1")
# b1 and c1 in either order
PARTIAL = Order(
    items="a1 b1 c1 d1",
    after={"b1": "a1", "c1": "a1", "d1": "b1 c1"},
    points=4,
    syllabus="a.b",
    difficulty=1,
)


def letters(exercise, items):
    sealed = exercise.seal(SEEDS)
    return [sealed.letter(item) for item in items.split()]


def judged(exercise, items):
    return judge_order(exercise, exercise.seal(SEEDS), letters(exercise, items), "q1")


def longest_common_subsequence(a, b):
    table = np.zeros((len(a) + 1, len(b) + 1), dtype=int)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1, j + 1] = table[i, j] + 1 if x == y else max(table[i, j + 1], table[i + 1, j])
    return table[-1, -1]


@given(st.permutations(TOTAL.items))
def test_credit_of_a_total_order_is_that_of_the_longest_common_subsequence(answer):
    n = len(TOTAL.items)
    common = longest_common_subsequence(TOTAL.items, answer)
    assert TOTAL.share(tuple(answer)) == pytest.approx(max(0, 2 * common / n - 1))


@given(st.permutations(PARTIAL.items))
def test_an_order_is_right_just_where_nothing_stands_before_what_must_precede_it(answer):
    answer = tuple(answer)
    fits = answer[0] == "a1" and answer[-1] == "d1"
    assert (PARTIAL.share(answer) == 1) == fits
    assert (PARTIAL.first_wrong(answer) is None) == fits


def test_both_orders_of_a_pair_that_is_free_are_right():
    for answer in ("a1 b1 c1 d1", "a1 c1 b1 d1"):
        result = judged(PARTIAL, answer)
        assert (result.verdict, result.score) == (Verdict.CORRECT, 4)


def test_one_item_out_of_place_costs_a_part_and_its_place_is_told():
    result = judged(TOTAL, "a1 c1 b1 d1 e1")
    assert result.verdict is Verdict.PARTLY
    assert result.score == pytest.approx(5 * (2 * 4 / 5 - 1))
    told = next(f for f in result.findings if f.kind is FindingKind.FIRST_WRONG_PLACE)
    assert (told.expected, told.found) == ("2", letters(TOTAL, "c1")[0])


def test_a_known_mistake_is_named_where_its_items_stand_in_its_order():
    assert judged(TOTAL, "a1 d1 b1 c1 e1").misconceptions == ("d_before_b",)
    assert judged(TOTAL, "a1 c1 b1 d1 e1").misconceptions == ()


def test_a_random_order_earns_little():
    shares = [TOTAL.share(order) for order in permutations(TOTAL.items)]
    assert np.mean(shares) < 0.25


@given(st.integers(0, 10**6))
def test_the_order_in_which_items_are_shown_earns_nothing(number):
    seeds = Seeds.from_number(number, "q")
    for exercise in (TOTAL, PARTIAL):
        assert exercise.share(exercise.seal(seeds).shown) == 0


def test_a_variant_may_show_some_of_the_items():
    some = Order(items="a1 b1 c1 d1 e1 f1", draws=4, points=4, syllabus="a.b", difficulty=1)
    variants = {frozenset(some.seal(Seeds.from_number(n, "q")).shown) for n in range(20)}
    assert all(len(variant) == 4 for variant in variants)
    assert len(variants) > 1
    sealed = some.seal(SEEDS)
    answer = [sealed.letter(item) for item in some.right_order(sealed)]
    assert judge_order(some, sealed, answer, "q1").verdict is Verdict.CORRECT


@pytest.mark.parametrize("answer", [None, "", "  ", [], MISSING])
def test_nothing_is_no_answer(answer):
    assert judge_order(TOTAL, TOTAL.seal(SEEDS), answer, "q1").verdict is Verdict.NO_ANSWER


def test_a_letter_left_out_is_unreadable_and_earns_nothing():
    result = judge_order(TOTAL, TOTAL.seal(SEEDS), "a b c d", "q1")
    assert (result.verdict, result.score) == (Verdict.UNREADABLE, 0)


@pytest.mark.parametrize(
    ("declare", "says"),
    [
        (lambda: Order(items="a a b", points=1, syllabus="a.b", difficulty=1), "once"),
        (lambda: Order(items="a b", points=1, syllabus="a.b", difficulty=1), "3 to"),
        (
            lambda: Order(items="a b c", after={"a": "c"}, points=1, syllabus="a.b", difficulty=1),
            "does not stand before",
        ),
        (lambda: TOTAL.misconception(right_after_all="a1 b1"), "before its time"),
    ],
)
def test_a_declaration_that_cannot_be_is_refused(declare, says):
    with pytest.raises(DeclarationError, match=says):
        declare()


def test_an_order_that_is_nearly_free_is_refused_for_any_answer_earns_points():
    loose = Order(items="a b c d e f", after={"f": "a"}, points=1, syllabus="a.b", difficulty=1)
    with pytest.raises(DrawingError, match="must stand before"):
        loose.seal(SEEDS)
