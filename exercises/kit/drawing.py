"""Drawings in statements, made from a variant's own numbers.

A statement's template calls `draw.matrices(...)`, `draw.layers(...)` or `draw.graph(...)`. Each leaves a
fence of Markdown, ```` ```drawing ````, that holds the drawing as data; whoever shows the statement turns it
into SVG (`drawing_svg`), or into text where there are no pictures.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import numpy as np
from pydantic import TypeAdapter

from exercises.kit.base import Frozen

FENCE = "drawing"
_FENCED = re.compile(rf"^```{FENCE}\n(.*)\n```$", re.MULTILINE)


class Matrix(Frozen):
    """A grid of numbers or words, part of which may be marked."""

    rows: tuple[tuple[str, ...], ...]
    label: str = ""
    marked: tuple[int, int, int, int] | None = None
    """First row, first column, height and width of what is marked."""


class Matrices(Frozen):
    """Grids side by side."""

    kind: Literal["matrices"] = "matrices"
    matrices: tuple[Matrix, ...]
    between: str = ""
    """What stands between two of them, such as ∗."""


class Layer(Frozen):
    title: str
    detail: str = ""


class Layers(Frozen):
    """Boxes in a row, each fed by the one before."""

    kind: Literal["layers"] = "layers"
    layers: tuple[Layer, ...]


class Node(Frozen):
    """A place in a graph: column and row may be fractions."""

    label: str
    column: float
    row: float
    round: bool = True


class Edge(Frozen):
    start: str
    end: str
    label: str = ""


class Graph(Frozen):
    """Nodes by name, and arrows between them."""

    kind: Literal["graph"] = "graph"
    nodes: dict[str, Node]
    edges: tuple[Edge, ...]


Drawing = Matrices | Layers | Graph
_READ: TypeAdapter[Drawing] = TypeAdapter(Drawing)


class Draw:
    """What a template calls: each method returns a fence."""

    @staticmethod
    def matrices(
        *arrays: Any,
        labels: Sequence[str] = (),
        between: str = "",
        marked: Mapping[int, Sequence[int]] | None = None,
    ) -> str:
        """Draw arrays of numbers side by side.

        Parameters
        ----------
        *arrays : array_like of one or two dimensions
        labels : list of str
            What stands above each.
        between : str
        marked : dict of int to (row, column, height, width)
            By array: the part that is marked.
        """
        cells = [tuple(tuple(map(_cell, row)) for row in np.atleast_2d(np.asarray(a))) for a in arrays]
        return fence(
            Matrices(
                matrices=tuple(
                    Matrix(
                        rows=rows,
                        label=labels[k] if k < len(labels) else "",
                        marked=tuple(marked[k]) if marked and k in marked else None,  # type: ignore[arg-type]
                    )
                    for k, rows in enumerate(cells)
                ),
                between=between,
            )
        )

    @staticmethod
    def layers(*layers: Sequence[str]) -> str:
        """Draw boxes in a row; each is (title, detail)."""
        return fence(Layers(layers=tuple(Layer(title=str(t), detail=str(d)) for t, d in layers)))

    @staticmethod
    def graph(nodes: Mapping[str, Sequence[Any]], edges: Sequence[Sequence[Any]]) -> str:
        """Draw a graph.

        Parameters
        ----------
        nodes : dict of str to (label, column, row)
            A fourth entry "box" draws a box instead of a circle.
        edges : list of (start, end) or (start, end, label)
        """
        placed = {
            name: Node(label=str(label), column=column, row=row, round="box" not in shape)
            for name, (label, column, row, *shape) in nodes.items()
        }
        arrows = tuple(Edge(start=s, end=e, label=_cell(label[0]) if label else "") for s, e, *label in edges)
        return fence(Graph(nodes=placed, edges=arrows))


def fence(drawing: Drawing) -> str:
    """The drawing as a fence of Markdown."""
    return f"\n```{FENCE}\n{drawing.model_dump_json(exclude_defaults=False)}\n```\n"


def read_drawing(data: str) -> Drawing:
    """The drawing that a fence holds.

    Raises
    ------
    pydantic.ValidationError
    """
    return _READ.validate_json(data)


def with_drawings(markdown: str, render: Callable[[Drawing], str]) -> str:
    """The Markdown with every drawing replaced by what `render` makes of it."""
    return _FENCED.sub(lambda found: render(read_drawing(found[1])), markdown)


def as_text(drawing: Drawing) -> str:
    """A drawing for a terminal: lines of text."""
    if isinstance(drawing, Layers):
        return " -> ".join(
            f"{one.title} [{one.detail}]" if one.detail else one.title for one in drawing.layers
        )
    if isinstance(drawing, Graph):
        lines = []
        for edge in drawing.edges:
            start, end = drawing.nodes[edge.start].label, drawing.nodes[edge.end].label
            lines.append(f"{start} --({edge.label})-> {end}" if edge.label else f"{start} -> {end}")
        return "\n".join(lines)
    return "\n\n".join(map(_matrix_text, drawing.matrices))


def _matrix_text(matrix: Matrix) -> str:
    wide = max(len(cell) for row in matrix.rows for cell in row)
    lines = [f"{matrix.label} ="] if matrix.label else []
    for r, row in enumerate(matrix.rows):
        cells = [_bracketed(cell.rjust(wide), _is_marked(matrix, r, c)) for c, cell in enumerate(row)]
        lines.append("".join(cells).rstrip() if matrix.marked else " ".join(cell[1:-1] for cell in cells))
    return "\n".join(lines)


def _bracketed(cell: str, marked: bool) -> str:
    return f"[{cell}]" if marked else f" {cell} "


def _is_marked(matrix: Matrix, row: int, column: int) -> bool:
    if matrix.marked is None:
        return False
    top, left, height, width = matrix.marked
    return top <= row < top + height and left <= column < left + width


def _cell(value: Any) -> str:
    """A number with at most six significant digits; anything else as its text."""
    number = value.item() if isinstance(value, np.generic) else value
    return f"{number:.6g}".replace("-", "−") if isinstance(number, (int, float)) else str(number)
