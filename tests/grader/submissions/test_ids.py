import unicodedata

import pytest
from bilingual import assert_bilingual
from hypothesis import assume, example, given
from hypothesis import strategies as st

from grader.submissions.ids import MAX_ID, file_stem, id_problem, student_key

ids = st.text(max_size=MAX_ID).filter(lambda text: id_problem(text) is None)
look_alike = st.text(alphabet="aAbBéÉßẞſsSkK\u212aｋ0０~-_. 张", min_size=1, max_size=4).filter(
    lambda text: id_problem(text) is None
)


@pytest.mark.parametrize(
    "student",
    [
        "",
        ".",
        "..",
        "a/b",
        "a\\b",
        "../../etc/passwd",
        "C:\\x",
        "x" * 65,
        "a\nb",
        "a\0b",
        "\u202e2400",
        "a\u200bb",
        " 42",
    ],
)
def test_an_id_that_could_do_harm_is_refused_with_a_sentence(student):
    problem = id_problem(student)
    assert problem is not None
    assert_bilingual(problem)
    with pytest.raises(ValueError, match=r"\w"):
        file_stem(student)


@pytest.mark.parametrize("student", ["0042", "PB20000001", "张三", "a.b@x.edu", "2023 A 1", "x" * 64])
def test_usual_ids_are_fine(student):
    assert id_problem(student) is None


@pytest.mark.parametrize("student", ["0042", "PB20000001", "a-b_c.d"])
def test_a_plain_id_is_its_own_stem(student):
    assert file_stem(student) == student


@given(st.one_of(ids, look_alike), st.one_of(ids, look_alike))
@example("ab", "AB")
@example("ß", "ss")
@example("00４２", "0042")
@example("a?", "a*")
@example("a~b", "a-b")
def test_stems_agree_ignoring_case_exactly_if_the_students_do(one, other):
    same_file = file_stem(one).casefold() == file_stem(other).casefold()
    assert same_file == (student_key(one) == student_key(other))


@given(st.one_of(ids, look_alike))
@example("con")
@example("NUL.txt")
@example("x.")
@example("~")
@example("-rf")
def test_a_stem_is_a_safe_file_name_everywhere(student):
    stem = file_stem(student)
    assert stem.isascii()
    assert 0 < len(stem) <= MAX_ID + 40
    assert not set(stem) & set('/\\:*?"<>| \t\r\n\0')
    assert stem[0] not in ".-~"
    assert stem[-1] != "."
    assert stem.split(".")[0].lower() not in {"con", "prn", "aux", "nul", "com1", "lpt1"}


@given(ids)
def test_normal_forms_and_case_make_no_other_student(student):
    spellings = {unicodedata.normalize(form, student) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    assert {student_key(spelling) for spelling in spellings} == {student_key(student)}
    assert student_key(student.casefold()) == student_key(student)
    assert student_key(student_key(student)) == student_key(student)


@given(st.text(alphabet="0123456789", min_size=1, max_size=12), st.text(alphabet="0123456789", max_size=12))
def test_leading_zeros_make_another_student(one, other):
    assume(one != other)
    assert student_key(one) != student_key(other)
