"""Cut STIX Two Math down to what formulas of a deep-learning course use.

Get the whole font from npm (`npm pack @fontsource/stix-two-math`, or from github.com/stipub/stixfonts),
then

    python -m grader.reports.fonts.refresh stix-two-math-latin-400-normal.woff2

writes `stix-two-math.woff2` beside this file. Needs `fonttools` and `brotli`; grading needs neither.
The font's licence, OFL 1.1, is in `OFL.txt`; it declares no reserved name.
"""

import importlib
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SUBSET = HERE / "stix-two-math.woff2"

# Letters between `<mi>` and `</mi>` are drawn with the mathematical alphabets, so these count, not a to z.
_RANGES = (
    (0x20, 0x7E),  # digits, signs, upright words such as `softmax`
    (0x391, 0x3A9),  # upright Greek
    (0x3B1, 0x3C9),
    (0x1D400, 0x1D433),  # bold, of vectors
    (0x1D434, 0x1D467),  # italic
    (0x1D49C, 0x1D4B5),  # script capitals
    (0x1D538, 0x1D550),  # double-struck capitals
    (0x1D6E2, 0x1D71B),  # italic Greek
    (0x2200, 0x2213),  # operators from here
    (0x2190, 0x2194),
    (0x21D0, 0x21D4),
)
_SINGLE = (
    "\u00a0¬±·×÷ϵϑϕ‖†…′″⁠⁡⁢⁣−ℎℒℓℕℝℤℂ𝔼ℬℰℱℋℐℳℛ∗∘√∝∞∠∣∥∧∨∩∪∫∴∼≃≅≈≜≔≝≠≡≤≥≪≫⊂⊃⊆⊇⊕⊖⊗⊙⊤⊥⋅⋆⋮⋯⋱⌈⌉⌊⌋⟨⟩⟵⟶⟹⟺↦↑↓ˆˇ˜¯˙¨→^~_⏞⏟"
    "\u0302\u0303\u0304\u0307\u0308\u20d7"
)
_FEATURES = ["ssty", "dtls", "flac", "ccmp"]
"""Shapes for scripts, dotless letters under accents, flat accents over capitals."""


def subset(source: Path, target: Path = SUBSET) -> None:
    """Write the part of the font that formulas need, with its MATH table.

    Parameters
    ----------
    source : Path
        The whole font, in any format that fonttools reads.
    target : Path
    """
    cutting: Any = importlib.import_module("fontTools.subset")
    options = cutting.Options(
        flavor="woff2", layout_features=_FEATURES, hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 13]
    )
    font = cutting.load_font(str(source), options)
    cutter = cutting.Subsetter(options)
    wanted = {code for first, last in _RANGES for code in range(first, last + 1)}
    cutter.populate(unicodes=wanted | {ord(character) for character in _SINGLE})
    cutter.subset(font)
    cutting.save_font(font, str(target), options)


if __name__ == "__main__":
    subset(Path(sys.argv[1]))
