import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.submissions.magics import python_of_cell, python_of_script
from grader.submissions.omissions import Omissions


def cell(source):
    omissions = Omissions()
    return python_of_cell(source, "w.ipynb[1]", omissions), [
        note.en.split(":")[0] for note in omissions.notes()
    ]


@pytest.mark.parametrize(
    "line",
    ["!pip install torch", "%matplotlib inline", "%load_ext autoreload", "np.dot?", "?np.dot", "np.dot??",
     "%time?", "files = !ls", "t = %timeit -o f()", "!echo \"it's\"", "%cd ..", "!!ls"],
)  # fmt: skip
def test_a_line_of_ipython_becomes_a_comment_and_the_lines_below_keep_their_numbers(line):
    source, notes = cell(f"a = 1\n{line}\ndef f():\n    return a\n")
    assert ast.parse(source).body[-1].lineno == 3
    assert len(ast.parse(source).body) == 2
    assert len(notes) == 1


@pytest.mark.parametrize(
    "source",
    [
        'text = """\n!ls\n%magic\nwhy?\n"""\n',
        "x = (7\n % 4)\n",
        "x = 7 \\\n % 4\n",
        "# why?\n# !ls\n",
        "s = 'a \\\n!b'\n",
        "x = {'a':\n    [1,\n     2]}\n",
    ],
)
@pytest.mark.parametrize("beside", ["", "%matplotlib inline\n"])
def test_python_that_only_looks_like_a_magic_stays_as_it_is(source, beside):
    """With and without a true magic beside it: only then are the lines looked at one by one."""
    found, _ = cell(source + beside)
    assert found.startswith(source)
    ast.parse(found)


def test_an_indented_magic_leaves_a_block_that_parses():
    source, _ = cell("for i in range(3):\n    %timeit f(i)\nx = 1\n")
    assert ast.parse(source).body[1].lineno == 3


def test_the_statement_of_a_timing_magic_is_run():
    source, notes = cell("%time loss = f(x)\n")
    assert source == "loss = f(x)\n"
    assert len(notes) == 1


@pytest.mark.parametrize("magic", ["%%time", "%%capture out", "%%timeit -n 1", "%%unheard_of"])
def test_a_timing_cell_magic_keeps_the_rest_of_its_cell(magic):
    source, notes = cell(f"\n{magic}\nx = 1\n")
    assert ast.parse(source).body[0].lineno == 3
    assert "Cell magics" in notes[0]


@pytest.mark.parametrize("magic", ["%%bash", "%%html", "%%writefile a.py", "%%!", "%%unheard_of"])
def test_the_cell_of_another_language_is_dropped(magic):
    source, notes = cell(f"{magic}\necho <b> 'hi\n")
    assert ast.parse(source).body == []
    assert len(notes) == 1


def test_a_shell_line_goes_on_below_its_backslash():
    source, _ = cell("!pip install \\\n  torch\nx = 1\n")
    assert [node.lineno for node in ast.parse(source).body] == [3]


@pytest.mark.parametrize("first", ["import math\n", "%pylab\n"], ids=["Python", "with a magic line too"])
def test_a_script_exported_by_nbconvert_keeps_its_timed_code_and_its_line_numbers(first):
    script = (
        f"{first}get_ipython().run_line_magic('matplotlib', 'inline')\n"
        "get_ipython().run_cell_magic('time', '', 'def f():\\n    return 5\\n')\n"
        "if True:\n    get_ipython().system('ls')\n"
        "get_ipython().run_cell_magic('bash', '', 'echo hi')\n"
        "y = f()\n"
    )
    source = python_of_script(script, "w.py", Omissions())
    names = {}
    exec(source, names)
    assert names["y"] == 5
    assert ast.parse(source).body[-1].lineno == 7


def test_stacked_cell_magics_end():
    source, _ = cell("%%time\n" * 50_000 + "x = 1")
    assert source.endswith("x = 1")


@pytest.mark.parametrize(
    "line", [" " * 1_000_000 + "x", "a " * 500_000 + "?", "x?" + " " * 1_000_000 + "y", "=" * 500_000 + "!"]
)
def test_a_long_line_takes_no_long_time(line):
    cell(f"{line}\n%matplotlib inline\n")


pieces = st.lists(
    st.sampled_from(
        [*"!%?x \n'()\\=#", "%%", "time", '"""', "get_ipython()", ".a(1)"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(pieces)
def test_no_line_is_lost_or_added(source):
    found, _ = cell(source)
    assert found.count("\n") == source.count("\n")


@given(pieces)
def test_python_is_left_alone(source):
    try:
        ast.parse(source)
    except SyntaxError:
        return
    if "get_ipython()" not in source:
        assert cell(source)[0] == source
