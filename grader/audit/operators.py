"""What may stand in a node's place in a mutant: small slips, chosen so that few of them change nothing.

Left out on purpose, because right code hardly depends on it: what an array is filled with before it is
overwritten, copies, dtypes, default values, texts, and tiny constants that guard a division.
"""

import ast
from collections.abc import Callable, Iterator
from typing import Any

_TINY = 1e-4
_BINARY: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.Mod: (ast.FloorDiv,),
}
_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_EXCHANGED = {
    one: other
    for pair in (
        "max min",
        "maximum minimum",
        "argmax argmin",
        "sum mean",
        "var std",
        "any all",
        "floor ceil",
    )
    for one, other in (pair.split(), pair.split()[::-1])
} | {"log": "log2"}
_UNWRAPPED = ("tanh", "sqrt", "abs", "log", "exp", "square", "sigmoid", "relu", "reversed", "cumsum")
_COMMUTATIVE = (
    *("maximum", "minimum", "max", "min", "add", "multiply", "logaddexp", "dot", "vdot", "inner"),
    *("logical_and", "logical_or", "isclose", "allclose", "array_equal"),
)
_FIXED_ARGUMENTS = ("isinstance", "zeros", "ones", "full", "reshape", "transpose", "at", "getattr", "print")


def expression_proposals(node: ast.AST, parent: ast.AST, function: ast.AST | None) -> Iterator[ast.AST]:
    """What may stand in the place of an expression, a keyword argument or a slice."""
    for kind, propose in _EXPRESSIONS.items():
        if isinstance(node, kind):
            yield from propose(node, parent)


def statement_proposals(node: ast.AST, parent: ast.AST, function: ast.AST | None) -> Iterator[ast.AST]:
    """What may stand in the place of a statement: another, or `pass`."""
    match node:
        case ast.AugAssign():
            for operator in _BINARY.get(type(node.op), ()):
                yield ast.AugAssign(node.target, operator(), node.value)
            yield ast.Assign([node.target], node.value)
            yield ast.Pass()
        case ast.Assign(targets=[ast.Subscript()]):
            yield ast.Pass()
        case ast.Assign(targets=[ast.Attribute()]) if getattr(function, "name", "") != "__init__":
            yield ast.Pass()
        case ast.Assign(targets=[ast.Name(name)]) if _has_value_before(function, name, node.lineno):
            yield ast.Pass()
        case ast.Expr(ast.Call(ast.Attribute(ast.Attribute(attr="add"), "at"), [array, where, what])):
            place = ast.Subscript(array, where, ast.Store())
            yield ast.AugAssign(place, ast.Add(), what)
            yield ast.Pass()
        case ast.Expr(ast.Call(function_called)) if _name(function_called) not in ("print", "__init__"):
            yield ast.Pass()
        case ast.If():
            for always in (True, False):
                yield ast.If(ast.Constant(always), node.body, node.orelse)
        case ast.Break() | ast.Continue():
            yield ast.Pass()


def _has_value_before(function: ast.AST | None, name: str, line: int) -> bool:
    """Whether a name has a value already, so that it can do without a statement that gives it another."""
    if not isinstance(function, ast.FunctionDef):
        return False
    if name in {argument.arg for argument in function.args.args}:
        return True
    return any(
        isinstance(node, ast.Name)
        and isinstance(node.ctx, ast.Store)
        and node.id == name
        and node.lineno < line
        for node in ast.walk(function)
    )


def _binary(node: ast.BinOp, parent: ast.AST) -> Iterator[ast.AST]:
    left, right = node.left, node.right
    if isinstance(left, ast.Constant) and isinstance(left.value, str):
        return
    for operator in _BINARY.get(type(node.op), ()):
        yield ast.BinOp(left, operator(), right)
    match node.op:
        case ast.Add() | ast.Mult():
            yield left
            yield right
        case ast.Sub():
            yield left
            yield ast.BinOp(right, ast.Sub(), left)
        case ast.Div() | ast.Pow():
            yield left
        case ast.FloorDiv():
            rounded_up = ast.BinOp(ast.UnaryOp(ast.USub(), left), ast.FloorDiv(), right)
            yield ast.UnaryOp(ast.USub(), rounded_up)
            yield left
        case ast.BitAnd():
            yield ast.BinOp(left, ast.BitOr(), right)
        case ast.BitOr():
            yield ast.BinOp(left, ast.BitAnd(), right)


def _constant(node: ast.Constant, parent: ast.AST) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool) or (isinstance(parent, ast.keyword) and parent.arg == "axis"):
        return
    if isinstance(value, int):
        if isinstance(parent, ast.UnaryOp):  # -1 stands for "the last" or "what is left"
            return
        yield ast.Constant(value + 1)
        dropped = isinstance(parent, ast.BinOp) and (
            isinstance(parent.op, ast.Pow) or (parent.right is node and value == 1)
        )
        if value > 0 and not dropped:
            yield ast.Constant(value - 1)
    elif isinstance(value, float) and abs(value) >= _TINY:
        yield ast.Constant(2 * value)


def _unary(node: ast.UnaryOp, parent: ast.AST) -> Iterator[ast.AST]:
    if not isinstance(node.operand, ast.Constant) and not isinstance(node.op, ast.UAdd):
        yield node.operand


def _compare(node: ast.Compare, parent: ast.AST) -> Iterator[ast.AST]:
    for other in _COMPARED.get(type(node.ops[0]), ()):
        yield ast.Compare(node.left, [other(), *node.ops[1:]], node.comparators)


def _boolean(node: ast.BoolOp, parent: ast.AST) -> Iterator[ast.AST]:
    yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)


def _conditional(node: ast.IfExp, parent: ast.AST) -> Iterator[ast.AST]:
    yield node.body
    yield node.orelse


def _attribute(node: ast.Attribute, parent: ast.AST) -> Iterator[ast.AST]:
    if node.attr == "T":
        yield node.value


def _call(node: ast.Call, parent: ast.AST) -> Iterator[ast.AST]:
    name, arguments = _name(node.func), node.args
    if name in _EXCHANGED:
        yield ast.Call(_renamed(node.func, _EXCHANGED[name]), arguments, node.keywords)
    if name in _UNWRAPPED and len(arguments) == 1 and not node.keywords:
        yield arguments[0]
    for index, keyword in enumerate(node.keywords):
        if keyword.arg in ("axis", "keepdims", "ddof"):
            yield ast.Call(node.func, arguments, node.keywords[:index] + node.keywords[index + 1 :])
    if name == "range":
        yield from _range(node)
    elif name not in _COMMUTATIVE + _FIXED_ARGUMENTS and not any(
        isinstance(a, ast.Starred) for a in arguments
    ):
        for index in range(len(arguments) - 1):
            swapped = arguments[:]
            swapped[index : index + 2] = arguments[index + 1], arguments[index]
            yield ast.Call(node.func, swapped, node.keywords)


def _range(node: ast.Call) -> Iterator[ast.AST]:
    """One turn less, at either end."""
    one = ast.Constant(1)
    start, stop = ([ast.Constant(0), *node.args] if len(node.args) == 1 else node.args)[:2]
    if not isinstance(stop, ast.Constant):
        yield ast.Call(node.func, [start, ast.BinOp(stop, ast.Sub(), one), *node.args[2:]], [])
    if not isinstance(start, ast.Constant) or len(node.args) == 1:
        first = one if len(node.args) == 1 else ast.BinOp(start, ast.Add(), one)
        yield ast.Call(node.func, [first, stop, *node.args[2:]], [])


def _keyword(node: ast.keyword, parent: ast.AST) -> Iterator[ast.AST]:
    if node.arg != "axis":
        return
    axes: list[ast.expr] = []
    match node.value:
        case ast.Constant(int(number)):
            axes = [ast.Constant(1 if number == 0 else number - 1)]
        case ast.UnaryOp(ast.USub(), ast.Constant(int())):
            axes = [ast.Constant(0)]
        case ast.Tuple(elements) if len(elements) > 1:
            axes = list(elements)
    for axis in axes:
        yield ast.keyword("axis", axis)


def _subscript(node: ast.Subscript, parent: ast.AST) -> Iterator[ast.AST]:
    match node.slice:
        case ast.Tuple([ast.Name() as first, ast.Name() as second, *rest]):
            yield ast.Subscript(node.value, ast.Tuple([second, first, *rest], ast.Load()), node.ctx)


def _slice(node: ast.Slice, parent: ast.AST) -> Iterator[ast.AST]:
    one = ast.Constant(1)
    if node.lower is not None and not isinstance(node.lower, ast.Constant):
        yield ast.Slice(ast.BinOp(node.lower, ast.Add(), one), node.upper, node.step)
    if node.upper is not None and not isinstance(node.upper, ast.Constant):
        yield ast.Slice(node.lower, ast.BinOp(node.upper, ast.Sub(), one), node.step)
    if node.step is not None:
        yield ast.Slice(node.lower, node.upper, None)


_EXPRESSIONS: dict[type[ast.AST], Callable[[Any, ast.AST], Iterator[ast.AST]]] = {
    ast.BinOp: _binary,
    ast.Constant: _constant,
    ast.UnaryOp: _unary,
    ast.Compare: _compare,
    ast.BoolOp: _boolean,
    ast.IfExp: _conditional,
    ast.Attribute: _attribute,
    ast.Call: _call,
    ast.keyword: _keyword,
    ast.Subscript: _subscript,
    ast.Slice: _slice,
}


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


def _renamed(function: ast.expr, name: str) -> ast.expr:
    if isinstance(function, ast.Attribute):
        return ast.Attribute(function.value, name, function.ctx)
    return ast.Name(name, ast.Load())
