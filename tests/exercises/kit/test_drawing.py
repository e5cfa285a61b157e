"""Drawings: data in the Markdown, SVG on a page, text in a terminal, the numbers the same in all."""

from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from exercises.kit.drawing import Draw, as_text, read_drawing, with_drawings
from exercises.kit.drawing_svg import as_image, as_svg
from grader.reports.markdown import plain_text, statement_html

MATRICES = Draw.matrices(
    [[1, -2.5], [3, 4]], [[0.125]], labels=("x", "k"), between="∗", marked={0: (0, 1, 2, 1)}
)
LAYERS = Draw.layers(("input", "32×32×3"), ("conv", "5×5, 6"))
GRAPH = Draw.graph(
    {"x": ("x₁", 0, 0), "h": ("h", 1, 0.5), "y": ("loss", 2, 0.5, "box")}, [("x", "h", -0.5), ("h", "y")]
)
ALL = [MATRICES, LAYERS, GRAPH]


def only(fenced):
    found = []
    with_drawings(fenced, lambda drawing: found.append(drawing) or "")
    (drawing,) = found
    return drawing


@pytest.mark.parametrize("fenced", ALL)
def test_svg_is_well_formed_and_holds_nothing_active(fenced):
    root = ElementTree.fromstring(as_svg(only(fenced)))
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "rect", "text", "line", "polygon", "circle"}
    assert not any(name.startswith("on") or "href" in name for e in root.iter() for name in e.attrib)


@pytest.mark.parametrize("fenced", ALL)
def test_every_number_lies_inside_of_the_picture(fenced):
    root = ElementTree.fromstring(as_svg(only(fenced)))
    width, height = float(root.get("width")), float(root.get("height"))
    for element in root.iter():
        for name, limit in (("x", width), ("y", height), ("cx", width), ("cy", height)):
            if name in element.attrib:
                assert 0 <= float(element.get(name)) <= limit


@given(arrays(float, array_shapes(min_dims=2, max_dims=2, max_side=4), elements=st.integers(-99, 99)))
def test_text_and_svg_show_each_entry_as_often_as_it_occurs(array):
    drawing = only(Draw.matrices(array))
    wanted = sorted(f"{number:.6g}".replace("-", "−") for number in array.ravel().tolist())
    assert sorted(as_text(drawing).split()) == wanted
    texts = [e.text for e in ElementTree.fromstring(as_svg(drawing)).iter() if e.tag.endswith("text")]
    assert sorted(texts) == wanted


def test_what_is_marked_is_marked_in_text_too():
    assert as_text(only(MATRICES)).splitlines()[:3] == ["x =", "    1 [−2.5]", "    3 [   4]"]


def test_a_drawing_survives_markdown():
    markdown = f"Before\n{MATRICES}\nafter"
    assert "<svg" in statement_html(markdown)
    assert "figure" in statement_html(markdown)
    assert "[−2.5]" in plain_text(markdown)
    assert with_drawings(markdown, as_text).startswith("Before\n\nx =")
    assert "data:image/svg+xml;base64," in with_drawings(markdown, as_image)


def test_words_in_a_drawing_are_escaped():
    drawing = only(Draw.layers(("<script>", "a & b"), ("two", "")))
    assert "<script>" not in as_svg(drawing)
    assert "<script>" not in statement_html(Draw.layers(("<script>alert(1)</script>", ""), ("two", "")))


def test_what_is_no_drawing_is_refused():
    with pytest.raises(ValueError, match="kind"):
        read_drawing('{"kind": "image", "href": "https://example.org"}')


def test_numpy_numbers_are_drawn_as_numbers():
    assert as_text(only(Draw.matrices(np.float64([[0.1 + 0.2]])))) == "0.3"
