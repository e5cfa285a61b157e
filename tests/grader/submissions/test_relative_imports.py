import pytest

from grader.submissions.reader import read_submission
from grader.submissions.relative_imports import with_absolute_imports


@pytest.mark.parametrize(
    ("path", "written", "becomes"),
    [
        ("layers/word2vec.py", "from .losses import f", "from layers.losses import f"),
        ("layers/word2vec.py", "from . import losses", "from layers import losses"),
        ("a/b/c.py", "from ..d import f as g", "from a.d import f as g"),
        ("a/b/c.py", "from ... import d", "import d"),
        ("main.py", "from .losses import f", "from losses import f"),
        ("main.py", "from . import losses as l", "import losses as l"),
        ("a/c.py", "x = 'σ'; from .d import f  # .d", "x = 'σ'; from a.d import f  # .d"),
        ("a/c.py", "from .d import (f,\n  g)\ny = 1", "from a.d import (f,\n  g)\ny = 1"),
        ("a/c.py", "def h():\n    from . d import f", "def h():\n    from a.d import f"),
    ],
)
def test_a_relative_import_becomes_absolute(path, written, becomes):
    assert with_absolute_imports(written, path) == becomes


@pytest.mark.parametrize(
    "source",
    [
        "import numpy as np",
        "from ..beyond import f",
        "from .d import f (",
        "text = '''\nfrom .d import f\n'''",
        "from \\\n .d import f",
    ],
)
def test_what_is_no_relative_import_within_the_folder_stays(source):
    assert with_absolute_imports(source, "a/c.py" if "beyond" not in source else "c.py") == source


def test_cells_of_a_package_import_absolutely_and_its_modules_are_as_written(tmp_path):
    package = tmp_path / "0042" / "layers"
    package.mkdir(parents=True)
    (package.parent / "main.py").write_text("from layers.b import f\n")
    (package / "__init__.py").write_text("")
    (package / "a.py").write_text("def g(): return 1\n")
    (package / "b.py").write_text("from .a import g\n\ndef f(): return g()\n")
    submission = read_submission(tmp_path / "0042")
    cells = {cell.label: cell.source for cell in submission.cells}
    assert cells["layers/b.py"].startswith("from layers.a import g\n")
    assert submission.modules["layers.b"].startswith("from .a import g\n")
