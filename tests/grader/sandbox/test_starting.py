"""A zygote that does not start the first time is no reason to hold submissions by less."""

import pytest

from exercises.kit.base import Text
from grader.sandbox import zygotes
from grader.sandbox.isolation import Layer, SandboxUnavailableError
from grader.sandbox.launch import bubblewrap
from grader.sandbox.runner import Sandbox

needs_bubblewrap = pytest.mark.skipif(not bubblewrap(), reason="bubblewrap is not installed")


@pytest.fixture
def failing(monkeypatch):
    """Starts with bubblewrap fail, as many as are in the list."""
    start, failures = zygotes.Zygote, []

    def zygote(profile, without, launched=None):
        if failures and "bubblewrap" not in without:
            failures.pop()
            raise SandboxUnavailableError(Text(zh="被终止", en="killed"))
        return start(profile, without, launched)

    monkeypatch.setattr(zygotes, "Zygote", zygote)
    return failures


@needs_bubblewrap
def test_a_start_that_is_killed_is_tried_again(failing):
    failing += [1]
    with Sandbox() as box:
        assert Layer.BUBBLEWRAP in box.isolation.layers


@needs_bubblewrap
def test_what_cannot_be_wrapped_at_all_is_held_by_the_other_layers(failing):
    failing += [1, 1]
    with Sandbox() as box:
        assert Layer.BUBBLEWRAP not in box.isolation.layers
        assert Layer.SECCOMP in box.isolation.layers


@needs_bubblewrap
def test_nobody_is_held_by_less_than_others_of_the_class(failing):
    with Sandbox() as box:
        box._discard(box._running())
        failing += [1, 1]
        with pytest.raises(SandboxUnavailableError):
            box._running()
