"""Marks of a TA: pending is not zero, a mark overrides, and both outlive a new grading."""

import csv
import io
import json
import re
import subprocess
import sys

import pytest
from rich.console import Console

from exercises.kit.catalogue import exercise_ids, load_exercise
from grader.batch.marks import MarksError
from grader.batch.result import SubmissionResult
from grader.reports.attention import attention
from grader.reports.marking import mark_class
from grader.reports.results_folder import ResultsFolderError
from grader.reports.run import grade_class
from grader.reports.terminal import print_class

WRITTEN = next(name for name in exercise_ids() if load_exercise(name).kind == "written")
ASSESSMENT = f"""
title = {{ zh = "小测", en = "Quiz" }}
variants = "fixed"
seed = 5

[[questions]]
id = "essay"
exercise = "{WRITTEN}"
points = 6

[[questions]]
id = "shapes"
exercise = "cnn/network_shapes"
points = 7
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "submissions").mkdir()
    (tmp_path / "quiz.toml").write_text(ASSESSMENT)
    for student, text in (("0101", "=HYPERLINK(1) 门控\n第二行"), ("0102", "gates <script>"), ("0103", "")):
        source = f'answers["essay"] = {text!r}\nanswers["shapes"] = {{"conv_out": 1}}\n'
        (tmp_path / "submissions" / f"{student}.py").write_text(source)
    grade(tmp_path)
    return tmp_path


def grade(folder, **options):
    return grade_class(folder / "quiz.toml", folder / "submissions", folder / "results", **options)


def marks(folder, text):
    path = folder / "marks.csv"
    path.write_text("student,question,points,reason,by\n" + text, encoding="utf-8")
    return path


def scores(folder):
    text = (folder / "results" / "scores.csv").read_text(encoding="utf-8-sig")
    return {row["student"]: row for row in csv.DictReader(io.StringIO(text))}


def results(folder):
    lines = (folder / "results" / "results.jsonl").read_text().splitlines()
    return {r.student: r for r in map(SubmissionResult.model_validate_json, lines)}


def page(folder, student):
    return (folder / "results" / "students" / f"{student}.html").read_text()


def test_pending_is_shown_as_such_and_is_not_zero(folder):
    row = scores(folder)["0101"]
    assert (row["essay"], row["pending"]) == ("pending", "6")
    assert (scores(folder)["0103"]["essay"], scores(folder)["0103"]["pending"]) == ("0", "0")
    assert "等待助教判定" in page(folder, "0101")
    assert "6 more points wait for a TA" in page(folder, "0101")
    summary = re.findall(r'<td class="number">(.*?)</td>', page(folder, "0101"))
    assert summary[0] == "– / 6"
    assert '<span class="points">– / 6</span>' in page(folder, "0101")
    assert "Score so far" in page(folder, "0101")
    assert "Score so far" not in page(folder, "0103")


def console(result, language="en"):
    text = io.StringIO()
    print_class(result, language, Console(file=text, width=80))
    return text.getvalue()


def test_means_and_the_histogram_are_of_what_is_judged(folder):
    """All three get 1 of the 7 points of shapes; two essays wait, one is empty and so 0 of 6."""
    mark_class(
        folder / "results",
        marks(folder, "".join(f"010{n},shapes,1,seen,Li\n" for n in (1, 2, 3))),
    )
    result = grade(folder).result
    share, most = {one.student: one.score / one.judged for one in result.results}, result.results[0].judged
    assert (most, share["0101"], share["0103"]) == (7, 1 / 7, 1 / 13)
    whole = (folder / "results" / "class.html").read_text()
    assert (
        "So far: mean 12 %, median 14 % of the points that are judged; 12 points of 2 students wait" in whole
    )
    assert "目前平均 12 %，中位数 14 %：占已评部分的百分比；2 人还有 12 分等待助教判定" in whole
    bars = [int(count) for count in re.findall(r'text-anchor="middle">(\d+)</text>', whole)]
    assert bars[:2] == [1, 2]
    assert '<td class="number">1 / 7 <span class="verdict part">+6?</span></td>' in whole
    assert re.search(r"Total, of what is judged +12 % +100 %", console(result))
    mark_class(folder / "results", marks(folder, "0101,essay,6,seen,Li\n0102,essay,6,seen,Li\n"))
    marked = grade(folder).result
    assert re.search(r"Total +5 +13", console(marked))
    assert "Mean 5, median 7, out of 13" in (folder / "results" / "class.html").read_text()


def test_a_question_of_which_all_waits_has_no_mean(folder):
    (folder / "submissions" / "0103.py").unlink()
    result = grade(folder).result
    assert re.search(r"essay +– +6 +–", console(result))
    row = re.search(r'<span class="id">essay</span>.*?</tr>', (folder / "results" / "class.html").read_text())
    assert re.findall(r'<td class="number">(.*?)</td>', row[0]) == ["–", "–", "6", "–", "0", "2"]


def test_what_waits_stands_in_a_table_to_fill_in_and_on_the_class_page(folder):
    text = (folder / "results" / "pending.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["student"], row["question"], row["points"]) for row in rows] == [
        ("0101", "essay", ""),
        ("0102", "essay", ""),
    ]
    assert rows[0]["answer"] == "'=HYPERLINK(1) 门控\n第二行"
    whole = (folder / "results" / "class.html").read_text()
    assert "gates &lt;script&gt;" in whole
    assert "<script>" not in whole


def test_a_table_filled_in_is_taken_and_rows_without_points_are_passed_over(folder):
    path = folder / "results" / "pending.csv"
    text = path.read_text(encoding="utf-8-sig").replace("0101,essay,,,", "0101,essay,4.5,clear,Li,")
    path.write_text(text)
    done = mark_class(folder / "results", path)
    assert len(done.marks) == 1
    assert done.pending == 6
    assert scores(folder)["0101"]["essay"] == "4.5"
    assert scores(folder)["0102"]["essay"] == "pending"
    assert "Marked by Li: 4.5. clear" in page(folder, "0101")
    mark_class(folder / "results", marks(folder, "0102,essay,0,seen,Li\n"))
    assert not path.exists()
    assert scores(folder)["0102"]["essay"] == "0"


def test_a_mark_overrides_the_graders_score_and_the_last_one_counts(folder):
    mark_class(folder / "results", marks(folder, "0101,shapes,3,close,Li\n"))
    mark_class(folder / "results", marks(folder, "0101,shapes,5,closer,Li\n"))
    row = scores(folder)["0101"]
    assert (row["shapes"], row["score"]) == ("5", "5")
    assert results(folder)["0101"].questions[1].mark.reason == "closer"


def test_a_page_whose_score_is_overridden_says_what_counts(folder):
    told = "what the grader itself had found (0 points); the mark counts in its place."
    assert told not in page(folder, "0101")
    mark_class(folder / "results", marks(folder, "0101,shapes,7,by hand,Li\n0101,essay,2,seen,Li\n"))
    own = page(folder, "0101")
    assert own.count(told) == 1  # of the essay there was nothing but the text
    en = own[own.index('<main class="side en') :]
    assert en.index("Marked by Li: 7. by hand") < en.index(told) < en.index("<code>conv_out</code>")
    assert "下面是评分程序原来的判定（0 分），已由助教的分数代替。" in own
    assert "finding lead good" not in own


def test_marks_of_a_question_that_gives_other_points_now_are_told_and_count_up_to_its_maximum(folder):
    mark_class(folder / "results", marks(folder, "0101,essay,5,good,Li\n0102,essay,2,seen,Li\n"))
    assert "other points" not in console(grade(folder).result)
    (folder / "quiz.toml").write_text(ASSESSMENT.replace("points = 6", "points = 4"))
    told = console(grade(folder).result)
    assert "2 marks were given when the question gave other points" in told
    assert "0101 essay 5/6 → 4, 0102 essay 2/6 → 4" in told
    assert "有 2 个助教给的分是按另外的满分给的" in console(grade(folder).result, "zh")
    assert "0101 essay 5/6 → 4" in (folder / "results" / "class.html").read_text()
    assert (scores(folder)["0101"]["essay"], scores(folder)["0102"]["essay"]) == ("4", "2")
    assert scores(folder)["0101"]["score"] == "4"
    assert "Marked by Li: 5 (the question gives 4 now). good" in page(folder, "0101")
    done = mark_class(folder / "results", marks(folder, "0101,essay,3.5,seen,Li\n"))
    assert ["1 mark was given" in remark.en for remark in done.remarks] == [True]
    done = mark_class(folder / "results", marks(folder, "0102,essay,1.5,seen,Li\n"))
    assert done.remarks == ()


def test_marks_that_count_for_nobody_any_more_are_told_and_kept(folder):
    mark_class(folder / "results", marks(folder, "0101,essay,5,seen,Li\n0102,essay,2,seen,Li\n"))
    (folder / "submissions" / "0102.py").unlink()
    assert "has no such question: 1 (0102 essay)" in console(grade(folder).result)
    (folder / "quiz.toml").write_text(ASSESSMENT.replace('id = "essay"', 'id = "essay-1"'))
    told = console(grade(folder).result)
    assert "has no such question: 2 (0101 essay, 0102 essay)" in told
    assert "有 2 个助教给的分现在不起作用" in console(grade(folder).result, "zh")
    (folder / "quiz.toml").write_text(ASSESSMENT)
    grade(folder)
    assert scores(folder)["0101"]["essay"] == "5"


def test_a_mark_kept_by_an_earlier_version_counts_up_to_the_maximum(folder):
    line = {"student": "0101", "question": "essay", "mark": {"points": 9, "reason": "", "by": ""}}
    (folder / "results" / "marks.jsonl").write_text(json.dumps(line) + "\n")
    assert "0101 essay 9 → 6" in console(grade(folder).result)
    assert scores(folder)["0101"]["essay"] == "6"


def test_marks_outlive_a_new_grading(folder):
    mark_class(folder / "results", marks(folder, "0101,essay,4,seen,Li\n0102,shapes,7,seen,Li\n"))
    grade(folder, fresh=True)
    assert scores(folder)["0101"]["essay"] == "4"
    assert scores(folder)["0102"]["shapes"] == "7"
    assert results(folder)["0102"].questions[1].mark.points == 7
    assert "Marked by Li: 4" in page(folder, "0101")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("0999,essay,1,seen,Li", "no result of student 0999"),
        ("101,essay,1,seen,Li", "There is 0101: a spreadsheet drops leading zeros"),
        ("quiz_0101_Li,essay,1,seen,Li", "Is it 0101"),
        ("90101,essay,1,seen,Li", "no result of student 90101"),
        ("0104,essay,1,seen,Li", "0104 has no question that could be marked. Nothing was handed in."),
        ("0102,essay,4,seen,Li", "essay of 0102 has a mark in line 2 already"),
        ("0101,esay,1,seen,Li", "no question esay; there are essay, shapes"),
        ("0101,essay,7,seen,Li", "from 0 to 6"),
        ("0101,essay,-1,seen,Li", "from 0 to 6"),
        ("0101,essay,nan,seen,Li", "from 0 to 6"),
        ("0101,essay,four,seen,Li", "“four”"),
        ("0101,essay,4,seen,", "by should name who gives the mark"),
        ("0101,shapes,7,,Li", "where it overrides a score, reason should say why"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_and_then_none_is_taken(folder, row, says):
    roster = folder / "roster.csv"
    roster.write_text("id,name\n0101,\n0102,\n0103,\n0104,\n")
    grade(folder, roster=roster)
    before = (folder / "results" / "scores.csv").read_bytes()
    with pytest.raises(MarksError, match=says) as caught:
        mark_class(folder / "results", marks(folder, f"0102,essay,3,seen,Li\n{row}\n"))
    assert "line 3" in caught.value.problems[0].en
    assert (folder / "results" / "scores.csv").read_bytes() == before
    assert not (folder / "results" / "marks.jsonl").exists()


def test_what_waited_needs_no_reason(folder):
    mark_class(folder / "results", marks(folder, "0101,essay,4,,Li\n"))
    assert results(folder)["0101"].questions[0].mark.by == "Li"


def test_a_mark_of_an_answer_that_was_handed_in_anew_is_told(folder):
    mark_class(folder / "results", marks(folder, "0101,essay,4,seen,Li\n0102,essay,3,seen,Li\n"))
    assert not attention(grade(folder).result, "en")
    path = folder / "submissions" / "0101.py"
    path.write_text(path.read_text() + "# again\n")
    (told,) = attention(grade(folder).result, "en")
    assert "1 mark was given to a submission that has been handed in anew since: 0101 essay" in told
    assert scores(folder)["0101"]["essay"] == "4"
    mark_class(folder / "results", marks(folder, "0101,essay,5,seen,Li\n"))
    assert not attention(grade(folder).result, "en")


def test_marks_without_their_columns_are_refused(folder):
    path = folder / "marks.csv"
    path.write_text("id,score\n0101,3\n")
    with pytest.raises(MarksError, match="student, question, points, reason, by is missing"):
        mark_class(folder / "results", path)


def test_a_folder_without_results_is_refused(folder):
    with pytest.raises(ResultsFolderError, match="no results folder"):
        mark_class(folder / "submissions", marks(folder, ""))


def test_the_command_tells_what_it_entered(folder):
    command = [sys.executable, "-m", "grader.cli.main", "mark", folder / "results"]
    again = ["grade", folder / "quiz.toml", folder / "submissions", "-o", folder / "results"]
    regraded = subprocess.run([*command[:3], *map(str, again)], capture_output=True, text=True)
    assert "12 points wait for a TA" in regraded.stdout
    good = subprocess.run(
        [*map(str, command), str(marks(folder, "0101,essay,4,seen,Li\n"))], capture_output=True, text=True
    )
    assert (good.returncode, "1 mark entered; 6 points" in good.stdout) == (0, True)
    bad = subprocess.run(
        [*map(str, command), str(marks(folder, "0101,essay,99,seen,Li\n"))], capture_output=True, text=True
    )
    assert bad.returncode == 2
    assert "line 2" in bad.stderr
    assert "Traceback" not in bad.stderr


def test_what_a_ta_has_filled_in_outlives_a_new_grading(folder):
    path = folder / "results" / "pending.csv"
    text = path.read_text(encoding="utf-8-sig").replace("0101,essay,,,", "0101,essay,4.5,clear,Li,")
    path.write_text(text, encoding="utf-8")
    grade(folder, fresh=True)
    assert "0101,essay,4.5,clear,Li," in path.read_text(encoding="utf-8-sig")
    mark_class(folder / "results", marks(folder, "0102,essay,1,seen,Li\n"))
    assert "0101,essay,4.5,clear,Li," in path.read_text(encoding="utf-8-sig")
    mark_class(folder / "results", path)
    assert scores(folder)["0101"]["essay"] == "4.5"


def test_a_text_that_is_too_long_waits_and_the_cut_is_told_to_student_and_ta(folder):
    longest = load_exercise(WRITTEN).longest
    (folder / "submissions" / "0103.py").write_text(f'answers["essay"] = "x" * {longest + 7}\n')
    grade(folder)
    assert scores(folder)["0103"]["essay"] == "pending"
    assert f"a TA reads only the first {longest}." in page(folder, "0103")
    assert f"助教只读前 {longest} 个" in page(folder, "0103")
    assert "xxx … (+7)" in (folder / "results" / "pending.csv").read_text(encoding="utf-8-sig")
    assert f"a TA reads only the first {longest}." in (folder / "results" / "class.html").read_text()
