"""Worked solutions: of the exercise `<topic>/<name>` in `<topic>/<name>.py`, as a student hands it in.

It imports NumPy at most, and its docstring says why the answer is right; it is shown to whoever asks for it.

| kind | what the module defines |
|---|---|
| code | the functions or classes that the exercise names |
| numeric | `solve(p)`, from the variant's parameters to a dict by step |
| derivation | `answers["<topic>/<name>"]`, a dict of formulas by step |
| choice | `right`, the set of the right options' names |
| order | `order`, the items' names in a right order |
| written | `answers["<topic>/<name>"]`, a text that meets the rubric |

Other right solutions of code exercises lie in `<topic>/alternatives/<name>/`; the audit grades them too.
"""
