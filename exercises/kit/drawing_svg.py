"""Drawings as SVG: shapes and text in the page's own colour, no style, no script, nothing from outside."""

import unicodedata
from base64 import b64encode
from html import escape
from itertools import pairwise
from math import hypot

from exercises.kit.drawing import Drawing, Edge, Graph, Layers, Matrices, Matrix, Node, as_text

_ROW = 30
_GAP = 26
_LABEL = 24
_COLUMN = 150
_LINE = 86
_RADIUS = 24
_LETTER = 8.6
"""Width of a Latin letter at 15 px, on the wide side; a Chinese one takes two."""


def as_svg(drawing: Drawing) -> str:
    """The drawing as an `<svg>` element; its text equivalent is its label for those who do not see it."""
    if isinstance(drawing, Matrices):
        body, width, height = _matrices(drawing)
    elif isinstance(drawing, Layers):
        body, width, height = _layers(drawing)
    else:
        body, width, height = _graph(drawing)
    label = escape(as_text(drawing), quote=True).replace("\n", "&#10;")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{label}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" '
        f'font-family="sans-serif" font-size="15" fill="currentColor" stroke="none">{body}</svg>'
    )


def as_image(drawing: Drawing) -> str:
    """The drawing as a picture in Markdown, for notebooks; on white, as they may be shown on black."""
    svg = as_svg(drawing).replace(">", '><rect width="100%" height="100%" fill="white"/>', 1)
    data = b64encode(svg.replace("currentColor", "black").encode()).decode()
    text = " ".join(as_text(drawing).split()).replace("[", "(").replace("]", ")")
    return f"![{text}](data:image/svg+xml;base64,{data})"


# --- grids ---------------------------------------------------------------------------------------


def _matrices(drawing: Matrices) -> tuple[str, float, float]:
    tallest = max(len(matrix.rows) for matrix in drawing.matrices)
    top = _LABEL if any(matrix.label for matrix in drawing.matrices) else 4
    parts, x = [], 4.0
    for number, matrix in enumerate(drawing.matrices):
        if number:
            parts.append(_text(x + _GAP / 2, top + tallest * _ROW / 2, drawing.between))
            x += _GAP
        drawn, width = _one_matrix(matrix, x, top + (tallest - len(matrix.rows)) * _ROW / 2)
        parts.append(drawn)
        x += width
    return "".join(parts), x + 4, top + tallest * _ROW + 4


def _one_matrix(matrix: Matrix, x: float, y: float) -> tuple[str, float]:
    columns = max(map(len, matrix.rows))
    cell = max(_ROW, 14 + max(_width(text) for row in matrix.rows for text in row))
    parts = []
    if matrix.marked:
        top, left, height, width = matrix.marked
        parts.append(
            f'<rect x="{x + left * cell:.1f}" y="{y + top * _ROW:.1f}" width="{width * cell:.1f}" '
            f'height="{height * _ROW}" fill="currentColor" fill-opacity="0.16"/>'
        )
    for r, row in enumerate(matrix.rows):
        for c, text in enumerate(row):
            parts.append(
                f'<rect x="{x + c * cell:.1f}" y="{y + r * _ROW:.1f}" width="{cell:.1f}" height="{_ROW}" '
                'fill="none" stroke="currentColor" stroke-opacity="0.45"/>'
            )
            parts.append(_text(x + (c + 0.5) * cell, y + (r + 0.5) * _ROW, text))
    wide = max(columns * cell, _width(matrix.label) + 4)
    if matrix.label:
        parts.append(_text(x + columns * cell / 2, y - _LABEL / 2, matrix.label))
    return "".join(parts), wide


# --- boxes in a row ------------------------------------------------------------------------------


def _layers(drawing: Layers) -> tuple[str, float, float]:
    parts, x, height = [], 4.0, 52.0
    boxes = []
    for layer in drawing.layers:
        width = 20 + max(_width(layer.title), _width(layer.detail))
        boxes.append((x, width))
        parts.append(
            f'<rect x="{x:.1f}" y="4" width="{width:.1f}" height="{height:.0f}" rx="6" fill="none" '
            'stroke="currentColor"/>'
        )
        middle = x + width / 2
        parts.append(_text(middle, 21 if layer.detail else 30, layer.title))
        parts.append(_text(middle, 41, layer.detail))
        x += width + 34
    for (start, width), (end, _) in pairwise(boxes):
        parts.append(_arrow(start + width, 4 + height / 2, end, 4 + height / 2))
    return "".join(parts), x - 30, height + 8


# --- graphs --------------------------------------------------------------------------------------


def _graph(drawing: Graph) -> tuple[str, float, float]:
    margin = max(_RADIUS, *(_half_width(node) for node in drawing.nodes.values())) + 4
    left = min(node.column for node in drawing.nodes.values())
    top = min(node.row for node in drawing.nodes.values())
    at = {
        name: (margin + (node.column - left) * _COLUMN, _RADIUS + 4 + (node.row - top) * _LINE)
        for name, node in drawing.nodes.items()
    }
    parts = [_edge(edge, drawing.nodes, at) for edge in drawing.edges]
    parts += [_node(node, *at[name]) for name, node in drawing.nodes.items()]
    width = max(x for x, _ in at.values()) + margin
    height = max(y for _, y in at.values()) + _RADIUS + 4
    return "".join(parts), width, height


def _half_width(node: Node) -> float:
    return max(_RADIUS, _width(node.label) / 2 + 8)


def _node(node: Node, x: float, y: float) -> str:
    half = _half_width(node)
    if node.round and half == _RADIUS:
        shape = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS}" fill="none" stroke="currentColor"/>'
    else:
        corner = _RADIUS if node.round else 4
        shape = (
            f'<rect x="{x - half:.1f}" y="{y - _RADIUS:.1f}" width="{2 * half:.1f}" height="{2 * _RADIUS}" '
            f'rx="{corner}" fill="none" stroke="currentColor"/>'
        )
    return shape + _text(x, y, node.label)


def _edge(edge: Edge, nodes: dict[str, Node], at: dict[str, tuple[float, float]]) -> str:
    (x1, y1), (x2, y2) = at[edge.start], at[edge.end]
    length = hypot(x2 - x1, y2 - y1) or 1
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    from_start, to_end = (_reach(nodes[name], dx, dy) for name in (edge.start, edge.end))
    line = _arrow(x1 + dx * from_start, y1 + dy * from_start, x2 - dx * (to_end + 2), y2 - dy * (to_end + 2))
    if not edge.label:
        return line
    # beside the line, nearer to its start, where the lines of a layer have not met yet
    x, y = x1 + 0.36 * (x2 - x1) + 11 * dy, y1 + 0.36 * (y2 - y1) - 11 * dx
    return line + _text(x, y, edge.label, size=13)


def _reach(node: Node, dx: float, dy: float) -> float:
    """How far the outline lies from the middle in a direction."""
    half = _half_width(node)
    if node.round and half == _RADIUS:
        return _RADIUS
    return min(half / abs(dx) if dx else 1e9, _RADIUS / abs(dy) if dy else 1e9)


def _arrow(x1: float, y1: float, x2: float, y2: float) -> str:
    length = hypot(x2 - x1, y2 - y1) or 1
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    bx, by = x2 - 9 * dx, y2 - 9 * dy
    head = f"{x2:.1f},{y2:.1f} {bx - 4 * dy:.1f},{by + 4 * dx:.1f} {bx + 4 * dy:.1f},{by - 4 * dx:.1f}"
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{bx:.1f}" y2="{by:.1f}" stroke="currentColor"/>'
        f'<polygon points="{head}"/>'
    )


def _text(x: float, y: float, text: str, size: int = 15) -> str:
    if not text:
        return ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="middle" '
        f'dominant-baseline="central">{escape(text)}</text>'
    )


def _width(text: str) -> float:
    return sum(_LETTER * (2 if unicodedata.east_asian_width(c) in "WF" else 1) for c in text)
