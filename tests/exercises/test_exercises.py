"""What every exercise must show: it draws, its mistakes show, its texts agree, its solution is right."""

import ast
import math
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from exercises.kit.catalogue import exercise_ids, load_exercise
from exercises.kit.choice import Choice, SealedChoice
from exercises.kit.closeness import Close
from exercises.kit.code import Code
from exercises.kit.code_cases import Outputs, SealedCase, SealedCode, fails, passes, run_quietly
from exercises.kit.derivation import Derivation, SealedDerivation
from exercises.kit.exercise import Exercise, Sealed
from exercises.kit.formula import equal_at_points, parse
from exercises.kit.numeric import Numeric, SealedNumeric
from exercises.kit.seeds import Seeds

SEEDS = range(30)
STATEMENT_SEEDS = range(4)
SOLUTIONS = Path(__file__).resolve().parents[2] / "solutions"
SYLLABUS = {
    "feedforward.softmax", "feedforward.fc",
    "losses.entropy", "losses.cross_entropy", "losses.kl", "losses.softmax_loss", "losses.svm",
    "optimisation.batch_size",
    "cnn.conv", "cnn.max_pool", "cnn.pool_size",
    "regularisation.batchnorm",
    "rnn.lstm", "rnn.lstm_memory", "rnn.lstm_gradient",
    "nlp.cbow", "nlp.word_vector", "nlp.word2vec_loss",
}  # fmt: skip
"""Points of the syllabus that these exercises may name: a tag that is not here is misspelt."""

IDS = exercise_ids()
CODE_IDS = [one for one in IDS if isinstance(load_exercise(one), Code)]


@cache
def sealed(exercise_id: str, seed: int) -> Any:
    return load_exercise(exercise_id).seal(Seeds.from_number(seed, exercise_id))


def variants(exercise_id: str) -> Iterator[Any]:
    return (sealed(exercise_id, seed) for seed in SEEDS)


def solution(exercise_id: str) -> dict[str, Any]:
    """The names that a worked solution defines."""
    path = SOLUTIONS / f"{exercise_id}.py"
    namespace: dict[str, Any] = {"__name__": "solution", "answers": {}}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), namespace)
    return namespace


def run(exercise: Code, case: SealedCase, functions: Mapping[str, Any]) -> Outputs | None:
    namespace = {**exercise.given_functions, **functions}
    return run_quietly(exercise, case.program, namespace, case.inputs, case.seed)


def groups(code: SealedCode) -> dict[str, list[SealedCase]]:
    found: dict[str, list[SealedCase]] = {}
    for case in code.hidden:
        found.setdefault(case.group, []).append(case)
    return found


def passed_groups(
    exercise: Code, code: SealedCode, answer: Callable[[SealedCase], Outputs]
) -> list[tuple[str, str]]:
    """The (group, aspect) that these outputs would earn."""
    return [
        (name, aspect)
        for name, cases in groups(code).items()
        for aspect in cases[0].aspects
        if all(
            passes(exercise, case, answer(case), output)
            for case in cases
            for output in exercise.checked_by([aspect])
        )
    ]


def each_array(value: Any, change: Callable[[np.ndarray], np.ndarray]) -> Any:
    """The value with every array of floats and every float in it changed."""
    if isinstance(value, dict):
        return {key: each_array(entry, change) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [each_array(entry, change) for entry in value]
    if isinstance(value, float) or (isinstance(value, np.ndarray) and value.dtype.kind == "f"):
        return change(np.asarray(value))
    return value


# --- drawing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("exercise_id", IDS)
def test_thirty_variants_are_drawn(exercise_id: str) -> None:
    for seed in SEEDS:
        assert sealed(exercise_id, seed).exercise_id == exercise_id


@pytest.mark.parametrize("exercise_id", IDS)
def test_same_seed_gives_the_same_variant_and_another_seed_another(exercise_id: str) -> None:
    exercise = load_exercise(exercise_id)
    again = exercise.seal(Seeds.from_number(1, exercise_id))
    assert pristine(again) == pristine(sealed(exercise_id, 1))
    others = [pristine(sealed(exercise_id, seed)) for seed in (2, 3)]
    assert any(other != pristine(again) for other in others)


def pristine(variant: Sealed) -> str:
    """A variant's content without its seeds."""
    content = {name: getattr(variant, name) for name in type(variant).model_fields if name != "seeds"}
    with np.printoptions(threshold=10**6):
        return repr(content)


# --- misconceptions ------------------------------------------------------------------------------


@pytest.mark.parametrize("exercise_id", IDS)
def test_at_least_three_misconceptions(exercise_id: str) -> None:
    exercise = load_exercise(exercise_id)
    told = {wrong.told_as for wrong in exercise.misconceptions.values()}
    assert len(told) >= 3
    assert set(exercise.syllabus) <= SYLLABUS


@pytest.mark.parametrize("exercise_id", CODE_IDS)
def test_every_misconception_fails_at_least_two_hidden_cases(exercise_id: str) -> None:
    exercise = load_exercise(exercise_id)
    assert isinstance(exercise, Code)
    for code in variants(exercise_id):
        for name in exercise.misconceptions:
            failed = [case for case in code.hidden if fails(exercise, case, case.misconceptions[name])]
            assert len(failed) >= 2, (name, code.seeds)


@pytest.mark.parametrize("exercise_id", CODE_IDS)
def test_every_misconception_answers_somewhere(exercise_id: str) -> None:
    """One that raises in each case where it fails can never be recognised."""
    exercise = load_exercise(exercise_id)
    assert isinstance(exercise, Code)
    for name in exercise.misconceptions:
        answered = [
            case
            for seed in STATEMENT_SEEDS
            for case in sealed(exercise_id, seed).hidden
            if case.misconceptions[name] is not None and fails(exercise, case, case.misconceptions[name])
        ]
        assert answered, name


@pytest.mark.parametrize("exercise_id", CODE_IDS)
def test_misconceptions_fail_in_float32_too(exercise_id: str) -> None:
    """A float32 student's mistake must not hide in the tolerance, nor may a right one fall out of it."""
    exercise = load_exercise(exercise_id)
    assert isinstance(exercise, Code)
    for name, wrong in exercise.misconceptions.items():
        failed = 0
        for case in sealed(exercise_id, 0).hidden:
            inputs = each_array(case.inputs, lambda a: a.astype(np.float32))
            functions = {**exercise.namespace, **wrong.replaces}
            found = run_quietly(exercise, case.program, functions, inputs, case.seed)
            failed += fails(exercise, case, found)
        assert failed >= 2, name


# --- right answers -------------------------------------------------------------------------------


@pytest.mark.parametrize("exercise_id", IDS)
def test_the_solution_is_right(exercise_id: str) -> None:
    exercise, names = load_exercise(exercise_id), solution(exercise_id)
    for variant in variants(exercise_id):
        if isinstance(exercise, Code):
            functions = {name: names[name] for name in exercise.functions}
            wrong = [c.group for c in variant.cases if fails(exercise, c, run(exercise, c, functions))]
            assert not wrong
        elif isinstance(exercise, Numeric):
            assert isinstance(variant, SealedNumeric)
            answer = names["solve"](variant.params)
            assert list(answer) == list(exercise.steps)
            for name, step in exercise.steps.items():
                assert step.acceptance(variant.truth[name]).accepts(variant.truth[name], answer[name]), name
        elif isinstance(exercise, Derivation):
            assert isinstance(variant, SealedDerivation)
            answer = names["answers"][exercise_id]
            assert list(answer) == list(exercise.points)
            for name, text in answer.items():
                formula = parse(text, exercise.names_before(name))
                assert equal_at_points(formula, exercise.formulas[name], variant.at), name
        else:
            assert isinstance(exercise, Choice)
            assert names["right"] == set(exercise.right)


@pytest.mark.parametrize("exercise_id", IDS)
def test_the_solution_imports_numpy_only_and_explains_itself(exercise_id: str) -> None:
    tree = ast.parse((SOLUTIONS / f"{exercise_id}.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    assert imported <= {"numpy"}


def test_every_solution_belongs_to_an_exercise() -> None:
    paths = sorted(SOLUTIONS.glob("*/*.py"))
    assert {f"{p.parent.name}/{p.stem}" for p in paths if p.stem != "__init__"} == set(IDS)


@pytest.mark.parametrize("exercise_id", CODE_IDS)
def test_the_solution_runs_without_a_warning(exercise_id: str) -> None:
    exercise, names = load_exercise(exercise_id), solution(exercise_id)
    assert isinstance(exercise, Code)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for case in sealed(exercise_id, 0).cases:
            case.program.run({**exercise.given_functions, **names}, case.inputs, case.seed)


@pytest.mark.parametrize("exercise_id", CODE_IDS)
def test_float32_stays_ten_times_below_the_tolerance(exercise_id: str) -> None:
    exercise = load_exercise(exercise_id)
    assert isinstance(exercise, Code)
    for code in variants(exercise_id):
        for case in code.cases:
            inputs = each_array(case.inputs, lambda a: a.astype(np.float32))
            found = run_quietly(exercise, case.program, exercise.namespace, inputs, case.seed)
            assert found is not None
            for output in exercise.checked_by(case.aspects):
                rule = exercise.acceptance(output)
                if isinstance(rule, Close):
                    rule = Close(rtol=rule.rtol / 10, atol=rule.atol / 10)
                assert rule.accepts(case.expected[output], found[output]), (case.group, output)


# --- worthless answers ---------------------------------------------------------------------------


def _filled(value: float) -> Callable[[SealedCase], Outputs]:
    def answer(case: SealedCase) -> Outputs:
        return {
            name: case.inputs[name]
            if name in case.inputs
            else each_array(one, lambda a: np.full_like(a, value))
            for name, one in case.expected.items()
        }

    return answer


def _untouched(case: SealedCase) -> Outputs:
    """An in-place input as it came in, and the first array that was handed in for everything else."""
    arrays = [value for value in case.inputs.values() if isinstance(value, np.ndarray)]
    found: Outputs = dict.fromkeys(case.expected, arrays[0])
    for name in case.expected:
        whole, _, entry = name.partition(".")
        if whole in case.inputs:
            found[name] = case.inputs[whole][entry] if entry else case.inputs[whole]
    return found


def _random(case: SealedCase) -> Outputs:
    rng = np.random.default_rng(0)
    return {name: each_array(one, lambda a: rng.normal(size=a.shape)) for name, one in case.expected.items()}


@pytest.mark.parametrize("exercise_id", CODE_IDS)
@pytest.mark.parametrize(
    "answer", [_filled(0.0), _filled(1.0), _untouched, _random], ids=["zeros", "ones", "inputs", "random"]
)
def test_worthless_code_passes_no_group(exercise_id: str, answer: Callable[[SealedCase], Outputs]) -> None:
    exercise = load_exercise(exercise_id)
    assert isinstance(exercise, Code)
    for code in variants(exercise_id):
        assert passed_groups(exercise, code, answer) == []


@pytest.mark.parametrize("exercise_id", CODE_IDS)
def test_a_constant_inf_or_nan_earns_nothing_that_needs_no_value(exercise_id: str) -> None:
    exercise = load_exercise(exercise_id)
    assert isinstance(exercise, Code)
    for value in (math.inf, math.nan):
        for code in list(variants(exercise_id))[:5]:
            for _, aspect in passed_groups(exercise, code, _filled(value)):
                assert aspect in exercise.needs


@pytest.mark.parametrize("exercise_id", [one for one in IDS if one not in CODE_IDS])
def test_worthless_answers_are_wrong(exercise_id: str) -> None:
    exercise = load_exercise(exercise_id)
    for variant in variants(exercise_id):
        if isinstance(exercise, Numeric):
            for name, truth in variant.truth.items():
                shape = np.shape(truth)
                for entry in (0, 1, -1):
                    answer = np.full(shape, entry).tolist()
                    assert not exercise.steps[name].acceptance(truth).accepts(truth, answer), name
        elif isinstance(exercise, Derivation):
            for name in exercise.points:
                for text in ("0", "1", "-1", *exercise.symbols):
                    wrong = parse(text, exercise.names_before(name))
                    assert not equal_at_points(wrong, exercise.formulas[name], variant.at), (name, text)
        else:
            assert isinstance(exercise, Choice)
            # right - wrong is what earns: ticking everything must not
            assert len(exercise.wrong) >= len(exercise.right) >= 2
            assert len(exercise.options) >= 7
            assert isinstance(variant, SealedChoice)
            assert sorted(variant.order) == sorted(exercise.options)


# --- texts ---------------------------------------------------------------------------------------


def facts(text: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Formulas without their words, code, and numbers outside of both."""
    blocks = re.findall(r"```.*?```", text, flags=re.DOTALL)
    text = re.sub(r"```.*?```", " ", text, flags=re.DOTALL)
    spans = re.findall(r"`[^`]+`", text)
    text = re.sub(r"`[^`]+`", " ", text)
    formulas = re.findall(r"\$\$.+?\$\$|\$[^$]+\$", text, flags=re.DOTALL)
    text = re.sub(r"\$\$.+?\$\$|\$[^$]+\$", " ", text, flags=re.DOTALL)
    plain = (re.sub(r"\\text\{[^}]*\}", "", formula) for formula in formulas)
    numbers = re.findall(r"(?<![A-Za-z\d.])\d+(?:\.\d+)?(?![\d]|\.\d)", text)
    return Counter(" ".join(one.split()) for one in plain), Counter(blocks + spans), Counter(numbers)


@pytest.mark.parametrize("exercise_id", IDS)
@pytest.mark.parametrize("seed", STATEMENT_SEEDS)
def test_both_languages_state_the_same(exercise_id: str, seed: int) -> None:
    exercise = load_exercise(exercise_id)
    variant = sealed(exercise_id, seed)
    zh, en = (
        exercise.statements[language].render(exercise.view_of(variant, language)) for language in ("zh", "en")
    )
    (formulas, code, numbers), (formulas_en, code_en, numbers_en) = facts(zh), facts(en)
    assert formulas == formulas_en
    assert numbers == numbers_en
    assert set(code) == set(code_en)
    assert re.search(r"[\u4e00-\u9fff]", zh)
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", en), "Chinese characters in the English statement"
    for text in (zh, en):
        assert "{{" not in text
        assert "{%" not in text
        assert "array(" not in text
        assert "np.float64" not in text


@pytest.mark.parametrize("exercise_id", IDS)
def test_hints_and_explanations_agree(exercise_id: str) -> None:
    exercise = load_exercise(exercise_id)
    zh, en = exercise.statements["zh"], exercise.statements["en"]
    assert len(zh.hints) == len(en.hints) == 3
    pairs = [
        *zip(zh.hints, en.hints, strict=True),
        *((zh.misconceptions[name], en.misconceptions[name]) for name in zh.misconceptions),
        *((zh.options[name], en.options[name]) for name in zh.options),
        *((zh.points[name], en.points[name]) for name in zh.points),
    ]
    for chinese, english in pairs:
        for one, other in zip(facts(chinese), facts(english), strict=True):
            assert set(one) == set(other), (chinese, english)
        assert chinese.strip()
        assert english.strip()


@pytest.mark.parametrize("exercise_id", IDS)
def test_explanations_teach(exercise_id: str) -> None:
    """Two or three sentences each, and none says what the report says anyway."""
    exercise: Exercise = load_exercise(exercise_id)
    for name, text in exercise.statements["en"].misconceptions.items():
        sentences = re.findall(r"[.?!:;](?=\s|$)", re.sub(r"\$[^$]*\$", "x", text))
        assert 2 <= len(sentences) <= 6, (name, text)
        assert "your results" not in text.lower()


@pytest.mark.parametrize("exercise_id", CODE_IDS)
def test_there_is_a_public_example(exercise_id: str) -> None:
    assert sealed(exercise_id, 0).public
