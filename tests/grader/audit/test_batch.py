"""Many exercises: outcomes from the cache are those of a fresh audit, and only what changed is done again."""

import pickle

import pytest

from exercises.kit import catalogue
from exercises.kit.base import Text
from exercises.kit.catalogue import ROOT
from grader.audit import batch
from grader.audit.batch import Runners, Setting, audit_all, audit_one
from grader.audit.cache import KEPT, AuditCache, files_of, key_of
from grader.audit.checks import PartResult
from grader.sandbox.isolation import SandboxUnavailableError
from tests.grader.audit.conftest import MODULE, SOLUTION, STATEMENT


@pytest.fixture
def audited(monkeypatch):
    """The parts that were not taken from the cache."""
    done = []
    real = batch.audit_part

    def spying(subject, part):
        done.append(part)
        return real(subject, part)

    monkeypatch.setattr(batch, "audit_part", spying)
    return done


@pytest.fixture
def audit(bank, tmp_path):
    def run():
        catalogue._load.cache_clear()
        setting = Setting(variants=4, cache=tmp_path / "cache", root=bank.root)
        return audit_one("demo/clipped", setting, bank.runners)

    return run


def test_the_second_time_everything_comes_from_the_cache(bank, audit, audited):
    bank.write()
    first = audit()
    assert audited == ["texts", "judging"]
    assert first.mutants.total > 0
    assert audit() == first
    assert audited == ["texts", "judging"]


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ({"statement": STATEMENT | {"en": STATEMENT["en"].replace("Compare", "First compare")}}, ["texts"]),
        ({"solution": SOLUTION + "\n\n# a remark\n"}, ["texts", "judging"]),
        ({"module": MODULE + "\n# a remark\n"}, ["texts", "judging"]),
    ],
)
def test_a_change_costs_what_depends_on_it(bank, audit, audited, change, again):
    bank.write()
    audit()
    audited.clear()
    bank.write(**change)
    audit()
    assert audited == again


def test_a_result_that_cannot_be_read_is_found_again(bank, audit, audited, tmp_path):
    bank.write()
    first = audit()
    for path in (tmp_path / "cache").iterdir():
        path.write_text('{"kind": 3')
    audited.clear()
    assert audit() == first
    assert audited == ["texts", "judging"]


def test_what_changes_while_it_is_audited_is_not_kept(bank, audit, tmp_path, monkeypatch):
    bank.write()
    real = batch.audit_part

    def changing(subject, part):
        bank.write(module=MODULE + f"\n# {part}\n")
        return real(subject, part)

    monkeypatch.setattr(batch, "audit_part", changing)
    audit()
    assert not list((tmp_path / "cache").glob("*"))


def test_an_exercise_that_cannot_be_imported_is_unfit_and_stops_nothing(bank, audit):
    bank.write(module=MODULE.replace("exercise = Code(", "exercise = Cod("))
    outcome = audit()
    assert not outcome.fit
    assert "NameError" in outcome.complaints["declared"][0]
    assert "clipped.py" in outcome.complaints["declared"][0]


def test_workers_give_what_one_process_gives(bank):
    ids = [bank.write(name="clipped"), bank.write(name="other")]
    setting = Setting(variants=3, root=bank.root)
    heard = []
    parallel = audit_all(ids, setting, 2, heard.append)
    assert parallel == audit_all(ids, setting, 1)
    assert [one.exercise for one in parallel] == ids
    assert sorted(one.exercise for one in heard) == ids


def test_a_machine_without_a_sandbox_is_no_fault_of_an_exercise(bank, monkeypatch):
    reason = Text(zh="没有沙箱", en="no sandbox here")

    def unavailable(profile, sandbox):
        raise SandboxUnavailableError(reason)

    monkeypatch.setattr(batch, "open_runner", unavailable)
    with pytest.raises(SandboxUnavailableError, match="no sandbox here"):
        audit_one(bank.write(), Setting(variants=2, root=bank.root), Runners())


def test_why_there_is_no_sandbox_comes_back_from_a_worker():
    error = SandboxUnavailableError(Text(zh="没有沙箱", en="no sandbox here"))
    assert pickle.loads(pickle.dumps(error)).reason == error.reason


def test_an_exercises_files_are_its_own_and_what_it_imports():
    names = {str(path.relative_to(ROOT.parent)) for path in files_of("losses/softmax_loss", ROOT)}
    assert names >= {
        "exercises/losses/softmax_loss.py",
        "exercises/losses/softmax_loss.zh.md",
        "solutions/losses/softmax_loss.py",
        "solutions/losses/alternatives/softmax_loss/loops.py",
        "reference_impl/losses.py",
        "reference_impl/checks.py",
    }
    assert "reference_impl/lstm.py" not in names


def test_counts_are_part_of_the_key():
    keys = {key_of("judging", "losses/softmax_loss", ROOT, counted) for counted in ("3", "4")}
    assert len(keys) == 2


def test_a_cache_that_cannot_be_written_costs_nothing_else(bank, tmp_path):
    (tmp_path / "file").write_text("no folder")
    setting = Setting(variants=2, cache=tmp_path / "file", root=bank.root)
    assert audit_one(bank.write(), setting, bank.runners).exercise == "demo/clipped"
    assert AuditCache(tmp_path / "file").get("x") is None


def test_fresh_audits_again_and_keeps_the_outcome(bank, audit, audited, tmp_path):
    bank.write()
    audit()
    audited.clear()
    setting = Setting(variants=4, cache=tmp_path / "cache", root=bank.root, fresh=True)
    audit_one("demo/clipped", setting, bank.runners)
    assert audited == ["texts", "judging"]


def test_the_cache_does_not_grow_for_ever(tmp_path):
    cache = AuditCache(tmp_path)
    for number in range(12):
        cache.put(f"t.x.texts.{number}", PartResult(kind="code", complaints={}))
        cache.put(f"t.y.texts.{number}", PartResult(kind="code", complaints={}))
    assert len(list(tmp_path.iterdir())) == 2 * KEPT
    assert cache.get("t.x.texts.11") is not None
    assert cache.get("t.x.texts.0") is None
