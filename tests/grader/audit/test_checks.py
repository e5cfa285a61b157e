"""Each check tells the exercise that falls short of it, and none speaks against one that does not."""

import pytest

from exercises.kit.catalogue import load_exercise
from exercises.kit.drawing import Draw
from grader.audit.checks import CHECKS, NAMES, audit, audit_part
from grader.audit.drawing import outliers, spread_of
from grader.audit.subject import Counts, Subject, counts_for
from grader.audit.texts import facts, unlike_number_words
from tests.grader.audit.conftest import MODULE, SOLUTION, STATEMENT

EQUIVALENT = "\nexercise.waive('x < low -> x <= low', because='there it equals the bound')\n"
NUMERIC = """
from exercises.kit import Frozen, Numeric


class Params(Frozen):
    n: int
    m: int


exercise = Numeric(
    syllabus="losses.mse", difficulty=1, draw=lambda rng: Params(n=rng.integers(5, 20), m=rng.integers(5, 20))
)


@exercise.step(points=1)
def area(p):
    return p.n * p.m


@exercise.misconception
def upper(p):
    return p.n + p.m


@exercise.misconception
def zero(p):
    return p.n * p.m + 2


@exercise.misconception
def negated(p):
    return -2 * p.n * p.m
"""
AREA = '"""Length times width."""\n\n\ndef solve(p):\n    return {"area": p.n * p.m}\n'


def complaints(subject, name):
    part = next((part for part, checks in CHECKS.items() if name in checks), "judging")
    return list(audit_part(subject, part).complaints[name])


def numeric(bank, module=NUMERIC):
    statement = {language: text.replace("- value", "- area") for language, text in STATEMENT.items()}
    exercise = load_exercise(bank.write(module, AREA, statement), bank.root)
    return Subject(exercise, Counts(solution=30, whole=30), bank.runners)


def test_a_good_exercise_is_fit(bank):
    outcome = audit(bank.subject(MODULE + EQUIVALENT))
    assert {name: found for name, found in outcome.complaints.items() if found} == {}
    assert tuple(outcome.complaints) == NAMES
    assert outcome.fit


def test_a_good_numeric_exercise_is_fit(bank):
    outcome = audit(numeric(bank))
    assert {name: found for name, found in outcome.complaints.items() if found} == {}
    assert outcome.mutants is None


def test_a_wrong_solution_is_told_with_its_exception(bank):
    wrong = SOLUTION.replace("y[x < low]", "y[x < lower]")
    (complaint,) = complaints(bank.subject(source=wrong), "solution")
    assert "gets 0 of 1" in complaint
    assert "NameError" in complaint


def test_a_solution_that_is_seldom_wrong_is_found(bank):
    seldom = SOLUTION.replace("    return y", "    return y + 1 if x[0] > 2.2 else y")
    found = complaints(bank.subject(source=seldom, solution=60), "solution")
    assert found
    assert "on variant 0" not in found[0]


@pytest.mark.parametrize(
    ("view", "form"),
    [
        ("outputs['y'].shape and outputs", "lists for arrays"),
        ("outputs if str(outputs['y'].dtype) == 'float64' else {}", "float32 results"),
        ("outputs if outputs['y'].ndim == 1 else {}", "(1, D) for (D,)"),
    ],
)
def test_a_view_that_wants_one_form_only_is_told(bank, view, form):
    module = MODULE + f"\n@exercise.view\ndef seen(inputs, outputs):\n    return {view}\n"
    assert any(form in one for one in complaints(bank.subject(module), "alternatives"))


def test_a_solution_that_keeps_its_argument_is_told_where_that_is_written_into(bank):
    kept = SOLUTION.replace(
        "    y = x.copy()\n    y[x < low] = low\n    return y", "    return np.maximum(x, low)"
    )
    kept = kept.replace('"""\n\n', '"""\n\nimport numpy as np\n\n', 1)
    assert complaints(bank.subject(source=kept), "alternatives") == []


def test_a_warning_of_the_solution_is_told(bank):
    warns = SOLUTION.replace("    return y", "    x / (x - x)\n    return y")
    assert any("warnings" in one for one in complaints(bank.subject(source=warns), "alternatives"))


def test_a_hand_written_alternative_must_be_right_too(bank):
    subject = bank.subject()
    folder = bank.solutions / "demo" / "alternatives" / "clipped"
    folder.mkdir(parents=True)
    (folder / "loops.py").write_text(
        '"""One by one."""\n\n\ndef clipped(x, low):\n    return [max(a, low) for a in x]\n'
    )
    assert complaints(subject, "alternatives") == []
    (folder / "wrong.py").write_text(
        '"""By 0."""\n\n\ndef clipped(x, low):\n    return [max(a, 0) for a in x]\n'
    )
    (complaint,) = complaints(subject, "alternatives")
    assert complaint.startswith("the alternative wrong gets 0 of 1")


def test_a_tie_is_told_and_can_be_waived_where_it_is_meant(bank):
    module = MODULE.replace(
        "clipped(x, low):\n    return np.where(x > low, x, low)",
        "clipped(x, low):\n    return (x > low) * 1.0 + low",
    )
    tied = module.replace("+ 0.3, 2))", "+ 0.3, 2)) if False else Case(x=x, low=float(np.float32(x[2])))")
    subject = bank.subject(tied)
    assert "a tie, or a kink" in complaints(subject, "ties")[0]
    subject.exercise.waive("ties", because="it is about just that")
    assert complaints(subject, "ties") == []


def test_a_waived_check_that_finds_nothing_is_told(bank):
    subject = bank.subject(MODULE + "\nexercise.waive('ties', because='it is about ties')\n")
    assert complaints(subject, "ties") == [], "on few variants nothing is known of the others"
    subject.counts = Counts()
    assert complaints(subject, "ties") == ["waives 'ties', of which there is nothing to say"]


def test_a_check_that_cannot_be_waived_is_told(bank):
    subject = bank.subject(MODULE + "\nexercise.waive('solution', because='it is hard')\n")
    assert "waives 'solution'" in complaints(subject, "declared")[0]


def test_mutants_of_an_exercise_without_any_cannot_be_waived(bank):
    subject = numeric(bank, NUMERIC + "\nexercise.waive('p.n * p.m -> p.n', because='it is the same')\n")
    assert "only code exercises have mutants" in complaints(subject, "declared")[0]


def test_an_answer_that_never_changes_is_told(bank):
    fixed = """
@exercise.cases("value", hidden=1)
def fixed(rng):
    return Case(x=np.array([1.0, 2.5]), low=2.0)
"""
    assert (
        "value of fixed is the same in every variant"
        in complaints(bank.subject(MODULE + fixed), "constant")[0]
    )


def test_a_tolerance_that_lets_neighbours_pass_is_told(bank):
    wide = NUMERIC.replace("points=1", "points=1, rtol=0.1").replace("p.n * p.m + 2", "p.n * p.m * 7")
    assert "off by 5 %" in complaints(numeric(bank, wide), "near misses")[0]


def test_a_variant_of_another_size_is_told(bank):
    rare = NUMERIC.replace(
        "n=rng.integers(5, 20)", "n=rng.integers(5, 20) * (1 if rng.random() < 0.9 else 100)"
    )
    subject = numeric(bank, rare)
    told = list(outliers(spread_of(subject)))
    assert [one.split(" is ")[0] for one in told] == ["parameter n", "answer area"]


def test_an_integer_answer_of_the_reference_is_not_handed_to_those_who_know_nothing(bank):
    integers = MODULE.replace("np.where(x > low, x, low)", "int(np.sum(x > low))").replace(
        "x, low)\n\n\n@ex", "x, low)\n\n\n@ex"
    )
    subject = bank.subject(
        integers,
        SOLUTION.replace(
            "    y = x.copy()\n    y[x < low] = low\n    return y", "    return int((x > low).sum())"
        ),
    )
    assert all("the input" not in one and "random" not in one for one in complaints(subject, "trivial"))


def test_a_solution_of_zeros_is_told_by_what_knows_nothing(bank):
    module = MODULE.replace(
        "clipped(x, low):\n    return np.where(x > low, x, low)", "clipped(x, low):\n    return 0.0 * x"
    )
    module = module.replace("    return -clipped(x, low)", "    return x + 100")
    assert complaints(bank.subject(module, SOLUTION.replace("return y", "return 0 * y")), "trivial")[
        0
    ].startswith("zeros earns 1")


@pytest.mark.parametrize(
    ("language", "old", "new", "told"),
    [
        ("en", "entries of $x$ below", "all 6 entries of $x$ below", "numbers differ"),
        ("zh", "低于 $low$", "低于 $-low$", "formulas differ"),
        ("en", "become $low$.", "become $low$。", "Chinese characters"),
        ("en", "entries", "entries None", "None"),
        ("zh", "2. 再替换。", "2. 再替换成 $low$。", "hint 2: formulas differ"),
    ],
)
def test_languages_that_differ_are_told(bank, language, old, new, told):
    statement = STATEMENT | {language: STATEMENT[language].replace(old, new)}
    assert statement != STATEMENT
    subject = Subject(load_exercise(bank.write(statement=statement), bank.root), Counts(), bank.runners)
    assert any(told in one for one in complaints(subject, "zh = en"))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("losses.mse", "losses.nothing", "no point of exercises/syllabus.toml"),
        ("public=1", "public=0", "has no public case"),
    ],
)
def test_what_is_missing_is_told(bank, old, new, told):
    assert any(told in one for one in complaints(bank.subject(MODULE.replace(old, new)), "declared"))


def test_a_solution_that_imports_what_a_student_may_not_is_told(bank):
    foreign = SOLUTION.replace("\n\ndef", "\n\nfrom scipy import special\n\n\ndef", 1)
    assert "imports scipy" in complaints(bank.subject(source=foreign), "declared")[0]


def test_a_check_that_the_exercises_code_stops_says_where(bank):
    module = MODULE + "\n@exercise.view\ndef seen(inputs, outputs):\n    return outputs['nothing']\n"
    assert complaints(bank.subject(module), "solution")[0].startswith(
        "stopped by KeyError: 'nothing' (clipped.py"
    )


def test_what_takes_longer_is_looked_at_less_often(bank):
    exercise = bank.subject().exercise
    assert counts_for(exercise, 200).solution == 200
    assert counts_for(exercise, 3) == Counts(**dict.fromkeys(Counts.model_fields, 3))
    assert counts_for(exercise, 200, thorough=True).whole == 200
    exercise.framework = "torch"
    assert counts_for(exercise, 200).solution == 50
    exercise.kind = "training"
    assert counts_for(exercise, 200).solution == 10
    assert counts_for(exercise, 200).mutants == 0


def test_drawings_may_have_other_words_in_each_language_but_no_other_numbers():
    zh = Draw.layers(("卷积", "6"), ("全连接", "10"))
    assert facts(zh) == facts(Draw.layers(("convolution", "6"), ("fully connected", "10")))
    assert facts(zh) != facts(Draw.layers(("convolution", "6"), ("fully connected", "12")))


def test_a_derivation_is_asked_for_in_both_languages(bank):
    statement = {language: text.split("## solution")[0] for language, text in STATEMENT.items()}
    for language, text in STATEMENT.items():
        statement[language] += "## misconceptions" + text.split("## misconceptions")[1]
    exercise = load_exercise(bank.write(statement=statement), bank.root)
    found = audit(Subject(exercise, Counts(solution=3, whole=3), bank.runners)).complaints["declared"]
    assert [one.split(")")[0] for one in found] == [
        f"has no text under `## solution` ({language}" for language in ("zh", "en")
    ]


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("三个样本，两个类别", "three samples of both classes", ""),
        ("四个样本", "three samples", "only zh says 4 in words"),
        ("样本", "Five samples", "only en says 5 in words"),
        ("前 3 个样本", "the first three samples", ""),
        ("三个样本", "3 samples", ""),
        ("$四个$ `五个` 十三个样本", "`six` samples", ""),
    ],
)
def test_numbers_in_words_are_the_same_in_both_languages(zh, en, told):
    assert unlike_number_words(zh, en) == told
