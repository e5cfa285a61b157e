import hashlib
import hmac
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exercises.kit.base import Text
from exercises.kit.seeds import Seeds, derive_seed, public_key
from grader.assessments.model import Assessment, Question
from grader.assessments.randomness import seeds_for
from grader.sandbox.job import Limits

SECRET = bytes(range(32))
PURPOSES = ("parameters", "public", "hidden", "options")
words = st.text(st.characters(codec="ascii"), max_size=8)


def assessment(variants, seed=5):
    return Assessment(
        title=Text(zh="期中", en="Midterm"),
        variants=variants,
        seed=seed,
        modules=(),
        limits=Limits(),
        questions=(Question(id="q1", exercise="cnn/max_pool", points=1),),
        secret_file=Path("x"),
    )


def test_a_seed_is_the_hmac_it_says_it_is():
    """Written out once more: who holds the secret can draw a variant again in twenty years."""
    message = b"".join(
        len(part).to_bytes(8, "big") + part for part in (b"kaodian seed 1", b"hidden", b"q1", b"0042")
    )
    expected = hmac.new(SECRET, message, hashlib.sha256).digest()[:16]
    assert derive_seed(SECRET, "hidden", "q1", "0042") == int.from_bytes(expected, "big")


@given(st.tuples(st.sampled_from(PURPOSES), words, words), st.tuples(st.sampled_from(PURPOSES), words, words))
def test_other_purposes_questions_and_students_have_other_seeds(one, other):
    assume(one != other)
    assert derive_seed(SECRET, *one) != derive_seed(SECRET, *other)


def test_names_that_read_alike_when_joined_have_other_seeds():
    assert derive_seed(SECRET, "public", "ab", "c") != derive_seed(SECRET, "public", "a", "bc")


@given(words)
def test_one_student_has_one_seed_however_the_id_is_spelt(student):
    paper = assessment("per-student")
    assert seeds_for(paper, SECRET, "q", student.upper()) == seeds_for(paper, SECRET, "q", student.lower())


@pytest.mark.parametrize("purpose", PURPOSES)
def test_another_secret_gives_another_seed(purpose):
    assert derive_seed(SECRET, purpose, "q", "s") != derive_seed(bytes(32), purpose, "q", "s")
    assert 0 <= derive_seed(SECRET, purpose, "q", "s") < 2**128


def test_fixed_variants_are_everybodys_and_match_the_workbook_but_hide_their_cases():
    first = seeds_for(assessment("fixed"), SECRET, "q1", "0042")
    assert first == seeds_for(assessment("fixed"), SECRET, "q1", "0043")
    workbook = Seeds.from_number(5, "q1")
    assert first.parameters == workbook.parameters
    assert first.public == workbook.public
    assert first.options == workbook.options
    assert first.hidden != workbook.hidden
    elsewhere = seeds_for(assessment("fixed"), bytes(32), "q1", "0042")
    assert elsewhere.parameters == first.parameters
    assert elsewhere.hidden != first.hidden


def test_variants_per_student_share_nothing_and_follow_from_the_secret_alone():
    seen = [
        seed
        for secret in (SECRET, bytes(32), public_key(5))
        for student in ("0042", "0043")
        for question in ("q1", "q2")
        for seed in seeds_for(assessment("per-student"), secret, question, student).model_dump().values()
    ]
    assert len(set(seen)) == len(seen) == 3 * 2 * 2 * len(Seeds.model_fields)


def test_another_public_seed_is_another_paper():
    assert Seeds.from_number(5, "q1").parameters != Seeds.from_number(6, "q1").parameters
