"""Mutants of a worked solution: each differs from it in one place, as a slip of a student's would.

The operators of `operators` propose what may stand in a node's place; here the tree is walked, and each
proposal becomes a whole source with a description and an id that lives as long as the statement does.
"""

import ast
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from exercises.kit.base import Frozen
from grader.audit.operators import expression_proposals, statement_proposals

_SKIPPED = (ast.Import, ast.ImportFrom, ast.Raise, ast.Assert, ast.JoinedStr, ast.arguments, ast.Global)
_SKIPPED_KEYWORDS = ("dtype", "end", "sep", "file", "divide", "over", "invalid", "under")
_BARE = (ast.Constant, ast.Name, ast.Slice, ast.Tuple)
"""Too little to tell where in a statement one is: what is shown is the expression around it."""


class Mutant(Frozen):
    """The solution with one place changed."""

    id: str
    """Of function, statement and change: the same wherever in the file the statement stands."""
    line: int
    before: str
    after: str
    within: tuple[str, ...]
    """Texts of the expressions around the change, from the inside out, and of its statement."""
    source: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.before} -> {self.after}"


@dataclass(frozen=True)
class _Site:
    """A node, where it hangs, and what is around it."""

    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None
    around: tuple[ast.AST, ...]
    """From the statement down to the parent."""
    function: ast.AST | None

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def mutants_of(source: str) -> tuple[Mutant, ...]:
    """All mutants of a module, in the order of its lines; none equals another or the module itself.

    Raises
    ------
    SyntaxError
        Where the module does not parse.
    """
    tree = ast.parse(source)
    found: list[Mutant] = []
    seen, twins = {ast.unparse(tree)}, Counter[str]()
    for site in list(_sites(tree)):
        is_statement = isinstance(site.node, ast.stmt)
        propose = statement_proposals if is_statement else expression_proposals
        for proposal in list(propose(site.node, site.parent, site.function)):
            shown = _shown(site)
            texts = tuple(_text(node) for node in (*site.around, site.node))
            before = _text(shown)
            if isinstance(proposal, ast.stmt):
                ast.copy_location(proposal, site.node)
            site.put(proposal)
            after = _text(proposal if shown is site.node else shown)
            mutated = ast.unparse(tree)
            site.put(site.node)
            if mutated in seen:
                continue
            seen.add(mutated)
            identity = "\0".join((getattr(site.function, "name", ""), texts[0], before, after))
            twins[identity] += 1
            digest = hashlib.sha256(f"{identity}\0{twins[identity]}".encode())
            found.append(
                Mutant(
                    id=digest.hexdigest()[:12],
                    line=_line(site),
                    before=before,
                    after=after,
                    within=tuple(dict.fromkeys(reversed(texts))),
                    source=mutated,
                )
            )
    return tuple(sorted(found, key=lambda mutant: mutant.line))


def same_text(one: str, other: str) -> bool:
    """Whether two pieces of source differ in nothing but spaces and quotes."""
    return _squeezed(one) == _squeezed(other)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).replace('"', "'")


def _sites(
    node: ast.AST, around: tuple[ast.AST, ...] = (), function: ast.AST | None = None
) -> Iterator[_Site]:
    for field, value in ast.iter_fields(node):
        if field in ("decorator_list", "annotation", "returns", "targets", "bases", "type_params"):
            # a target's own indices are looked at all the same
            if field == "targets":
                for target in value:
                    yield from _sites(target, (*around, target), function)
            continue
        children = value if isinstance(value, list) else [value]
        for index, child in enumerate(children):
            if not isinstance(child, ast.AST) or isinstance(child, _SKIPPED) or _is_docstring(child):
                continue
            if isinstance(child, ast.keyword) and child.arg in _SKIPPED_KEYWORDS:
                continue
            above = () if isinstance(child, ast.stmt) else around
            yield _Site(child, node, field, index if isinstance(value, list) else None, above, function)
            inside = child if isinstance(child, ast.FunctionDef) else function
            yield from _sites(child, (*above, child), inside)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _shown(site: _Site) -> ast.AST:
    """The smallest expression around a change that tells where it is."""
    chain = [*site.around, site.node]
    while _is_bare(chain[-1]) and len(chain) > 1:
        chain.pop()
    return chain[-1] if isinstance(chain[-1], (ast.expr, ast.keyword, ast.stmt)) else site.node


def _is_bare(node: ast.AST) -> bool:
    negative_number = isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant)
    return negative_number or isinstance(node, _BARE)


def _text(node: ast.AST) -> str:
    """Source of a node; of a block its first line."""
    if isinstance(node, ast.keyword):
        return f"{node.arg}={ast.unparse(node.value)}" if node.arg else ast.unparse(node)
    return ast.unparse(node).partition("\n")[0].rstrip(":")


def _line(site: _Site) -> int:
    nodes = (site.node, *reversed(site.around))
    return next(line for node in nodes if (line := getattr(node, "lineno", None)) is not None)
