"""Every point of the syllabus has an exercise, and boxed points two kinds."""

from types import SimpleNamespace

from exercises.kit.base import Text
from exercises.kit.syllabus import SyllabusPoint, load_syllabus
from grader.audit.coverage import coverage


def point(name, **marks):
    text = Text(zh=name, en=name)
    return SyllabusPoint(id=name, text=text, topic=text, **marks)


def exercise(name, kind, *points):
    return SimpleNamespace(id=name, kind=kind, syllabus=points)


def lacking(points, *exercises):
    return {one.point.id: one.lacks.en for one in coverage(exercises, points) if one.lacks}


def test_a_point_without_an_exercise_lacks_one():
    assert lacking([point("a"), point("b")], exercise("t/x", "code", "a")) == {"b": "no exercise"}


def test_a_boxed_point_needs_two_kinds_and_two_exercises_of_one_kind_are_one():
    boxed = [point("a", boxed=True)]
    code = [exercise("t/x", "code", "a"), exercise("t/y", "code", "a")]
    assert lacking(boxed, *code) == {"a": "2 kinds at least"}
    assert lacking(boxed, *code, exercise("t/z", "choice", "a")) == {}


def test_exercises_are_listed_by_kind():
    (one,) = coverage([exercise("t/x", "code", "a"), exercise("t/z", "choice", "a")], [point("a")])
    assert one.exercises == {"choice": ("t/z",), "code": ("t/x",)}


def test_the_syllabus_is_there_and_names_each_point_once():
    points = load_syllabus()
    assert len(points) > 40
    assert len({one.id for one in points}) == len(points)
    assert any(one.boxed for one in points)
