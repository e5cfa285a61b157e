"""Markdown with formulas, to HTML without any script and to plain text."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from grader.reports.formulas import FormulaError, mathml, readable
from grader.reports.visible import on_one_line, visible

if TYPE_CHECKING:  # imported when something is parsed: what has no marks is not
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_MARKS = frozenset("\\`*_$")
"""All that means anything in one line."""


@lru_cache(maxsize=512)
def statement_html(markdown: str) -> Markup:
    """Set a whole text of ours: paragraphs, lists, tables, code, formulas. Raw HTML in it is shown as text.

    Raises
    ------
    FormulaError
        Where a formula is no LaTeX that we can set.
    """
    return Markup(_blocks().render(visible(markdown)))  # noqa: S704 - html is off, so all text is escaped


@lru_cache(maxsize=2048)
def sentence_html(markdown: str) -> Markup:
    """Set one line of ours: a title, a hint, an option.

    Raises
    ------
    FormulaError
    """
    return Markup(_line(_strict).renderInline(visible(markdown)))  # noqa: S704 - as above


def told_html(markdown: str) -> Markup:
    """Set a sentence that may quote a student: a formula that cannot be set is shown as it was written."""
    return Markup(_line(_lenient).renderInline(visible(markdown)))  # noqa: S704 - as above


def plain_text(markdown: str) -> str:
    """The text for a terminal: no marks of Markdown, formulas in one line of readable characters."""
    return "\n".join(_plain_lines(_blocks().parse(visible(markdown))))


def plain_sentence(markdown: str) -> str:
    """As `plain_text`, for one line."""
    if _MARKS.isdisjoint(markdown):
        return visible(markdown)
    return "".join(map(_plain_inline, _line(_lenient).parseInline(visible(markdown))))


def quoted(text: str, at_most: int = 200) -> str:
    """Write a student's text as a code span, in which no character means anything to Markdown."""
    shown = on_one_line(text)
    if len(shown) > at_most:
        shown = shown[: at_most - 1] + "…"
    longest = max((len(run) for run in _runs_of_ticks(shown)), default=0)
    ticks = "`" * (longest + 1)
    padding = " " if shown.startswith("`") or shown.endswith("`") or not shown.strip() else ""
    return f"{ticks}{padding}{shown or ' '}{padding}{ticks}"


def literal(text: str) -> str:
    """Write a sentence that may hold a student's words so that Markdown shows it character by character."""
    return "".join(f"\\{c}" if c in _PUNCTUATION else c for c in on_one_line(text))


_PUNCTUATION = frozenset(r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~""")


def _runs_of_ticks(text: str) -> list[str]:
    return [run for run in "".join(c if c == "`" else " " for c in text).split() if run]


def _strict(latex: str, options: dict[str, Any]) -> str:
    return mathml(latex, display=options["display_mode"])


def _lenient(latex: str, options: dict[str, Any]) -> str:
    try:
        return mathml(latex, display=options["display_mode"])
    except FormulaError:
        return f"<code>{escape(latex)}</code>"


@cache
def _blocks() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    parser.use(dollarmath_plugin, renderer=_strict, allow_labels=False, double_inline=True)
    parser.add_render_rule("fence", _fence)
    return parser


def _fence(
    renderer: "RendererHTML", tokens: Sequence["Token"], index: int, options: "OptionsDict", env: "EnvType"
) -> str:
    from exercises.kit.drawing import FENCE, read_drawing
    from exercises.kit.drawing_svg import as_svg

    if tokens[index].info == FENCE:
        return f'<figure class="drawing">{as_svg(read_drawing(tokens[index].content))}</figure>\n'
    return renderer.fence(tokens, index, options, env)


@cache
def _line(renderer: Any) -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    # links, pictures and autolinks are off: nothing that a student wrote may point outside
    parser = MarkdownIt("zero", {"html": False}).enable(["escape", "backticks", "emphasis", "balance_pairs"])
    return parser.use(dollarmath_plugin, renderer=renderer, allow_labels=False)


def _plain_lines(tokens: Sequence["Token"]) -> list[str]:
    from exercises.kit.drawing import FENCE, as_text, read_drawing

    lines: list[str] = []
    cells: list[str] | None = None
    bullet = ""
    for token in tokens:
        match token.type:
            case "inline":
                text = "".join(map(_plain_inline, token.children or ()))
                if cells is None:
                    lines.append(bullet + text)
                    bullet = ""
                else:
                    cells.append(text)
            case "list_item_open":
                bullet = f"{token.info}. " if token.info else "- "
            case "tr_open":
                cells = []
            case "tr_close":
                lines.append(" | ".join(cells or ()))
                cells = None
            case "fence" if token.info == FENCE:
                drawn = as_text(read_drawing(token.content))
                lines.extend(["    " + line for line in drawn.splitlines()] + [""] * (not token.level))
            case "fence" | "code_block":
                lines.extend(
                    ["    " + line for line in token.content.splitlines()] + [""] * (not token.level)
                )
            case "math_block":
                lines.extend(["    " + readable(token.content)] + [""] * (not token.level))
            case (
                "paragraph_close"
                | "table_close"
                | "heading_close"
                | "bullet_list_close"
                | "ordered_list_close"
            ):
                if token.level == 0:
                    lines.append("")
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _plain_inline(token: "Token") -> str:
    if token.type == "inline":
        return "".join(map(_plain_inline, token.children or ()))
    if token.type.startswith("math_inline"):
        return readable(token.content)
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content
