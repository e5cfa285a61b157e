import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exercises.kit.catalogue import MaxScores, needs_torch
from grader.assessments.lines import line_of
from grader.assessments.loading import AssessmentError, load_assessment
from grader.sandbox.job import Limits

KNOWN = {
    "losses/kl_divergence": 6.0,
    "losses/softmax_loss": 10.0,
    "cnn/max_pool": 8.0,
    "feedforward/softmax": 4.0,
}
MIDTERM = """\
# 期中
title = { zh = "期中考试", en = "Midterm" }
variants = "per-student"
modules = ["torch"]
secret_file = "keys/midterm"

[limits]
question_cpu_s = 5
memory_mb = 1024

[[questions]]
exercise = "losses/kl_divergence"

[[questions]]
id = "q2"
exercise = "cnn/max_pool"
points = 20
"""


@pytest.fixture
def load(tmp_path):
    def load(text):
        path = tmp_path / "midterm.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_assessment(path, KNOWN)

    return load


@pytest.fixture
def problems(load):
    """The sentences of a file that is refused, in English; both languages state the same."""

    def problems(text):
        with pytest.raises(AssessmentError) as caught:
            load(text)
        for problem in caught.value.problems:
            numbers = [re.findall(r"\d+", text) for text in (problem.zh, problem.en)]
            assert sorted(numbers[0]) == sorted(numbers[1]), problem
            assert problem.zh.startswith("midterm.toml")
            assert re.search(r"[\u4e00-\u9fff]", problem.zh)
        return [problem.en for problem in caught.value.problems]

    return problems


def test_an_assessment_is_read_whole(load, tmp_path):
    found = load(MIDTERM)
    assert (found.title.zh, found.title.en) == ("期中考试", "Midterm")
    assert found.variants == "per-student"
    assert found.modules == ("torch",)
    assert found.limits == Limits(question_cpu_s=5, memory_mb=1024)
    assert found.secret_file == tmp_path / "keys/midterm"
    assert [(q.id, q.exercise, q.points) for q in found.questions] == [
        ("losses/kl_divergence", "losses/kl_divergence", 6),
        ("q2", "cnn/max_pool", 20),
    ]
    assert found.max_score == 26


def test_the_shortest_assessment(load, tmp_path):
    found = load('title = "Quiz"\n[[questions]]\nexercise = "losses/softmax_loss"\n')
    assert found.title.zh == found.title.en == "Quiz"
    assert (found.variants, found.seed, found.modules, found.limits) == ("fixed", 0, (), Limits())
    assert found.secret_file == tmp_path / "midterm.secret"
    assert found.questions[0].points == 10


def test_a_bom_and_crlf_do_no_harm(load):
    assert load(b"\xef\xbb\xbf" + MIDTERM.replace("\n", "\r\n").encode()) == load(MIDTERM)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('"cnn/max_pool"', '"cnn/maxpool"', 16, ["no exercise cnn/maxpool", "Close ones: cnn/max_pool"]),
        ('"cnn/max_pool"', '"rnn/max_pool"', 16, ["Close ones: cnn/max_pool."]),
        ('"cnn/max_pool"', '"zzzzzzzz"', 16, ["Run kaodian exercises"]),
        (
            '"cnn/max_pool"',
            "7",
            16,
            ["exercise should be a string, but is 7", 'exercise = "losses/kl_divergence"'],
        ),
        ('exercise = "cnn/max_pool"\n', "", 14, ["exercise is missing"]),
        ("points = 20", 'points = "20"', 17, ['points should be a number, but is "20"', "points = 10"]),
        ("points = 20", "points = true", 17, ["but is true"]),
        ("points = 20", "points = 0", 17, ["above 0", "but is 0"]),
        ("points = 20", "points = -1.5", 17, ["but is -1.5"]),
        ("points = 20", "points = nan", 17, ["points should be", "nan"]),
        ("points = 20", "points = inf", 17, ["finite", "inf"]),
        ("points = 20", "point = 20", 17, ["do you mean points?"]),
        ("points = 20", "wholly = 20", 17, ["One may write: exercise, id, points"]),
        ('id = "q2"', 'id = "losses/kl_divergence"', 15, ["Questions 2 and 1 have the same id", "-2"]),
        ('id = "q2"', 'id = ""', 15, ["1 to 64 visible characters"]),
        ('id = "q2"', 'id = "a\\u202eb"', 15, ["1 to 64 visible characters"]),
        ('id = "q2"', f'id = "{"q" * 65}"', 15, ["1 to 64 visible characters"]),
        (
            '"per-student"',
            '"random"',
            3,
            ["'fixed' / 'per-student'", 'but is "random"', 'variants = "fixed"'],
        ),
        ('"per-student"', '"per-student"\nseed = 3', 4, ["Delete seed"]),
        ('"per-student"', '"fixed"\nseed = 3.5', 4, ["whole number", "3.5"]),
        ('"per-student"', '"fixed"\nseed = true', 4, ["whole number", "true"]),
        ('"per-student"', '"fixed"\nseed = -1', 4, ["0 or more", "-1"]),
        ('["torch"]', '"torch"', 4, ["modules should be an array", 'modules = ["torch"]']),
        ('["torch"]', '["torch", 5]', 4, ["modules should be a string, but is 5"]),
        ('["torch"]', '["a b"]', 4, ["“a b” is no module name"]),
        ('["torch"]', '["reference_impl.losses"]', 4, ["Take it out"]),
        ('["torch"]', '["pandas"]', 4, ["may list torch, not pandas"]),
        ("memory_mb = 1024", "memory_mb = 0", 9, ["memory_mb should be a number above 0", "default is 512"]),
        ("memory_mb = 1024", 'memory_mb = "x"', 9, ["memory_mb should be a whole number"]),
        ("memory_mb = 1024", "memory = 1024", 9, ["do you mean memory_mb?"]),
        ("question_cpu_s = 5", "question_cpu_s = nan", 8, ["question_cpu_s"]),
        ('zh = "期中考试", ', "", 2, ["zh is missing", "title = {"]),
        ('zh = "期中考试"', "zh = 1", 2, ["zh should be a string"]),
        ('{ zh = "期中考试", en = "Midterm" }', "5", 2, ["title should be a table, but is 5"]),
        ('"keys/midterm"', "5", 5, ["secret_file should be a string"]),
        ("[limits]", "[limit]", 7, ["do you mean limits?"]),
        ("variants", "variants，", 3, ["not TOML", "FULLWIDTH COMMA", "type , instead"]),
        ('"per-student"', "per-student", 3, ["not TOML"]),
        ("[limits]", "[[limits]]", 7, ["limits should be a table"]),
    ],
)
def test_a_mistake_is_told_with_line_and_remedy(problems, old, new, line, words):
    assert MIDTERM.count(old) == 1
    (problem,) = problems(MIDTERM.replace(old, new))
    assert problem.startswith(f"midterm.toml, line {line}: ")
    for word in words:
        assert word in problem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ["title is missing", "questions is missing"]),
        ('title = "x"\nquestions = []\n', ["nothing in questions"]),
        ('title = "x"\nquestions = 5\n', ["questions should be an array"]),
        ('title = "x"\n[questions]\nexercise = "cnn/max_pool"\n', ["questions should be an array"]),
        (
            'title = "x"\nquestions = [{exercise = "nowhere"}]\n',
            ["midterm.toml, line 2: There is no exercise nowhere"],
        ),
        (b"title = '\xff\xff'", ["not UTF-8"]),
    ],
)
def test_a_file_without_its_parts_says_which(problems, text, words):
    found = problems(text)
    assert len(found) == len(words)
    for problem, word in zip(found, words, strict=True):
        assert word in problem


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines(problems):
    found = problems(
        MIDTERM.replace("points = 20", "points = 0")
        .replace("cnn/max_pool", "cnn/pool")
        .replace('"per-student"', "1")
    )
    assert [re.search(r"line (\d+)", problem)[1] for problem in found] == ["3", "16", "17"]


def test_no_file_is_said_so(tmp_path):
    with pytest.raises(AssessmentError, match="cannot be read"):
        load_assessment(tmp_path / "none.toml", KNOWN)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.sampled_from([*MIDTERM.splitlines(), "[", "x", "id = 1", "points = 1e400", "[[questions]]"])
    ).map("\n".join)
)
def test_any_file_is_read_or_explained(load, text):
    try:
        load(text)
    except AssessmentError as error:
        problems = error.problems
    else:
        return
    assert problems


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("title", "en"), 2),
        (("limits", "memory_mb"), 9),
        (("limits", "missing"), 7),
        (("questions", 0, "exercise"), 12),
        (("questions", 1, "exercise"), 16),
        (("questions", 1, "missing"), 14),
        (("questions", 5, "id"), None),
        (("nothing",), None),
        ((), None),
    ],
)
def test_lines_are_found_by_key_or_else_by_table(place, line):
    assert line_of(MIDTERM, place) == line


def test_dotted_keys_have_lines_too():
    assert line_of("a = 1\nlimits.memory_mb = 5\nlimits.file_mb = 1\n", ("limits", "file_mb")) == 3


def test_an_exercise_in_torch_needs_torch_in_the_modules(tmp_path):
    path = tmp_path / "midterm.toml"
    path.write_text('title = "t"\n[[questions]]\nexercise = "feedforward/torch_mlp"\n')
    with pytest.raises(AssessmentError) as caught:
        load_assessment(path, MaxScores(), needs_torch)
    assert "midterm.toml, line 3" in caught.value.problems[0].en
    assert 'modules = ["torch"]' in caught.value.problems[0].zh
    path.write_text('title = "t"\nmodules = ["torch"]\n[[questions]]\nexercise = "feedforward/torch_mlp"\n')
    assert load_assessment(path, MaxScores(), needs_torch).modules == ("torch",)
