"""Entries of `answers` that no question has: found, cut, and matched with the id that was meant."""

import time

import numpy as np
import pytest

from grader.judging.unknown import MOST_SHOWN, unknown_answers

KNOWN = ("cnn/pool_output_size", "cnn/network_shapes", "feedforward/softmax", "essay")


@pytest.mark.parametrize(
    ("spelt", "meant"),
    [
        ("cnn/pool_outputsize", "cnn/pool_output_size"),
        ("pool_output_size", "cnn/pool_output_size"),
        ("CNN/Pool-Output-Size", "cnn/pool_output_size"),
        ("ｃｎｎ／network_shapes", "cnn/network_shapes"),
        ("cnn\\network_shapes ", "cnn/network_shapes"),
        ("softmax", "feedforward/softmax"),
        ("esay", "essay"),
        ("q1", ""),
    ],
)
def test_the_nearest_real_id_is_named(spelt, meant):
    found = unknown_answers({spelt: 1, "essay": "text"}, KNOWN)
    assert (found.count, found.shown[0].nearest) == (1, meant)


def test_ids_of_any_question_are_known_and_entries_left_empty_are_lost_by_nobody():
    blank = {"a": None, "b": " \n", "c": [], "d": {"step": None, "other": ""}, "e": [None, ""]}
    assert unknown_answers({**dict.fromkeys(KNOWN, 1), **blank}, KNOWN).count == 0
    assert unknown_answers({"a": {"step": 0}, "b": np.zeros(0)}, KNOWN).count == 2


def test_few_are_shown_all_are_counted_and_hostile_ids_are_cut_and_made_harmless():
    hostile = {f"\u202e\x1b[31m<b>{n}" + "x" * 100_000: 1 for n in range(300)}
    start = time.process_time()
    found = unknown_answers(hostile, KNOWN)
    assert time.process_time() - start < 1
    assert (len(found.shown), found.count) == (MOST_SHOWN, 300)
    for one in found.shown:
        assert len(one.id) <= 80
        assert one.id.isprintable()
