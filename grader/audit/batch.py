"""Auditing many exercises: in parallel, each in a worker with its own warm sandbox, and from the cache."""

import atexit
import contextlib
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from exercises.kit.base import Frozen
from exercises.kit.catalogue import add_bank, load_exercise, root_of
from grader.audit.cache import AuditCache, key_of
from grader.audit.checks import CHECKS, Audit, Part, PartResult, audit_part, joined, unloadable
from grader.audit.subject import Subject, counts_for
from grader.sandbox.job import Runner
from grader.sandbox.readable import Profile
from grader.sandbox.runner import open_runner

Progress = Callable[[Audit], None]


class Setting(Frozen):
    """What is the same for every exercise of a run."""

    variants: int = 200
    thorough: bool = False
    """Every variant drawn as students get it, misconceptions and all."""
    cache: Path | None = None
    """None: nothing is kept."""
    fresh: bool = False
    """Outcomes are kept, but none is taken from the cache."""
    root: Path | None = None
    """Of the exercises; None: wherever they are found."""
    banks: tuple[Path, ...] = ()
    """Added to ours in every process."""
    sandbox: bool = True


class Runners:
    """Runners by profile, started when the first code of that profile is to be run."""

    def __init__(self, sandbox: bool = True) -> None:
        self.sandbox = sandbox
        self._running: dict[Profile, Runner] = {}
        self._open = contextlib.ExitStack()

    def __call__(self, profile: Profile) -> Runner:
        if profile not in self._running:
            self._running[profile] = self._open.enter_context(open_runner(profile, sandbox=self.sandbox))
        return self._running[profile]

    def close(self) -> None:
        self._running.clear()
        self._open.close()


def audit_one(exercise_id: str, setting: Setting, runners: Runners) -> Audit:
    """Audit one exercise, or take the outcome from the cache where nothing that bears on it has changed."""
    cache = None if setting.cache is None else AuditCache(setting.cache)
    keys = {part: _key(part, exercise_id, setting) for part in CHECKS}
    parts = _cached(exercise_id, setting)
    missing = [part for part in CHECKS if part not in parts]
    if missing:
        try:
            exercise = load_exercise(exercise_id, setting.root)
        except Exception as error:  # a module that is being written may fail in any way when it is imported
            return unloadable(exercise_id, error)
        subject = Subject(
            exercise, counts_for(exercise, setting.variants, thorough=setting.thorough), runners
        )
        for part in missing:
            parts[part] = audit_part(subject, part)
            unchanged = keys[part] == _key(part, exercise_id, setting)
            if cache and unchanged:
                with contextlib.suppress(OSError):  # a full disk costs the next run time, nothing else
                    cache.put(keys[part], parts[part])
    return joined(exercise_id, parts)


def _cached(exercise_id: str, setting: Setting) -> dict[Part, PartResult]:
    """The parts of which the outcome is known."""
    if setting.cache is None or setting.fresh:
        return {}
    cache = AuditCache(setting.cache)
    outcomes = {part: cache.get(_key(part, exercise_id, setting)) for part in CHECKS}
    return {part: found for part, found in outcomes.items() if found is not None}


def _key(part: Part, exercise_id: str, setting: Setting) -> str:
    counted = f"{setting.variants} {'thorough' if setting.thorough else ''}"
    return key_of(part, exercise_id, setting.root or root_of(exercise_id), counted)


def audit_all(
    exercise_ids: Sequence[str], setting: Setting, jobs: int, progress: Progress = lambda one: None
) -> tuple[Audit, ...]:
    """Audit exercises in parallel; outcomes come in the order of the ids, to `progress` as they are ready.

    Raises
    ------
    SandboxUnavailableError
        Where code cannot be run safely on this machine.
    """
    done: dict[str, Audit] = {}
    for exercise_id, one in _audits(exercise_ids, setting, jobs):
        done[exercise_id] = one
        progress(one)
    return tuple(done[exercise_id] for exercise_id in exercise_ids)


def _audits(exercise_ids: Sequence[str], setting: Setting, jobs: int) -> Iterator[tuple[str, Audit]]:
    missing = []
    for exercise_id in exercise_ids:  # what the cache has needs no worker
        parts = _cached(exercise_id, setting)
        if len(parts) == len(CHECKS):
            yield exercise_id, joined(exercise_id, parts)
        else:
            missing.append(exercise_id)
    if missing:
        yield from _run(missing, setting, jobs)


def _run(exercise_ids: Sequence[str], setting: Setting, jobs: int) -> Iterator[tuple[str, Audit]]:
    if jobs == 1 or len(exercise_ids) == 1:
        runners = Runners(setting.sandbox)
        try:
            for exercise_id in exercise_ids:
                yield exercise_id, audit_one(exercise_id, setting, runners)
        finally:
            runners.close()
        return
    context = multiprocessing.get_context("spawn")
    workers = min(jobs, len(exercise_ids))
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(setting,)) as pool:
        try:
            futures = {pool.submit(_audit_in_worker, one): one for one in exercise_ids}
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_worker: tuple[Setting, Runners] | None = None
"""The process' own: an initializer can leave something only in a global."""


def _start(setting: Setting) -> None:
    global _worker
    for bank in setting.banks:
        add_bank(bank)
    _worker = setting, Runners(setting.sandbox)
    atexit.register(_worker[1].close)


def _audit_in_worker(exercise_id: str) -> Audit:
    assert _worker is not None
    setting, runners = _worker
    return audit_one(exercise_id, setting, runners)
