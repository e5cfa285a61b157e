"""Runs hostile submissions and says what came of them that should not.

Not a test module: `test_corpus` runs it as root and as an ordinary user, in a process of its own, and
`layers` with one layer of the sandbox switched off at a time.

Each file of `corpus` is a submission that defines `attack(x)`. Its first lines say what must come of it:

    # tries: what it attempts, in words
    # verdict: forbidden, error          faults that may end `attack`
    # returns: y == 1                    or what must hold for the value that it returns
    # import: time limit                 the fault that the file itself ends in; "none" if it runs through
    # spoils: itself                     its own later questions may fail, nobody else's
    # answers: fault                     its variable `answers` cannot be read

`@CLASS@` in a file stands for a folder with submissions, results and a secret, `@CHECKOUT@` for our sources:
the student is taken to know where everything lies, and every user of the machine may write there.
"""

import argparse
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np

import grader
from exercises.kit.program import parse_program
from grader.sandbox.job import CaseJob, CaseRun, FaultKind, Job, JobResult, Limits, QuestionJob, Unreadable
from grader.sandbox.runner import Sandbox
from grader.submissions.model import Cell

CORPUS = Path(__file__).parent / "corpus"
LIMITS = Limits(
    question_cpu_s=0.2, submission_cpu_s=4, wall_factor=10, memory_mb=256, file_mb=4, result_mb=16
)
INNOCENT = "import numpy as np\ndef innocent(x):\n    return np.asarray(x) * 2\nanswers['q'] = 7\n"
_HEAD = re.compile(r"# (tries|verdict|returns|import|spoils|answers): (.+)")


class Attack(NamedTuple):
    """One file of the corpus, and what its head allows."""

    name: str
    source: str
    tries: str
    verdicts: frozenset[FaultKind]
    returns: str
    """An expression in `y`; "" where nothing may come back."""
    at_import: frozenset[FaultKind] | None
    """None where the file must run through."""
    spoils_itself: bool
    answers_fault: bool

    @property
    def limits(self) -> Limits:
        """Who sleeps is not waited for as long as a busy machine needs for who computes."""
        waits = FaultKind.WALL_LIMIT in self.verdicts | (self.at_import or frozenset())
        return LIMITS.model_copy(update={"wall_factor": 2}) if waits else LIMITS


def read_corpus() -> list[Attack]:
    return [_read(path) for path in sorted(CORPUS.rglob("*.py"))]


def _read(path: Path) -> Attack:
    source = path.read_text("utf-8")
    head = {}
    for line in source.split("\n"):
        if not (match := _HEAD.fullmatch(line)):
            break
        head[match[1]] = match[2]
    at_import = head.get("import")
    return Attack(
        name=path.relative_to(CORPUS).with_suffix("").as_posix(),
        source=source,
        tries=head["tries"],
        verdicts=_kinds(head.get("verdict", "")),
        returns=head.get("returns", ""),
        at_import=None if at_import is None else _kinds(at_import.replace("none", "")),
        spoils_itself=head.get("spoils") == "itself",
        answers_fault=head.get("answers") == "fault",
    )


def _kinds(text: str) -> frozenset[FaultKind]:
    return frozenset(FaultKind(word) for word in text.split(", ") if word)


@contextmanager
def class_folder() -> Iterator[Path]:
    """A folder as a class has it, open to every user: only the sandbox keeps a submission out of it."""
    with tempfile.TemporaryDirectory(prefix="attacked-") as name:
        folder = Path(name)
        folder.chmod(0o777)
        for path, text in _CLASS.items():
            file = folder / path
            file.parent.mkdir(exist_ok=True)
            file.parent.chmod(0o777)
            file.write_text(text)
            file.chmod(0o666)
        yield folder


_CLASS = {
    "submissions/honest.py": "def f(x): return 2 * x\n",
    "results/scores.csv": "id,score\nme,0\n",
    "secret": "0123456789abcdef",
}


def changes(folder: Path) -> Iterator[str]:
    """What is no longer as it was in a class folder, and what lies where nothing should."""
    found = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8", "replace")
        for path in folder.rglob("*")
        if path.is_file()
    }
    if found != _CLASS:
        yield f"the class folder was changed: {sorted(set(found.items()) ^ set(_CLASS.items()))}"[:500]
    for path in (Path("/tmp/kaodian-escaped"), Path("/dev/shm/kaodian-escaped")):
        if path.exists():
            yield f"{path} was written"
            path.unlink()


def filled_in(source: str, folder: Path) -> str:
    checkout = str(Path(grader.__file__).parents[1])
    return source.replace("@CLASS@", str(folder)).replace("@CHECKOUT@", checkout)


def job(cells: Sequence[tuple[str, str]], *calls: str, limits: Limits = LIMITS) -> Job:
    """One question a call, two cases a question."""
    questions = [
        QuestionJob(
            id=call,
            cases=tuple(
                CaseJob(program=parse_program(call), inputs={"x": np.arange(3.0) + start}, seed=1)
                for start in (0, 10)
            ),
        )
        for call in calls
    ]
    return Job(
        cells=tuple(Cell(label=label, source=source) for label, source in cells),
        questions=tuple(questions),
        limits=limits,
    )


def run(box: Sandbox, attack: Attack, folder: Path) -> list[str]:
    """Run the attack, then an innocent submission; say what is wrong about either."""
    cells = [("attack.py", filled_in(attack.source, folder)), ("innocent.py", INNOCENT)]
    result = box.run(job(cells, "attack(x) -> y", "innocent(x) -> y", limits=attack.limits))
    innocent = (
        INNOCENT + "import os\nanswers['left'] = [os.listdir('.'), 'LEFT' in os.environ, os.getcwd()[-4:]]"
    )
    after = box.run(job([("innocent.py", innocent)], "innocent(x) -> y"))
    return [
        *_of_attack(attack, result, folder),
        *([] if attack.spoils_itself else _of_itself(attack, result)),
        *_of_next(after),
    ]


def _of_attack(attack: Attack, result: JobResult, folder: Path) -> Iterator[str]:
    fault = result.cells[0].fault
    if attack.at_import is None or not attack.at_import:
        if fault is not None and not attack.spoils_itself:
            yield f"its file ended in {fault.kind} ({fault.message})"
    elif fault is not None and fault.kind not in attack.at_import:
        yield f"its file ended in {fault.kind} ({fault.message}), expected {sorted(attack.at_import)}"
    elif fault is None and not attack.returns:
        yield f"its file ran through, expected {sorted(attack.at_import)}"
    case = result.questions[0].cases[0]
    if case.fault is not None:
        if case.fault.kind not in attack.verdicts:
            yield f"verdict {case.fault.kind} ({case.fault.message}), expected {sorted(attack.verdicts)}"
    elif not attack.returns or not _holds(filled_in(attack.returns, folder), case):
        yield f"it returned {str(case.outputs)[:300]}, expected {attack.returns or sorted(attack.verdicts)}"


def _holds(text: str, case: CaseRun) -> bool:
    return bool(eval(text, {"np": np, "Unreadable": Unreadable, **(case.outputs or {})}))


def _of_itself(attack: Attack, result: JobResult) -> Iterator[str]:
    if attack.answers_fault != (result.answers_fault is not None):
        yield f"its answers ended in {result.answers_fault}"
    elif result.answers_fault is None and result.answers != {"q": 7}:
        yield f"its answers are {str(result.answers)[:300]}"
    if result.cells[1].fault:
        yield f"its next cell has {result.cells[1].fault}"
    if attack.at_import is None and not _right(result.questions[1].cases):
        yield f"its next question has {result.questions[1].cases}"


def _of_next(after: JobResult) -> Iterator[str]:
    if not _right(after.questions[0].cases):
        yield f"the next submission has {after.questions[0].cases}"
    if after.answers != {"q": 7, "left": [[], False, "work"]} or after.cells[0].printed:
        yield f"the next submission answers {after.answers}, prints {after.cells[0].printed[:300]}"


def _right(runs: Sequence[CaseRun]) -> bool:
    expected = (np.arange(3.0) * 2, np.arange(3.0) * 2 + 20)
    return all(
        run.outputs is not None and np.array_equal(run.outputs["y"], right)
        for run, right in zip(runs, expected, strict=True)
    )


def referee(box: Sandbox, attacks: Sequence[Attack]) -> tuple[dict[str, list[str]], dict[str, float]]:
    """Complaints by attack, and the seconds that each took."""
    found: dict[str, list[str]] = {}
    seconds = {}
    for attack in attacks:
        with class_folder() as folder:
            start = time.monotonic()
            wrong = [*run(box, attack, folder), *changes(folder)]
            seconds[attack.name] = time.monotonic() - start
        if wrong:
            found[attack.name] = wrong
    return found, seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--without", action="append", default=[], help="a layer to leave out")
    parser.add_argument("--only", default="", help="a part of the attacks' names")
    arguments = parser.parse_args()
    attacks = [attack for attack in read_corpus() if arguments.only in attack.name]
    with Sandbox(without=arguments.without) as box:
        found, seconds = referee(box, attacks)
        report = {
            "layers": box.isolation.layers,
            "user": os.getuid(),
            "attacks": len(attacks),
            "complaints": found,
            "slowest": sorted(seconds.items(), key=lambda item: -item[1])[:8],
        }
    json.dump(report, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
