"""What can be said of wrong results beyond a misconception's name.

Of hidden cases only shapes, types, relations and the student's own line are told, never a value.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from exercises.kit.base import Value
from exercises.kit.closeness import AtLeast, AtMost, Close, NotNumericError, as_array, holds_more
from exercises.kit.code import Code
from exercises.kit.quiet import quiet
from grader.judging.compare import JudgedCase
from grader.judging.relations import Pair, relation_of
from grader.judging.result import Example, Finding, FindingKind, Relation
from grader.judging.show import show, type_name
from grader.sandbox.job import Fault

MOST_FAULTS = 3
_MOST_ENTRIES = 10_000
"""Of a list that is looked at as an array to say what is wrong with it."""


def diagnose(exercise: Code, judged: Sequence[JudgedCase]) -> list[Finding]:
    """Faults, rejections, then by wrong output: type, shape, not finite, relation; at last an example."""
    with quiet():
        findings = [*_faults(judged), *_rejections(judged)]
        outputs = dict.fromkeys(output for one in judged for output in one.wrong_and_returned)
        for output in outputs:
            findings += _of_output(exercise, judged, output)
        example = _smallest_public(exercise, judged)
        if example is not None:
            findings.append(example)
    return findings


def _faults(judged: Sequence[JudgedCase]) -> list[Finding]:
    """One for each way to stop, public cases first."""
    told: dict[Fault, Finding] = {}
    for one in sorted(judged, key=lambda one: not one.case.public):
        if one.fault is not None:
            key = one.fault.model_copy(update={"message": ""})
            told.setdefault(key, Finding(kind=FindingKind.FAULT, group=one.case.group, fault=one.fault))
    return list(told.values())[:MOST_FAULTS]


def _rejections(judged: Sequence[JudgedCase]) -> list[Finding]:
    told: dict[str, Finding] = {}
    for one in judged:
        if one.rejected is not None:
            finding = Finding(kind=FindingKind.REJECTED, group=one.case.group, text=one.rejected)
            told.setdefault(one.rejected.en, finding)
    return list(told.values())[:MOST_FAULTS]


def _of_output(exercise: Code, judged: Sequence[JudgedCase], output: str) -> list[Finding]:
    """At most one remark of each kind on one output."""
    told: dict[FindingKind, Finding] = {}
    pairs: list[Pair] = []
    rule = exercise.acceptance(output)
    failed = [one for one in judged if output in one.wrong_and_returned]
    for one in sorted(failed, key=lambda one: not one.case.public):
        assert one.outputs is not None
        group = one.case.group
        if output not in one.outputs:
            finding = Finding(kind=FindingKind.WRONG_TYPE, group=group, output=output, found="nothing")
            told.setdefault(finding.kind, finding)
            continue
        for path, expected, found in leaves(output, one.case.expected[output], one.outputs[output]):
            if isinstance(rule, Close) and rule.accepts(expected, found):
                continue
            remark = _of_leaf(expected, found)
            if remark is not None:
                told.setdefault(remark.kind, remark.model_copy(update={"group": group, "output": path}))
            elif path == output and isinstance(rule, Close):
                pair = _pair(expected, found, one, rule)
                pairs += [pair] if pair is not None else []
    related = relation_of(pairs, [one.case.inputs for one in judged]) if pairs else None
    if related is not None:
        told[FindingKind.RELATION] = Finding(
            kind=FindingKind.RELATION,
            output=output,
            relation=related.relation,
            factor=related.factor,
            factor_name=related.factor_name,
        )
    if not told:
        told[FindingKind.WRONG_VALUE] = _wrong_value(exercise, failed, output)
    return list(told.values())


def _wrong_value(exercise: Code, failed: Sequence[JudgedCase], output: str) -> Finding:
    """Of what has a bound, the bound, and of a public case what was reached."""
    public = next((one for one in failed if one.case.public and one.outputs and output in one.outputs), None)
    bound = _bound(exercise, output)
    return Finding(
        kind=FindingKind.WRONG_VALUE,
        group=(public or failed[0]).case.group,
        output=output,
        expected=bound,
        found=show(public.outputs[output]) if bound and public and public.outputs else "",
    )


def _bound(exercise: Code, output: str) -> str:
    """`≤ 0.3` or `≥ 0.9`; "" where there is one right value."""
    rule = exercise.acceptance(output)
    if isinstance(rule, (AtMost, AtLeast)):
        return f"{'≤' if isinstance(rule, AtMost) else '≥'} {rule.bound:g}"
    return ""


def leaves(path: str, expected: Value, found: Value) -> Iterator[tuple[str, Value, Value]]:
    """Pairs of entries, where dicts have the same keys; the whole pair otherwise."""
    if isinstance(expected, dict) and isinstance(found, dict) and expected.keys() == found.keys():
        for key in expected:
            yield from leaves(f"{path}.{key}", expected[key], found[key])
    else:
        yield path, expected, found


def _of_leaf(expected: Value, found: Value) -> Finding | None:
    """Wrong type, wrong shape or not finite; None where both are finite arrays of one shape."""
    if isinstance(expected, (dict, list, tuple)) and _array(expected) is None:
        if type_name(expected) != type_name(found):
            return _wrong_type(expected, found)
        if len(expected) != len(found):
            return Finding(
                kind=FindingKind.WRONG_SHAPE, expected=f"({len(expected)},)", found=f"({len(found)},)"
            )
        return None
    wanted, got = _array(expected), _array(found)
    if wanted is None or got is None or (wanted.dtype.kind == "b") != (got.dtype.kind == "b"):
        return None if type_name(expected) == type_name(found) else _wrong_type(expected, found)
    if wanted.shape != got.shape:
        return Finding(
            kind=FindingKind.WRONG_SHAPE,
            expected=str(np.shape(expected)),
            found=str(np.shape(found)),
            relation=_transposition(wanted, got),
        )
    bad = ~np.isfinite(got) & np.isfinite(wanted)
    if bad.any():
        return Finding(kind=FindingKind.NOT_FINITE, found="nan" if np.isnan(got).any() else "inf")
    return None


def _wrong_type(expected: Value, found: Value) -> Finding:
    wanted = type_name(expected)
    if wanted.endswith("array"):  # never of what was found: a type's name is the student's to choose
        wanted += f" {np.shape(expected)}"
    return Finding(kind=FindingKind.WRONG_TYPE, expected=wanted, found=type_name(found))


def _transposition(expected: np.ndarray, found: np.ndarray) -> Relation | None:
    turned = found.T
    return "transposed" if turned.shape == expected.shape and found.ndim >= 2 else None


def _pair(expected: Value, found: Value, one: JudgedCase, rule: Close) -> Pair | None:
    wanted, got = _array(expected), _array(found)
    if wanted is None or got is None or "b" in (wanted.dtype.kind, got.dtype.kind):
        return None
    if not np.isfinite(wanted).all() or not wanted.size:
        return None
    return Pair(wanted.astype(np.float64), got.astype(np.float64), one.case.inputs, rule)


def _array(value: Value) -> np.ndarray | None:
    if holds_more(value, _MOST_ENTRIES):
        return None
    try:
        return as_array(value)
    except NotNumericError:
        return None


def _smallest_public(exercise: Code, judged: Sequence[JudgedCase]) -> Finding | None:
    """The failing public case with the fewest numbers, as students may see it."""
    failed = [
        one
        for one in judged
        # of an output with a bound there is no value that it should be
        if one.case.public and any(not _bound(exercise, output) for output in one.wrong_and_returned)
    ]
    if not failed:
        return None
    one = min(failed, key=lambda one: sum(_count(value) for value in one.case.inputs.values()))
    assert one.outputs is not None
    wrong = [output for output in one.wrong_and_returned if not _bound(exercise, output)]
    output = next((o for o in wrong if o in one.outputs), wrong[0])
    example = Example(
        inputs={name: show(value) for name, value in one.case.sent.items()},
        output=output,
        expected=show(one.case.expected.get(output)),
        found=show(one.outputs[output]) if output in one.outputs else "",
    )
    return Finding(kind=FindingKind.WRONG_VALUE, group=one.case.group, output=output, example=example)


def _count(value: Value) -> int:
    if isinstance(value, dict):
        return sum(_count(entry) for entry in value.values())
    if isinstance(value, np.ndarray):
        return int(value.size)
    if isinstance(value, (list, tuple)):
        return sum(_count(entry) for entry in value)
    return 1
