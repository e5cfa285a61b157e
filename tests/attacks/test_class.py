"""A class in which every other submission is hostile: each of the honest ones gets its exact score."""

import csv
import itertools
import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from grader.cli.main import cli
from tests.attacks import referee

ASSESSMENT = """
title = { zh = "作业", en = "Homework" }
variants = "fixed"
seed = 7

[limits]
question_cpu_s = 0.3
submission_cpu_s = 4
wall_factor = 4
memory_mb = 256
file_mb = 4
result_mb = 16

[[questions]]
exercise = "losses/softmax_loss"
points = 10
"""
RIGHT = (Path(referee.__file__).parents[2] / "solutions/losses/softmax_loss.py").read_text("utf-8")
HONEST = {
    "right": RIGHT,
    "without the mean": RIGHT.replace(" / n\n", "\n"),
    "loss alone": RIGHT.replace("return loss, dx / n", "return loss, None"),
    "nothing": "def softmax_loss(x, y): pass\n",
}
HOSTILE_ID = "<script>alert(1)<!--"


@pytest.fixture
def homework(tmp_path):
    """A folder of a class: its assessment, and an empty folder of submissions."""
    (tmp_path / "assessment.toml").write_text(ASSESSMENT, "utf-8")
    (tmp_path / "submissions").mkdir()
    return tmp_path


class Graded(NamedTuple):
    """What results.jsonl says of one submission."""

    status: str
    score: float
    problem: dict[str, str] | None


def run_command(homework, jobs=1):
    """`kaodian grade`, as whoever grades a class calls it."""
    code = "from grader.cli.main import main; main()"
    places = [homework / "assessment.toml", homework / "submissions", "-o", homework / "results"]
    command = [sys.executable, "-c", code, "grade", *places, "-j", str(jobs), "--lang", "en"]
    environment = {**os.environ, "PYTHONPATH": str(Path(referee.__file__).parents[2])}
    return subprocess.run(
        list(map(str, command)), env=environment, capture_output=True, text=True, check=False
    )


def grade(homework, jobs=1):
    done = run_command(homework, jobs)
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    assert done.returncode in (0, 1), done.stderr[-3000:]
    lines = (homework / "results/results.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return {one["student"]: Graded(one["status"], one["score"], one.get("problem")) for one in found}


@pytest.fixture(scope="module")
def exact(tmp_path_factory):
    """What each honest submission is worth in a class without a hostile one."""
    homework = tmp_path_factory.mktemp("calm")
    (homework / "assessment.toml").write_text(ASSESSMENT, "utf-8")
    (homework / "submissions").mkdir()
    for name, source in HONEST.items():
        (homework / "submissions" / f"{name}.py").write_text(source, "utf-8")
    scores = {name: result.score for name, result in grade(homework).items()}
    assert scores["right"] == 10
    assert scores["nothing"] == 0
    assert len(set(scores.values())) > 2
    return scores


def as_handed_in(attack: referee.Attack, folder: Path) -> str:
    call = "\n\ndef softmax_loss(x, y):\n    return attack(x)\n"
    return referee.filled_in(attack.source, folder) + call


def test_honest_submissions_among_the_worst_get_their_exact_scores(homework, exact):
    _mixed_class(homework, exact, referee.read_corpus()[::8], honest=30)


@pytest.mark.soak
def test_two_hundred_honest_submissions_among_all_attacks_get_their_exact_scores(homework, exact):
    _mixed_class(homework, exact, referee.read_corpus(), honest=200)


def _mixed_class(homework, exact, attacks, honest):
    folder = homework / "submissions"
    expected, hostile = {}, {}
    kinds = itertools.cycle(HONEST)
    left = list(attacks)
    for number in range(len(attacks) + honest):
        student = f"s{number:04}"
        # so that each honest one comes right after a hostile one, in whichever order workers take them
        if left and number * len(attacks) >= (len(attacks) - len(left)) * (len(attacks) + honest):
            attack = left.pop()
            hostile[student] = attack.name
            source = as_handed_in(attack, homework)
        else:
            kind = next(kinds)
            expected[student] = exact[kind]
            source = HONEST[kind]
        (folder / f"{student}.py").write_text(source, "utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (homework / "secret").write_text("0123456789abcdef")
    results = grade(homework, jobs=2)
    assert len(expected) == honest
    assert len(hostile) == len(attacks)
    assert {s: results[s].score for s in expected} == expected
    assert {hostile[s]: results[s].score for s in hostile if results[s].score} == {}
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    with (homework / "results/scores.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 1 + len(results)
    written = {path.name for path in (homework / "results/students").iterdir()}
    assert written == {f"{student}.html" for student in results}


def _zip(path: Path, *entries: tuple[zipfile.ZipInfo | str, bytes | str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)


def _link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return info


def _million_entries(path: Path) -> None:
    """A directory of a million entries without their files: 46 bytes each, and no gigabyte to write."""
    entries = b"PK\x01\x02".ljust(46, b"\0") * 400_000
    end = b"PK\x05\x06" + bytes(4) + b"\xff\xff" * 2 + len(entries).to_bytes(4, "little") + bytes(6)
    path.write_bytes(entries + end)


ARCHIVES = {
    "parent folder": lambda path: _zip(path, ("../../results/scores.csv", "me,100"), ("a.py", RIGHT)),
    "absolute path": lambda path: _zip(path, ("/tmp/kaodian-escaped", "x"), ("a.py", RIGHT)),
    "drive": lambda path: _zip(path, ("C:\\a.py", RIGHT)),
    "link to a file": lambda path: _zip(path, (_link("a.py"), "/etc/passwd")),
    "link to a folder": lambda path: _zip(path, (_link("d"), "/"), ("d/tmp/escaped.py", RIGHT)),
    "bomb": lambda path: _zip(path, ("a.py", b"#" * 1_900_000)),
    "bomb of data": lambda path: _zip(path, ("a.py", RIGHT), ("data.bin", bytes(1 << 28))),
    "many small bombs": lambda path: _zip(path, *[(f"{i}.py", b"#" * 190_000) for i in range(900)]),
    "a million entries": _million_entries,
    "alike but for case": lambda path: _zip(path, ("a.py", RIGHT), ("A.py", "def softmax_loss(x, y): 1")),
    "nested": lambda path: _zip(path, ("a/" * 99 + "a.py", RIGHT)),
    "nothing but a zip": lambda path: _zip(path, ("a.zip", b"PK\x05\x06" + bytes(18))),
    "no zip": lambda path: path.write_bytes(b"PK\x03\x04" + os.urandom(999)),
    "control characters": lambda path: _zip(path, ("\x1b[2J\u202e.txt", "x"), ("\x07.csv", "x")),
}


def test_hostile_archives_are_refused_and_cost_nobody_else(homework, exact):
    folder = homework / "submissions"
    for name, make in ARCHIVES.items():
        make(folder / f"{name}.zip")
        (folder / f"{name} honest.py").write_text(RIGHT, "utf-8")
    results = grade(homework)
    for name in ARCHIVES:
        found = results[name]
        assert (name, found.status, found.score) == (name, "problem", 0)
        assert found.problem["zh"]
        assert found.problem["en"]
        assert results[f"{name} honest"].score == 10
    files = {path.relative_to(homework).parts[0] for path in homework.rglob("*") if path.is_file()}
    assert files <= {"assessment.toml", "submissions", "results", "secret"} | {
        path.name for path in homework.iterdir() if "secret" in path.name
    }
    assert not Path("/tmp/kaodian-escaped").exists()


NAMES = [
    HOSTILE_ID,
    '=HYPERLINK("x")',
    "+1-1",
    "@SUM(A1)",
    "-2+3",
    "\u202eevil",
    "a\tb",
    "new\nline",
    "\x1b[2Jclear",
    "..x",
    "S0001",
    "s0001",
    "CON",
    "x" * 240,
    "'; drop table",
    "[link](javascript:alert(1))",
    "**bold** `code` $x$",
]
LOUD = """
import sys
print("</script><script>alert(1)</script> \\x1b[2J \\u202e =1+1 [a](javascript:b) **bold**")
class Loud(Exception): pass
Loud.__name__ = "</script><script>alert(1)</script>\\x1b[31m\\u202e"
def softmax_loss(x, y):
    print("</script><script>alert(1)</script>\\x1b[2J")
    raise Loud("</script><script>alert(1)</script>\\x1b[2J\\u202e")
"""


def test_names_and_output_stay_text_wherever_they_are_shown(homework):
    folder = homework / "submissions"
    for name in NAMES:
        (folder / f"{name.replace('/', '_')}.py").write_text(LOUD, "utf-8")
    results = grade(homework)
    output = homework / "results"
    assert len(results) == len(NAMES) - 2  # one is hidden, and two that differ in case only are one row
    pages = [*output.glob("*.html"), *(output / "students").iterdir()]
    assert len(pages) == len(results) + 1
    for page in pages:
        text = page.read_text("utf-8")
        assert "<script>alert" not in text
        assert "javascript:" not in text.replace("[link](javascript:", "").replace("[a](javascript:", "")
        assert not set("\x1b\u202e\x07") & set(text)
        assert page.resolve().parent in (output.resolve(), (output / "students").resolve())
    with (output / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == len(results) + 1
    for cell in itertools.chain(*rows):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert not set("\x1b\u202e") & set(cell)
    lines = (output / "results.jsonl").read_text("utf-8").splitlines()
    assert len([json.loads(line) for line in lines]) == len(results)


@pytest.mark.parametrize("graded_before", [False, True], ids=["new", "used"])
@pytest.mark.parametrize(
    "place",
    ["journal.jsonl", "scores.csv", "results.jsonl", "class.html", "students/0001.html", ".lock", "students"],
)
def test_a_link_planted_in_the_results_folder_is_not_followed(homework, place, graded_before):
    """Whoever can write there must not choose what the person who grades overwrites."""
    (homework / "submissions/0001.py").write_text(RIGHT, "utf-8")
    if graded_before:
        _quietly_graded(homework)
        (homework / "submissions/0001.py").write_text(HONEST["nothing"], "utf-8")
    victim = homework / "victim"
    is_folder = place == "students"
    if is_folder:
        victim.mkdir()
        (victim / "kept").write_text("kept")
    else:
        victim.write_text("kept")
    planted = homework / "results" / place
    planted.parent.mkdir(parents=True, exist_ok=True)
    if planted.is_dir():
        shutil.rmtree(planted)
    planted.unlink(missing_ok=True)
    planted.symlink_to(victim)
    _quietly_graded(homework)
    if is_folder:
        assert [path.name for path in victim.iterdir()] == ["kept"]
    else:
        assert victim.read_text() == "kept"


def _quietly_graded(homework) -> None:
    """`kaodian grade` in this process: it ends in a sentence, or well."""
    places = [homework / "assessment.toml", homework / "submissions", "-o", homework / "results"]
    done = CliRunner().invoke(cli, ["grade", *map(str, places), "-j", "1", "--lang", "en"])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
