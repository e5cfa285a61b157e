"""Sentences about wrong results that are related to the right ones: a sign, a factor, another order."""

from typing import Final

from exercises.kit.base import Language, Text
from grader.judging.result import Finding, Relation
from grader.reports.markdown import quoted

RELATIONS: Final[dict[Relation, Text]] = {
    "sign": Text(
        zh="{it} 恰好是正确结果的相反数。找一找丢掉或多出的负号。",
        en="{it} is exactly the negative of what is expected. Look for a minus sign lost or added.",
    ),
    "factor": Text(
        zh="{it} 恰好是正确结果的 {factor} 倍{named}。找一找少了或多了的常数因子，例如求均值时的除法。",
        en="{it} is exactly {factor} times what is expected{named}. "
        "Look for a constant factor left out or put in twice, such as the division of a mean.",
    ),
    "transposed": Text(
        zh="{it} 是正确结果的转置。检查矩阵乘法的次序和 `.T`。",
        en="{it} is the transpose of what is expected. Check the order of matrix products, and `.T`.",
    ),
    "reversed": Text(
        zh="{it} 的数值是对的，但某一个轴上的次序反了。检查循环的方向和 `[::-1]`。",
        en="{it} has the right values, but one axis runs backwards. Check the direction of the loop, and "
        "`[::-1]`.",
    ),
    "log base": Text(
        zh="{it} 恰好是正确结果的 {factor} 倍，像是用了另一个底的对数{named}。"
        "看看题目要求的是自然对数还是以别的数为底。",
        en="{it} is {factor} times what is expected, as if logarithms of another base were taken{named}. "
        "See which logarithm the statement asks for.",
    ),
    "sum not mean": Text(
        zh="{it} 恰好是正确结果的 {factor} 倍{named}，像是求了和而不是均值。检查是否除以了样本数。",
        en="{it} is {factor} times what is expected{named}, as a sum is to a mean. "
        "Check that you divide by the number of samples.",
    ),
    "constant offset": Text(
        zh="{it} 处处与正确结果相差同一个常数 {factor}{named}。检查是否多加或漏加了一项，例如间隔或正则项。",
        en="{it} differs from what is expected by the same constant {factor} everywhere{named}. "
        "Look for a term added or left out, such as a margin or a penalty.",
    ),
    "zeros": Text(
        zh="{it} 全是零。检查结果是否真的写进了返回的那个数组。",
        en="{it} is all zeros. Check that results are really written into the array that is returned.",
    ),
    "permuted": Text(
        zh="{it} 的数值都对，但次序不同。检查轴的次序、`reshape` 和下标。",
        en="{it} has the right values in another order. Check the order of axes, `reshape` and indices.",
    ),
}


def relation_markdown(finding: Finding, relation: Relation, it: str, language: Language) -> str:
    """Say how a result is related to what is expected; `it` is the result, in Markdown."""
    named = ""
    if finding.factor is None and finding.factor_name:  # another number in each case, such as N
        return (
            RELATIONS[relation]
            .in_language(language)
            .format(it=it, factor=quoted(finding.factor_name, 30), named="")
        )
    if finding.factor_name:
        name = quoted(finding.factor_name, 30)
        named = Text(zh=f"（即 {name}）", en=f" (that is {name})").in_language(language)
    factor = "?" if finding.factor is None else _number(finding.factor)
    return RELATIONS[relation].in_language(language).format(it=it, factor=factor, named=named)


def _number(value: float) -> str:
    return f"{value:.4g}"
