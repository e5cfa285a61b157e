"""Code exercises: the student gives functions or classes, and cases call them."""

import ast
import inspect
import textwrap
import types
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, ClassVar, TypeVar

from exercises.kit.base import Language, Value
from exercises.kit.closeness import Acceptance, Close
from exercises.kit.code_cases import DRAWS, Case, CaseGroup, Outputs, SealedCode, seal_code
from exercises.kit.edits import Edit, EditedFunctions
from exercises.kit.exercise import DeclarationError, Exercise, Misconception, Rng
from exercises.kit.program import Program, parse_program
from exercises.kit.seeds import Seeds

F = TypeVar("F", bound=Callable[..., Any])
View = Callable[[dict[str, Value], Outputs], Outputs]


class Code(Exercise):
    """The student gives functions or classes.

    Parameters
    ----------
    calls : str or list of str
        The program of a case, one `name(arguments) -> results` a line.
    reference : function, class, module, or list of functions
        Where the right functions of the student's names are.
    points : dict of str to float
        Points by aspect.
    checks : dict of str to str
        The outputs that an aspect looks at, separated by spaces; `bn_param.running_mean` is an entry of
        an output that is a dict.
    needs : dict of str to str
        Aspects that earn nothing unless another aspect, or an output of their own cases, is right.
    opaque, inplace : str
        Results that stay in the child; inputs that are one object for the whole case.
    accept : dict of str to Acceptance
        By output; `Close()` where it says nothing.
    framework : str
        "numpy", or "torch" where the student may import torch.
    """

    kind = "code"
    draws: ClassVar[int] = DRAWS

    def __init__(
        self,
        *,
        calls: str | Iterable[str],
        reference: Any,
        points: Mapping[str, float],
        checks: Mapping[str, str],
        syllabus: str,
        difficulty: int,
        needs: Mapping[str, str] | None = None,
        opaque: str = "",
        inplace: str = "",
        accept: Mapping[str, Acceptance] | None = None,
        framework: str = "numpy",
    ) -> None:
        super().__init__(syllabus=syllabus, difficulty=difficulty)
        self.program = parse_program(calls, opaque, inplace)
        self.reference = _namespace_of(reference)
        self._points = {aspect: float(value) for aspect, value in points.items()}
        self.checks = {aspect: tuple(outputs.split()) for aspect, outputs in checks.items()}
        self.needs = dict(needs or {})
        self.accept = dict(accept or {})
        self.framework = framework
        self.groups: dict[str, CaseGroup] = {}
        self.given_functions: dict[str, Callable[..., Any]] = {}
        self.view_function: View | None = None
        if self.checks.keys() != self._points.keys():
            raise DeclarationError(
                f"points name the aspects {sorted(self._points)}, checks name {sorted(self.checks)}: "
                "both must name the same"
            )

    # --- declaring -------------------------------------------------------------------------------

    def cases(self, *aspects: str, hidden: int, public: int = 0) -> Callable[..., Callable[[Rng], Case]]:
        """Declare a group of cases for some aspects; the decorated function draws one case."""
        unknown = [aspect for aspect in aspects if aspect not in self._points]
        if unknown or not aspects:
            raise DeclarationError(f"cases are for aspects among {sorted(self._points)}, not {unknown}")

        def declare(draw: Callable[[Rng], Case]) -> Callable[[Rng], Case]:
            self.groups[draw.__name__] = CaseGroup(
                name=draw.__name__,
                aspects=aspects,
                hidden=hidden,
                public=public,
                draw=draw,
                purpose=inspect.getdoc(draw) or "",
            )
            return draw

        return declare

    def misconception(
        self, function: Any = None, /, *, of: str | None = None, same_as: str | None = None
    ) -> Any:
        """Declare a known-wrong function of the same signature as the one it stands for.

        On a class without `of`: its functions each replace the student's function of that name.
        """
        if function is None:
            return lambda wrong: self.misconception(wrong, of=of, same_as=same_as)
        if isinstance(function, type) and of is None and self._sole_function(required=False) is None:
            replaces = {n: f for n, f in vars(function).items() if n in self.functions}
            if not replaces:
                raise DeclarationError(
                    f"{function.__name__} replaces none of {list(self.functions)}: name its functions so"
                )
        else:
            of = of or self._sole_function()
            if of not in self.functions:
                raise DeclarationError(
                    f"{function.__name__} is of {of!r}, which is not among {self.functions}"
                )
            replaces = {of: function}
        self._add_misconception(
            Misconception(name=function.__name__, of=of, replaces=replaces, same_as=same_as)
        )
        return function

    def edits(self, *, of: str | None = None, same_as: str | None = None, **edits: Edit) -> None:
        """Declare misconceptions that differ from the reference in a few places of its source.

        Parameters
        ----------
        of : str
            The function that is edited, where the student gives several.
        same_as : str
            The misconception that all of these are other ways to make.
        **edits : (old, new), or a list of these, or a dict of either by function
            Every `old` occurs exactly once in its function.
        """
        for name, edit in edits.items():
            by_function = edit if isinstance(edit, dict) else {of or self._sole_function() or "": edit}
            unknown = [target for target in by_function if target not in self.functions]
            if unknown:
                raise DeclarationError(f"edit {name!r} is of {unknown}, not among {self.functions}")
            replaces = EditedFunctions(name, self.reference, by_function)
            target_of = next(iter(replaces)) if len(replaces) == 1 else None
            self._add_misconception(
                Misconception(name=name, of=target_of, replaces=replaces, same_as=same_as)
            )

    def given(self, function: F) -> F:
        """Declare code that runs beside the student's; the statement shows it."""
        self.given_functions[function.__name__] = function
        return function

    def view(self, function: View) -> View:
        """Declare what is compared where the right answer is not unique: view(inputs, outputs)."""
        self.view_function = function
        return function

    # --- what was declared -----------------------------------------------------------------------

    @property
    def points(self) -> dict[str, float]:
        return self._points

    @cached_property
    def functions(self) -> tuple[str, ...]:
        """Names that the student defines."""
        return tuple(n for n in self.program.functions if n not in self.given_functions)

    @cached_property
    def namespace(self) -> dict[str, Any]:
        """The reference's functions and the given ones."""
        missing = [name for name in self.functions if name not in self.reference]
        if missing:
            raise DeclarationError(f"{self.id}: the reference has no {', '.join(missing)}")
        return {**self.reference, **self.given_functions}

    @cached_property
    def given_source(self) -> str:
        """Source of the given functions, without their decorators; "" where there are none."""
        return "\n\n".join(_plain_source(f) for f in self.given_functions.values())

    def checked_by(self, aspects: Iterable[str]) -> tuple[str, ...]:
        """The outputs that any of the aspects looks at."""
        return tuple(dict.fromkeys(output for aspect in aspects for output in self.checks[aspect]))

    def acceptance(self, output: str) -> Acceptance:
        return self.accept.get(output, Close())

    def case_program(self, case: Case) -> Program:
        """The program that this case runs, with the opaque and in-place names that its own calls have."""
        if case.calls is None:
            return self.program
        own = parse_program(case.calls)
        opaque = [name for name in self.program.opaque if name in own.results]
        inplace = [name for name in self.program.inplace if name in own.inputs]
        return own.model_copy(update={"opaque": tuple(opaque), "inplace": tuple(inplace)})

    def viewed(self, inputs: dict[str, Value], outputs: Outputs) -> Outputs:
        """Outputs as they are compared; entries of dicts are named `output.entry`.

        Raises
        ------
        Rejected
            Where the view says that the outputs cannot be judged.
        """
        if self.view_function is not None:
            outputs = self.view_function(inputs, outputs)
        entries: Outputs = dict(outputs)
        for output in {name for names in self.checks.values() for name in names if "." in name}:
            whole, _, entry = output.partition(".")
            holder = outputs.get(whole)
            if isinstance(holder, dict) and entry in holder:
                entries[output] = holder[entry]
        return entries

    def seal(self, seeds: Seeds) -> SealedCode:
        self.check_declaration()
        if self.framework == "torch":
            use_torch_alone()
        return seal_code(self, seeds)

    def check_declaration(self) -> None:
        """Refuse results that no aspect checks, and aspects that no group of cases examines.

        Raises
        ------
        DeclarationError
        """
        if self.view_function is None:
            checked = {output.partition(".")[0] for outputs in self.checks.values() for output in outputs}
            loose = [name for name in self.program.outputs if name not in checked]
            if loose:
                raise DeclarationError(
                    f"{self.id}: no aspect checks {', '.join(loose)}: name it in `checks`, or in `opaque`"
                )
        examined = {aspect for group in self.groups.values() for aspect in group.aspects if group.hidden}
        if examined != set(self._points):
            raise DeclarationError(
                f"{self.id}: no hidden cases for the aspects {sorted(set(self._points) - examined)}"
            )

    def view_of(self, sealed: SealedCode, language: Language) -> dict[str, Any]:
        public = sealed.public
        example = public[0] if public else None
        return {"example": example, "examples": public, "given": self.given_source}

    def _sole_function(self, *, required: bool = True) -> str | None:
        if len(self.functions) == 1:
            return self.functions[0]
        if required:
            raise DeclarationError(f"say which of {', '.join(self.functions)} it is of: `of=...`")
        return None


def use_torch_alone() -> None:
    """Load torch with one thread: its pool hangs after a fork, and small networks need none.

    Raises
    ------
    DeclarationError
        Where torch is not installed.
    """
    try:
        import torch
    except ImportError:
        raise DeclarationError(
            "this exercise needs PyTorch, which is not installed here: pip install 'kaodian[torch]'"
        ) from None
    torch.set_num_threads(1)


def _namespace_of(reference: Any) -> dict[str, Any]:
    if isinstance(reference, types.ModuleType):
        return {name: value for name, value in vars(reference).items() if not name.startswith("__")}
    if isinstance(reference, Mapping):
        return dict(reference)
    if isinstance(reference, (list, tuple)):
        return {function.__name__: function for function in reference}
    return {reference.__name__: reference}


def _plain_source(function: Callable[..., Any]) -> str:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    definition = tree.body[0]
    if isinstance(definition, (ast.FunctionDef, ast.ClassDef)):
        definition.decorator_list = []
    return ast.unparse(tree)
