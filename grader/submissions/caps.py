"""How much of a submission is read at most. A student's honest work stays far below each of these."""

from typing import Final

MB: Final = 1_000_000

ENTRIES: Final = 1_000
"""Files and folders in one folder or zip."""
DEPTH: Final = 10
"""Folders within folders."""
SOURCE_MB: Final = 2
"""One .py file, and the code of one notebook."""
NOTEBOOK_MB: Final = 10
"""One .ipynb file: its pictures lie in it too."""
TOTAL_MB: Final = 20
"""A zip as it is, and all that is in a folder or zip."""
RATIO: Final = 200
"""Unpacked over packed size, asked of entries above `RATIO_FROM` bytes; deflate alone reaches 1,032."""
RATIO_FROM: Final = 200_000
CELLS: Final = 2_000
"""Code cells of one submission."""
BRACKETS: Final = 500_000
"""`[` and `{` in a notebook's JSON: each one costs some 60 bytes of memory once parsed."""
PARSED_CHARS: Final = 300_000
"""Longer sources are run but not looked through for notes: a syntax tree is far larger than its source."""
