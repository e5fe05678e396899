"""Run a job over many sources: in this process where there are few, else in several. The results are the same."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_start_method
from typing import TYPE_CHECKING

from defaultdrift.model.finding import Skip
from defaultdrift.shell.files import display
from defaultdrift.shell.inspection import FileResult, inspect
from defaultdrift.shell.sources import internal_skip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from defaultdrift.shell.inspection import Job
    from defaultdrift.shell.sources import Candidate

_WORTH_A_PROCESS = 400_000
"""Bytes of candidates from which on a second process is quicker than its start."""

_NO_FOLDER = "PYTHONSAFEPATH"
"""Source: https://docs.python.org/3/using/cmdline.html#envvar-PYTHONSAFEPATH, from Python 3.11 on."""

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
    if count > 1 and _starts_safely():
        yield from _run_in_pool(candidates, job, count)
        return
    for candidate in candidates:
        yield _inspect_guarded(candidate, job)


def _run_in_pool(candidates: Sequence[Candidate], job: Job, count: int) -> Iterator[FileResult]:
    with searching_no_folder(), ProcessPoolExecutor(count, initializer=_remember, initargs=(job,)) as pool:
        futures = [pool.submit(_inspect_remembered, candidate) for candidate in candidates]
        for candidate, future in zip(candidates, futures, strict=True):
            yield _result_of(future, candidate, job)


def _starts_safely() -> bool:
    """Tell whether new processes can be kept from importing out of the working directory."""
    return sys.version_info >= (3, 11) or get_start_method() == "fork"


@contextmanager
def searching_no_folder() -> Iterator[None]:
    """Keep new processes from importing out of the working directory, which may be the project that is scanned.

    Where processes are not forked (Windows, macOS, and Linux from Python 3.14 on), they start with `python -c`, which
    searches the working directory first: a `random.py` in it would be run. Nothing of the project is ever executed.
    """
    before = os.environ.get(_NO_FOLDER)
    os.environ[_NO_FOLDER] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_NO_FOLDER]
        else:
            os.environ[_NO_FOLDER] = before


def _result_of(future: Future[FileResult], candidate: Candidate, job: Job) -> FileResult:
    try:
        return future.result()
    except BrokenProcessPool:
        return _run_alone(candidate, job)


def _run_alone(candidate: Candidate, job: Job) -> FileResult:
    """Look at one source in a process of its own: whichever killed the pool kills only that, and is named."""
    with searching_no_folder(), ProcessPoolExecutor(1, initializer=_remember, initargs=(job,)) as pool:
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
        skip = internal_skip(candidate, error)
        return FileResult(file=skip.file, skips=(skip,))
