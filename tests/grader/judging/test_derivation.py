"""Judging formulas: what is right, what is carried, and what must not pay."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit import formula_values
from exercises.kit.catalogue import load_exercise
from exercises.kit.derivation import POINTS, Derivation
from exercises.kit.formula import MAX_ENTRIES, evaluate
from grader.judging.answers import MISSING
from grader.judging.derivation import judge_derivation
from grader.judging.result import FindingKind, Verdict
from tests.grader.judging.softmax import SEEDS

STEPS = {
    "do": (1, "dh*tanh(c)"),
    "dc": (2, "dh*o*(1-tanh(c)^2) + dc_next"),
    "di": (1, "dc*g"),
    "dg": (1, "dc*i"),
    "df": (1, "dc*c_prev"),
    "dc_prev": (2, "dc*f"),
}
TRUTH = {name: formula for name, (_, formula) in STEPS.items()}


def lstm():
    exercise = Derivation(
        syllabus="rnn.lstm_gradient",
        difficulty=3,
        symbols=dict.fromkeys(["dh", "dc_next", "i", "f", "o", "g", "c", "c_prev"], "(H,)"),
        steps=STEPS,
    )

    @exercise.point
    def consistent(rng):
        i, f, o = 1 / (1 + np.exp(-rng.normal(size=(3, 4))))
        g, c_prev = np.tanh(rng.normal(size=4)), rng.normal(size=4)
        dh, dc_next = rng.normal(size=(2, 4))
        gates = {"i": i, "f": f, "o": o, "g": g}
        return {"dh": dh, "dc_next": dc_next, **gates, "c_prev": c_prev, "c": f * c_prev + i * g}

    exercise.misconception(
        of="dc", no_dc_next="dh*o*(1-tanh(c)^2)", not_differentiated="dh*o*tanh(c)+dc_next"
    )
    exercise.misconception(of="df", c_for_c_prev="dc*c")
    return exercise


EXERCISE = lstm()
SEALED = EXERCISE.seal(SEEDS)


def judged(answer):
    return judge_derivation(EXERCISE, SEALED, answer, "q1")


def verdicts(result):
    return {part.name: part.verdict for part in result.parts}


NAME_FREE = {
    name: TRUTH[name].replace("dc*", "(dh*o*(1-tanh(c)^2) + dc_next)*") if name != "dc" else TRUTH["dc"]
    for name in TRUTH
}


@pytest.mark.parametrize(
    "answer",
    [
        TRUTH,
        list(TRUTH.values()),
        NAME_FREE,
        {**TRUTH, "dc": "dc_next + o*dh - o*dh*tanh(c)*tanh(c)"},
    ],
)
def test_the_truth_gets_full_marks_in_any_form(answer):
    result = judged(answer)
    assert (result.score, result.verdict, result.first_wrong_step) == (8, Verdict.CORRECT, None)


def test_names_stand_for_true_values_so_a_wrong_step_costs_its_points_once():
    result = judged({**TRUTH, "dc": "dh + dc_next"})
    assert result.score == 6
    assert result.first_wrong_step == "dc"
    assert verdicts(result)["di"] is Verdict.CORRECT


def with_own(dc):
    return {name: dc if name == "dc" else TRUTH[name].replace("dc*", f"({dc})*") for name in TRUTH}


@pytest.mark.parametrize("dc", ["dh*o*(1-tanh(c)^2)", "2*(dh*o*(1-tanh(c)^2) + dc_next)"])
def test_a_recognised_wrong_formula_is_carried(dc):
    result = judged(with_own(dc))
    assert result.score == 6
    assert verdicts(result)["dc_prev"] is Verdict.CARRIED
    assert result.first_wrong_step == "dc"


@pytest.mark.parametrize("dc", ["1", "dh", "0", "dc_next", "dh*0", "1/g"])
def test_formulas_that_make_later_steps_easy_do_not_pay(dc):
    result = judged(with_own(dc))
    assert result.score == 1  # do alone
    assert Verdict.CARRIED not in verdicts(result).values()


def test_misconceptions_and_factors_are_named():
    result = judged({**TRUTH, "dc": "dh*o*(1-tanh(c)^2)", "df": "dc*c", "dg": "-dc*i"})
    assert result.misconceptions == ("no_dc_next", "c_for_c_prev")
    (relation,) = [finding for finding in result.findings if finding.kind is FindingKind.RELATION]
    assert (relation.output, relation.relation) == ("dg", "sign")


def test_a_misconception_is_known_behind_an_own_earlier_formula():
    result = judged({**TRUTH, "dc": "dh*o*(1-tanh(c)^2)", "df": "dh*o*(1-tanh(c)^2)*c"})
    assert result.misconceptions == ("no_dc_next", "c_for_c_prev")


@pytest.mark.parametrize("formula", ["dc*g", "di + dc", "di"])
def test_own_and_later_names_are_refused_with_a_sentence(formula):
    result = judged({**TRUTH, "dc": formula})
    assert verdicts(result)["dc"] is Verdict.UNREADABLE
    assert "later" in result.findings[0].text.en


@pytest.mark.parametrize("answer", [MISSING, None, {}, []])
def test_no_answer_earns_nothing(answer):
    result = judged(answer)
    assert (result.score, result.verdict, result.first_wrong_step) == (0, Verdict.NO_ANSWER, None)


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda v: st.lists(v, max_size=7) | st.dictionaries(st.sampled_from([*STEPS, "x"]), v, max_size=4),
)
formulas = st.text(alphabet="dchofgi_prevnxt+-*/^@()0123. ", max_size=12) | st.sampled_from(
    ["0", "1", "dh/0", "c@c", "tanh(dh)", "(dh", "dh.T", "1e999", "log(0)", "c^c^c"]
)


@settings(max_examples=150, deadline=None)
@given(json | st.dictionaries(st.sampled_from([*STEPS]), formulas, max_size=6))
def test_judging_never_raises_and_scores_stay_in_range(answer):
    result = judged(answer)
    assert 0 <= result.score <= 8
    assert result.score == sum(part.score for part in result.parts)


@given(st.sampled_from(["0", "1", "dh", "c", "dh*0/0"]))
def test_trivial_answers_earn_nothing(trivial):
    assert judged(dict.fromkeys(STEPS, trivial)).score == 0


def test_carried_formulas_that_repeat_each_other_do_not_grow():
    steps = {"s0": (1, "a"), **{f"s{k}": (1, f"s{k - 1}") for k in range(1, 8)}}
    exercise = Derivation(symbols={"a": "(H,)"}, steps=steps, syllabus="a.b", difficulty=1)
    exercise.point(lambda rng: {"a": rng.normal(size=3)})
    padded = {f"s{k}": "2*" + f"s{k - 1}" + f"+s{k - 1}-s{k - 1}" * 60 for k in range(1, 8)}
    result = judge_derivation(exercise, exercise.seal(SEEDS), {"s0": "2*a", **padded}, "q1")
    assert result.score < 8


def test_formulas_too_large_to_compute_are_unreadable_and_cost_little(monkeypatch):
    small = "outer(outer(i,f),outer(i,f))"
    heavy = "sigmoid(" * 55 + f"outer({small},{small})" + ")" * 55
    computed = []
    sigmoid = formula_values.FUNCTIONS["sigmoid"]
    monkeypatch.setitem(formula_values.FUNCTIONS, "sigmoid", lambda x: computed.append(x.size) or sigmoid(x))
    result = judged(dict.fromkeys(STEPS, "+".join([heavy] * 3)))
    assert set(verdicts(result).values()) == {Verdict.UNREADABLE}
    told = [finding.text for finding in result.findings if finding.kind is FindingKind.UNREADABLE]
    assert len(told) == len(STEPS)
    assert all("too large" in text.en and "太大" in text.zh for text in told)
    assert sum(computed) <= len(STEPS) * POINTS * MAX_ENTRIES


def test_no_formula_is_computed_twice_at_a_point(monkeypatch):
    computed = []

    def counted(formula, point):
        computed.append((formula, point))
        return evaluate(formula, point)

    monkeypatch.setattr(formula_values, "evaluate", counted)
    judged(with_own("2*(dh*o*(1-tanh(c)^2) + dc_next)") | {"df": "dc+dh"})
    assert len({(id(formula), id(point)) for formula, point in computed}) == len(computed) > 0


def scores(exercise_id, answer):
    exercise = load_exercise(exercise_id)
    result = judge_derivation(exercise, exercise.seal(SEEDS), answer, "q1")
    return {part.name: part.score for part in result.parts if part.name in answer}


@pytest.mark.parametrize("factor", ["1e30", "1e-30", "1e9", "-1e9", "11"])
def test_multiples_beside_which_other_terms_vanish_are_not_carried(factor):
    backward = {"dmu": f"{factor}*(-sum(dxc))", "dx": f"dxc + {factor}*(-sum(dxc))/N"}
    assert scores("regularisation/batchnorm_gradient", backward) == {"dmu": 0, "dx": 0}
    assert scores("regularisation/batchnorm_gradient", {**backward, "dx": "dxc"})["dx"] == 0
    entropy = f"{factor}*(-sum(p*log(p)))"
    own = {"H": entropy, "C": f"{entropy}+D", "D_uniform": f"log(K)-{entropy}"}
    assert sum(scores("losses/identity", own).values()) == 0
    alone = {"H": entropy, "C": f"{factor}*H", "D_uniform": f"-{factor}*H"}
    assert sum(scores("losses/identity", alone).values()) == 0


@pytest.mark.parametrize("factor", ["-1", "1/2", "1/log(2)", "10", "-0.1"])
def test_multiples_that_a_slip_makes_are_carried(factor):
    entropy = f"{factor}*(-sum(p*log(p)))"
    own = {"H": entropy, "C": f"{entropy}+D", "D_uniform": f"log(K)-({entropy})"}
    assert scores("losses/identity", own) == {"H": 0, "C": 1, "D_uniform": 2}


def test_values_far_off_that_follow_from_carried_ones_are_not_carried_on():
    exercise = Derivation(
        symbols={"a": "()", "b": "()"},
        steps={"s": (1, "a"), "t": (1, "exp(s)"), "u": (1, "b+t")},
        syllabus="a.b",
        difficulty=1,
    )
    exercise.point(lambda rng: {"a": rng.uniform(4, 5), "b": rng.normal()})
    answer = {"s": "10*a", "t": "exp(10*a)", "u": "exp(10*a)"}
    result = judge_derivation(exercise, exercise.seal(SEEDS), answer, "q1")
    assert [part.score for part in result.parts] == [0, 1, 0]
