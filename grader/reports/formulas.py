"""Formulas: LaTeX to MathML for pages, and to plain text for the terminal."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from math_core import LatexToMathML


class FormulaError(Exception):
    """A formula of a statement is no LaTeX that we can set; the sentence shows it and says why."""


@lru_cache(maxsize=4096)
def mathml(latex: str, *, display: bool = False) -> str:
    """Set a formula as MathML.

    Raises
    ------
    FormulaError
    """
    from math_core import LatexError

    try:
        return _converter().convert_with_local_state(latex, displaystyle=display)
    except LatexError as error:
        raise FormulaError(f"formula ${latex}$ cannot be set: {error}. Mend it in the statement.") from error


@cache
def _converter() -> "LatexToMathML":
    from math_core import LatexToMathML

    return LatexToMathML(fancy_error=False)


_WORDS: Final = {
    "cdot": "·", "times": "×", "odot": "⊙", "otimes": "⊗", "oplus": "⊕", "circ": "∘", "ast": "*", "star": "⋆",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡",
    "propto": "∝", "sim": "∼", "in": "∈", "notin": "∉", "to": "→", "rightarrow": "→", "leftarrow": "←",
    "gets": "←", "Rightarrow": "⇒", "mapsto": "↦", "infty": "∞", "partial": "∂", "nabla": "∇", "sum": "∑",
    "prod": "∏", "int": "∫", "pm": "±", "mp": "∓", "ldots": "…", "cdots": "…", "dots": "…", "vdots": "⋮",
    "top": "ᵀ", "forall": "∀", "exists": "∃", "cup": "∪", "cap": "∩", "subset": "⊂", "ell": "ℓ",
    "prime": "′",
    "lVert": "‖", "rVert": "‖", "Vert": "‖", "|": "‖", "lvert": "|", "rvert": "|", "vert": "|", "mid": "|",
    "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "langle": "⟨", "rangle": "⟩",
    "{": "{", "}": "}",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω",
    ",": " ", ";": " ", ":": " ", "!": "", " ": " ", "quad": "  ", "qquad": "    ", "\\": "; ", "_": "_",
    "%": "%", "&": "&", "#": "#", "$": "$",
}  # fmt: skip
_SILENT: Final = frozenset(
    # sizes and styles: they change how a formula looks, not what it says
    re.findall(
        r"\S+",
        "left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle limits nolimits text mathrm "
        "mathbf mathbb mathcal mathit mathsf mathtt boldsymbol bm operatorname operatorname* textbf textit "
        "texttt hline",
    )
)
_ACCENTS: Final = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0304", "tilde": "\u0303",
    "dot": "\u0307", "vec": "\u20d7",
}  # fmt: skip
_TOKEN: Final = re.compile(r"\\operatorname\*|\\[A-Za-z]+|\\.|\s+|.", re.DOTALL)
_BRACKETS: Final = {"bmatrix": "[]", "pmatrix": "()", "vmatrix": "||", "cases": "{}", "array": "[]"}


def readable(latex: str) -> str:
    r"""Put simple LaTeX into one line of text: `\frac{a}{b}` becomes `a/b`; what is not known stays."""
    pieces = _TOKEN.findall(latex)[::-1]
    line = re.sub(r"\s+", " ", _until(pieces, "")).strip()
    return re.sub(r"(?<=[\[(|{]) | (?=[\]),;])", "", line)


def _until(pieces: list[str], end: str) -> str:
    """Read, from the end of the reversed list, up to the closing piece."""
    read = ""
    while pieces:
        piece = pieces.pop()
        if piece == end:
            break
        read += _one(piece, pieces)
    return read


def _one(piece: str, pieces: list[str]) -> str:
    if piece == "{":
        return _until(pieces, "}")
    if piece in "^_":
        return piece + _grouped(_argument(pieces))
    if piece == "&":
        return ", "
    if not piece.startswith("\\") or len(piece) == 1:
        return piece
    return _command(piece[1:], pieces)


def _command(name: str, pieces: list[str]) -> str:
    if name in ("frac", "dfrac", "tfrac"):
        over = _grouped(_argument(pieces))
        under = _argument(pieces).strip()
        return f"{over}/{under}" if re.fullmatch(r"\d+|\w(_\w)?", under) else f"{over}/({under})"
    if name == "sqrt":
        return f"√{_grouped(_argument(pieces))}"
    if name in ("begin", "end"):
        brackets = _BRACKETS.get(_argument(pieces).rstrip("*"), "  ")
        return brackets[0] if name == "begin" else brackets[1]
    if name in _ACCENTS:
        base = _argument(pieces)
        return base + _ACCENTS[name] if len(base) == 1 else f"{name}({base})"
    if name in _SILENT:
        return ""
    if name in _WORDS:
        return _WORDS[name]
    return name  # \log, \exp, \max, \tanh


def _argument(pieces: list[str]) -> str:
    while pieces and pieces[-1].isspace():
        pieces.pop()
    return _one(pieces.pop(), pieces) if pieces else ""


def _grouped(text: str) -> str:
    """In brackets, unless it is one number, one name or one letter with its index."""
    text = text.strip()
    return text if re.fullmatch(r"[\w.′ᵀ*∗]*(_\w+)?", text) else f"({text})"
