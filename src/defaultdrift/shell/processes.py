"""Run a job over many sources: in this process where there are few, else in several. The results are the same."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from defaultdrift.model.finding import Skip
from defaultdrift.shell.files import display
from defaultdrift.shell.inspection import FileResult, inspect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from defaultdrift.shell.inspection import Job
    from defaultdrift.shell.sources import Candidate

_WORTH_A_PROCESS = 400_000
"""Bytes of candidates from which on a second process is quicker than its start."""

_job: Job | None = None


def run_all(candidates: Sequence[Candidate], job: Job, processes: int) -> Iterator[FileResult]:
    """Yield the result of each candidate, in their order.

    Args:
        candidates: The sources.
        job: What is asked of each.
        processes: How many; 0 lets the amount of work decide.
    """
    weight = sum(len(candidate.raw) for candidate in candidates)
    count = processes or min(os.cpu_count() or 1, 1 + weight // _WORTH_A_PROCESS)
    count = min(count, len(candidates))
    if count > 1:
        yield from _run_in_pool(candidates, job, count)
        return
    for candidate in candidates:
        yield _inspect_guarded(candidate, job)


def _run_in_pool(candidates: Sequence[Candidate], job: Job, count: int) -> Iterator[FileResult]:
    with ProcessPoolExecutor(count, initializer=_remember, initargs=(job,)) as pool:
        futures = [pool.submit(_inspect_remembered, candidate) for candidate in candidates]
        for candidate, future in zip(candidates, futures, strict=True):
            yield _result_of(future, candidate, job)


def _result_of(future: Future[FileResult], candidate: Candidate, job: Job) -> FileResult:
    try:
        return future.result()
    except BrokenProcessPool:
        return _run_alone(candidate, job)


def _run_alone(candidate: Candidate, job: Job) -> FileResult:
    """Look at one source in a process of its own: whichever killed the pool kills only that, and is named."""
    with ProcessPoolExecutor(1, initializer=_remember, initargs=(job,)) as pool:
        try:
            return pool.submit(_inspect_remembered, candidate).result()
        except BrokenProcessPool:
            file = display(candidate.path)
            return FileResult(file=file, skips=(Skip(file, 0, "crashes the parser"),))


def _remember(job: Job) -> None:
    global _job  # noqa: PLW0603  how a pool hands a value to its workers once
    _job = job


def _inspect_remembered(candidate: Candidate) -> FileResult:
    assert _job is not None  # noqa: S101  the initializer ran
    return _inspect_guarded(candidate, _job)


def _inspect_guarded(candidate: Candidate, job: Job) -> FileResult:
    """Look at one source; a fault of ours becomes a skip, so that the other sources are still looked at."""
    try:
        return inspect(candidate, job)
    except Exception as error:  # noqa: BLE001  promise: one bad file never hides the others
        file = display(candidate.path)
        reason = f"internal error: {type(error).__name__}: {error}"
        return FileResult(file=file, skips=(Skip(file, 0, reason, is_internal=True),))
