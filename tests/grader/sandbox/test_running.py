"""What a submission's cells and cases come to, in the sandbox and in a plain process alike."""

import sys
from collections.abc import Iterator

import numpy as np
import pytest

from exercises.kit.program import parse_program
from grader.sandbox.job import CaseJob, Fault, FaultKind, Job, JobResult, Limits, QuestionJob, Unreadable
from grader.sandbox.runner import PlainProcess, Sandbox
from grader.submissions.model import Cell

LIMITS = Limits(question_cpu_s=1, submission_cpu_s=10, wall_factor=20)  # a busy machine is no wall limit


@pytest.fixture(scope="module", params=["sandbox", "plain process"])
def runner(request) -> Iterator:
    if request.param == "sandbox" and sys.platform != "linux":
        pytest.skip("needs Linux")
    with Sandbox() if request.param == "sandbox" else PlainProcess() as opened:
        yield opened


def case(calls: str = "f(x) -> y", seed: int = 1, opaque: str = "", inplace: str = "", **inputs) -> CaseJob:
    return CaseJob(program=parse_program(calls, opaque, inplace), inputs=inputs, seed=seed)


def job(*sources: str, cases: tuple[CaseJob, ...] = (), given: str = "", **fields) -> Job:
    cells = tuple(Cell(label=f"cell{i}", source=source) for i, source in enumerate(sources, 1))
    questions = (QuestionJob(id="q1", cases=cases, given=given),) if cases else ()
    return Job(**{"cells": cells, "questions": questions, "limits": LIMITS, **fields})


def fault(result: JobResult) -> Fault:
    found = result.questions[0].cases[0].fault
    assert found is not None
    return found


def output(result: JobResult):
    run = result.questions[0].cases[0]
    assert run.fault is None, run.fault
    assert run.outputs is not None
    return run.outputs["y"]


def test_cells_share_one_namespace_in_order(runner):
    result = runner.run(job("a = 1", "def f(x): return x + a", "a = 10", cases=(case(x=1),)))
    assert output(result) == 11


def test_a_failing_cell_is_reported_and_later_ones_run(runner):
    result = runner.run(job("x = 1\n\n1 / 0", "def f(:\n    pass", "def f(x): return 5", cases=(case(x=1),)))
    zero, syntax, good = (cell.fault for cell in result.cells)
    assert (zero.kind, zero.exception, zero.label, zero.line) == ("error", "ZeroDivisionError", "cell1", 3)
    assert zero.message == "division by zero"
    assert (syntax.kind, syntax.exception, syntax.label, syntax.line) == (
        "syntax error",
        "SyntaxError",
        "cell2",
        1,
    )
    assert good is None
    assert output(result) == 5


@pytest.mark.parametrize(
    "source",
    ["x = 1\n  y = 2", "x = '\x00'", "s = '\ud800'", "(" * 300 + ")" * 300, "return 1"],
    ids=["indent", "null", "surrogate", "parentheses", "return"],
)
def test_what_does_not_compile_is_a_syntax_error(runner, source):
    assert runner.run(job(source)).cells[0].fault.kind == FaultKind.SYNTAX


def test_a_syntax_error_at_run_time_is_an_error_with_the_line_that_ran(runner):
    found = runner.run(job("pass\neval('1 +')")).cells[0].fault
    assert (found.kind, found.exception, found.line) == (FaultKind.ERROR, "SyntaxError", 2)


def test_the_line_is_the_students_own_and_last(runner):
    source = "import numpy as np\ndef g(x):\n    return np.linalg.inv(x)\ndef f(x):\n    return g(x)"
    found = fault(runner.run(job(source, cases=(case(x=np.zeros((2, 2))),))))
    assert (found.exception, found.label, found.line) == ("LinAlgError", "cell1", 3)


def test_kinds_of_the_interpreters_own_errors(runner):
    source = "g = 3\ndef h(x): return x, x"
    cases = (case("f(x) -> y", x=1), case("g(x) -> y", x=1), case("h(x) -> a, b, c", x=1))
    missing, uncallable, count = (
        run.fault for run in runner.run(job(source, cases=cases)).questions[0].cases
    )
    assert (missing.kind, missing.name) == (FaultKind.MISSING_NAME, "f")
    assert (uncallable.kind, uncallable.name) == (FaultKind.NOT_CALLABLE, "g")
    assert "int" in uncallable.message
    assert (count.kind, count.name, count.expected, count.found) == (FaultKind.RESULT_COUNT, "h", 3, 2)


@pytest.mark.parametrize(
    "second", ["", "def g(x, k): return 1 / 0", "def g(x, k): p"], ids=["no", "raises", "name"]
)
def test_after_a_fault_what_earlier_calls_returned_is_there(runner, second):
    calls = ["f(x, p) -> y, k", "g(x, k) -> z"]
    source = f"def f(x, p):\n    p['n'] = 7\n    return x + 1, object()\n{second}"
    program = parse_program(calls, "k", "p")
    asked = (CaseJob(program=program, inputs={"x": 1, "p": {"n": 0}}, seed=1),)
    run = runner.run(job(source, cases=asked)).questions[0].cases[0]
    # p was in use when it failed, so that its state proves nothing
    assert (run.fault is not None, run.outputs) == (True, {"y": 2})


def test_after_a_fault_what_cannot_be_sent_is_left_out(runner):
    source = "def f(x): return [0] * 10**7"
    run = runner.run(job(source, cases=(case(["f(x) -> y", "g(x) -> z"], x=1),))).questions[0].cases[0]
    assert (run.fault.kind, run.outputs) == (FaultKind.MISSING_NAME, None)


def test_a_students_own_class_of_that_name_is_an_ordinary_error(runner):
    source = "class MissingNameError(Exception): pass\ndef f(x): raise MissingNameError('f')"
    assert fault(runner.run(job(source, cases=(case(x=1),)))).kind == FaultKind.ERROR


def test_opaque_and_in_place_values(runner):
    source = """
class Cache: pass
def forward(x, p):
    p["count"] = 1
    c = Cache(); c.x = x
    return x * 2, c
def backward(d, c): return d * c.x
"""
    program = parse_program(["forward(x, p) -> out, cache", "backward(d, cache) -> dx"], "cache", "p")
    x = np.arange(3.0)
    one = CaseJob(program=program, inputs={"x": x, "p": {"mode": "train"}, "d": x}, seed=0)
    outputs = runner.run(job(source, cases=(one,))).questions[0].cases[0].outputs
    assert outputs.keys() == {"out", "dx", "p"}
    assert outputs["dx"].tolist() == [0, 1, 4]
    assert outputs["p"] == {"mode": "train", "count": 1}


def test_given_code_runs_beside_the_students_and_wins(runner):
    given = "def helper(x):\n    return np.sum(x) + 1"
    source = "def helper(x): return 0\nx = helper(1)\nnp = None"
    program = case("helper(x) -> y", x=np.ones(3))
    assert output(runner.run(job(source, cases=(program,), given=given))) == 4


def test_given_code_is_that_of_its_question_alone(runner):
    questions = (
        QuestionJob(id="q1", cases=(case("h(x) -> y", x=1),), given="def h(x): return 2"),
        QuestionJob(id="q2", cases=(case("h(x) -> y", x=1),)),
    )
    result = runner.run(job("a = 1", questions=questions))
    assert output(result) == 2
    assert result.questions[1].cases[0].fault.kind == FaultKind.MISSING_NAME


def test_broken_given_code_is_no_error_of_the_student(runner):
    found = fault(runner.run(job("a = 1", cases=(case(x=1),), given="1 / 0")))
    assert (found.kind, found.label) == (FaultKind.NO_RESULT, "<given>")


def test_submitted_modules_import_each_other(runner):
    modules = {
        "layers": "import pkg.deep\ndef relu(x): return pkg.deep.relu(x)",
        "pkg": "VALUE = 1",
        "pkg.deep": "import numpy as np\ndef relu(x):\n    assert x.ndim\n    return np.maximum(x, 0)",
    }
    source = "import layers\nfrom pkg import VALUE\ndef f(x): return layers.relu(x)"
    result = runner.run(
        job(source, modules=modules, cases=(case(x=np.array([-1.0, 2])), case(x=np.float64(1))))
    )
    assert output(result).tolist() == [0, 2]
    wrong = result.questions[0].cases[1].fault
    assert (wrong.exception, wrong.label, wrong.line) == ("AssertionError", "pkg/deep.py", 3)


def test_main_block_runs_and_classes_are_found(runner):
    source = """
import dataclasses, pickle, typing
@dataclasses.dataclass
class P:
    x: "int"
if __name__ == "__main__":
    answers["main"] = pickle.loads(pickle.dumps(P(3))).x
    answers["hints"] = typing.get_type_hints(P)["x"].__name__
"""
    assert runner.run(job(source)).answers == {"main": 3, "hints": "int"}


PLOTTING = """
import matplotlib.pyplot as plt
import seaborn as sns, plotly.graph_objects as go, otter, pylab
from mpl_toolkits.mplot3d import Axes3D
from IPython.display import display, clear_output
from matplotlib import *
from tqdm import tqdm
from tqdm.auto import trange
%s
"""


@pytest.mark.parametrize(
    "line",
    [
        "fig, ax = plt.subplots(); ax.plot([1], label='x'); plt.show()",
        "fig, (a, b) = plt.subplots(1, 2); a.set_title('x'); b.imshow([[1]])",
        "fig, axes = plt.subplots(2, 2)\nfor ax in axes.flat: ax.axis('off')\naxes[0, 1].plot(1)",
        "with plt.style.context('x'): plt.figure(figsize=(1, 2))",
        "plt.rcParams['figure.figsize'] = (10, 8)\nplt.rcParams.update({'a': 1})",
        "grader = otter.Notebook('x.ipynb')\ngrader.check('q1')",
        "get_ipython().run_line_magic('matplotlib', 'inline')\ndisplay(1)",
        "x = plt.hist([1])[0] + 1",
        "assert sum(tqdm([1, 2])) == 3 and list(trange(3)) == [0, 1, 2]",
        "import ipywidgets\n@ipywidgets.interact\ndef g(x): return x\nassert g(4) == 4",
        "import copy; copy.deepcopy(plt.figure())",
    ],
)
def test_plotting_and_notebook_modules_do_nothing(runner, line):
    assert runner.run(job(PLOTTING % line)).cells[0].fault is None


@pytest.mark.parametrize(
    "name", ["torch", "pandas", "pydantic", "jinja2", "exercises.kit", "grader", "solutions"]
)
def test_nothing_else_is_importable(runner, name):
    found = runner.run(job(f"import {name}")).cells[0].fault
    assert (found.kind, found.exception) == (FaultKind.ERROR, "ModuleNotFoundError")


@pytest.mark.parametrize(
    "name",
    ["sqlite3", "decimal", "asyncio", "numpy.testing", "xml.dom.minidom", "lzma", "concurrent.futures"],
)
def test_the_standard_library_and_numpy_are(runner, name):
    assert runner.run(job(f"import {name}")).cells[0].fault is None


def test_printed_text_is_kept_by_cell_and_case_and_cut(runner):
    source = "import sys\nprint('cell')\ndef f(x):\n    sys.stderr.write('case'); print('x' * 100_000)"
    result = runner.run(job(source, cases=(case(x=1),)))
    assert result.cells[0].printed == "cell\n"
    assert result.questions[0].cases[0].printed == "case" + "x" * (LIMITS.output_kb * 1024 - 4)


@pytest.mark.parametrize(
    "line",
    [
        "sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8', line_buffering=True)",
        "sys.stdout.reconfigure(encoding='utf-8')",
        "logging.basicConfig(stream=sys.stdout)",
    ],
)
def test_the_usual_lines_about_encodings_do_no_harm(runner, line):
    result = runner.run(job(f"import sys, io, logging\n{line}\nprint('卷积', flush=True)"))
    assert result.cells[0].fault is None
    assert result.cells[0].printed == "卷积\n"


def test_a_file_knows_its_name(runner):
    cells = (Cell(label="work.py", source="import os\nanswers['here'] = os.path.basename(__file__)"),)
    assert runner.run(job(cells=cells)).answers == {"here": "work.py"}


def test_input_finds_the_end_of_the_file(runner):
    assert runner.run(job("input()")).cells[0].fault.exception == "EOFError"


def test_answers_come_back_entry_by_entry(runner):
    result = runner.run(job("answers['a'] = '2.50'\nanswers['b'] = {1}\nanswers['c'] = [1, float('inf')]"))
    assert result.answers == {"a": "2.50", "b": Unreadable(type_name="set"), "c": [1, float("inf")]}
    assert result.answers_fault is None


def test_answers_that_are_no_dict(runner):
    result = runner.run(job("answers = [1]"))
    assert result.answers == {}
    assert "list" in result.answers_fault.message


def test_a_crash_costs_its_question_alone(runner):
    """The cell that crashed is skipped in the next fork, the one that raised is run again."""
    cells = (
        "a = 1\n1 / 0",
        "import os\nos._exit(3)",
        "def f(x):\n    if x == 2: os._exit(0)\n    return a + x\nimport os",
    )
    questions = tuple(
        QuestionJob(id=f"q{n}", cases=tuple(case(x=x) for x in values))
        for n, values in enumerate([(1, 3), (1, 2, 3), (5,)], 1)
    )
    result = runner.run(job(*cells, questions=questions))
    assert [cell.fault.kind if cell.fault else None for cell in result.cells] == ["error", "no result", None]
    found = [
        [run.outputs["y"] if run.outputs else str(run.fault.kind) for run in question.cases]
        for question in result.questions
    ]
    assert found == [[2, 4], [2, "no result", "no result"], [6]]


def test_a_cell_that_hangs_is_skipped(runner):
    result = runner.run(job("while True: pass", "def f(x): return 1", cases=(case(x=1),)))
    assert (result.cells[0].fault.kind, result.cells[0].fault.label) == (FaultKind.TIME_LIMIT, "cell1")
    assert output(result) == 1


def test_a_question_has_a_limit_of_its_own(runner):
    source = """
import time
def f(x):
    end = time.process_time() + 1.6
    while time.process_time() < end: pass
    return 1
"""
    question = QuestionJob(id="q1", cases=(case(x=1),), question_cpu_s=8)
    assert output(runner.run(job(source, questions=(question,)))) == 1
    assert fault(runner.run(job(source, cases=(case(x=1),)))).kind == FaultKind.TIME_LIMIT


def test_the_submissions_time_is_bounded_too(runner):
    questions = tuple(QuestionJob(id=f"q{n}", cases=(case(x=n), case(x=n))) for n in range(6))
    limits = Limits(question_cpu_s=0.5, submission_cpu_s=0.8, wall_factor=20)
    result = runner.run(job("def f(x):\n    while True: pass", questions=questions, limits=limits))
    kinds = {run.fault.kind for question in result.questions for run in question.cases}
    assert kinds == {FaultKind.TIME_LIMIT}
    assert len(result.questions) == 6


def test_generators_are_seeded_alike_before_each_case_and_the_cells(runner):
    source = """
import numpy as np, random
answers["r"] = random.random()
def f(x): return np.random.rand() + random.random()
"""
    run = job(source, cases=(case(x=1, seed=3), case(x=1, seed=3), case(x=1, seed=4)))
    first, second = runner.run(run), runner.run(run)
    a, b, c = (item.outputs["y"] for item in first.questions[0].cases)
    assert a == b != c
    assert first == second.model_copy(update={"questions": first.questions})
    assert [r.outputs for r in first.questions[0].cases] == [r.outputs for r in second.questions[0].cases]


def test_the_order_of_a_set_is_the_same_each_time(runner):
    source = "answers['s'] = list({'softmax', 'relu', 'tanh', 'gelu', 'elu'})"
    assert runner.run(job(source)) == runner.run(job(source))


def test_inputs_are_copies(runner):
    x = np.zeros(3)
    result = runner.run(job("def f(x):\n    x += 1\n    return x", cases=(case(x=x), case(x=x))))
    assert [run.outputs["y"].tolist() for run in result.questions[0].cases] == [[1, 1, 1]] * 2
    assert x.tolist() == [0, 0, 0]


def test_every_array_layout_of_inputs_arrives(runner):
    x = np.arange(6.0).reshape(2, 3).T
    assert output(runner.run(job("def f(x): return x.T", cases=(case(x=x),)))).tolist() == x.T.tolist()


def test_a_submission_of_no_cells_has_only_missing_names(runner):
    assert fault(runner.run(job(cases=(case(x=1),)))).kind == FaultKind.MISSING_NAME


def test_a_submission_too_large_for_a_frame_has_no_result(runner):
    result = runner.run(job("x = 1 #" + "x" * (9 << 20), cases=(case(x=1),)))
    assert fault(result).kind == FaultKind.NO_RESULT
