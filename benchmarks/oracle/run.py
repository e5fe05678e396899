"""Run scripts under the tracer: each in a process and a folder of its own, for a limited time. Results are kept."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fetch import Script

HERE = Path(__file__).parent
TRACER = HERE / "tracer.py"
OUT_OF_TIME = "out of time"


@dataclass(frozen=True, slots=True)
class Record:
    """What a run wrote down.

    Attributes:
        script: That was run.
        entries: A call each, as the tracer writes them.
        problem: How the run ended; empty where it came to its end.
    """

    script: Script
    entries: tuple[dict[str, Any], ...]
    problem: str


class Runner:
    """Runs scripts under one interpreter and keeps what they did."""

    def __init__(self, python: Path, scripts: Path, records: Path, seconds: float) -> None:
        """Begin.

        Args:
            python: Interpreter that has the libraries.
            scripts: Folder of the projects.
            records: Where records are kept.
            seconds: Time that a script may take.
        """
        self._python = python
        self._scripts = scripts
        self._records = records
        self._seconds = seconds
        self._tools = b"".join(
            (HERE / name).read_bytes() for name in ("tracer.py", "callee.py", "cells.py", "environment.txt")
        )

    def run(self, scripts: Sequence[Script], processes: int) -> Iterator[Record]:
        """Yield the record of each script, in their order."""
        self._records.mkdir(parents=True, exist_ok=True)
        with ThreadPoolExecutor(processes) as pool:
            for number, record in enumerate(pool.map(self._record, scripts), 1):
                if number % 25 == 0:
                    print(f"{number} of {len(scripts)} scripts", flush=True)
                yield record

    def _record(self, script: Script) -> Record:
        key = hashlib.sha256(self._tools + script.file.read_bytes() + f"{script.name} {self._seconds:g}".encode())
        kept = self._records / f"{key.hexdigest()[:24]}.jsonl"
        if not kept.exists():
            self._trace(script, kept)
        return read_record(script, kept.read_text(encoding="utf-8"))

    def _trace(self, script: Script, kept: Path) -> None:
        unfinished = kept.with_suffix(".unfinished")
        unfinished.write_bytes(b"")
        root = self._scripts / script.project.name
        with tempfile.TemporaryDirectory() as folder:
            command = (str(self._python), "-W", "ignore", str(TRACER), str(script.file), str(unfinished), str(root))
            with subprocess.Popen(
                command, cwd=folder, env=make_environment(folder), start_new_session=True, **_silent()
            ) as process:
                try:
                    process.wait(self._seconds)
                except subprocess.TimeoutExpired:
                    end(process)
        unfinished.rename(kept)


def make_environment(folder: str) -> dict[str, str]:
    """Return the variables of a run: one thread, no display, no network, one order of hashes, nothing of the user's."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "LANG") if name in os.environ}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")
    # Nothing listens there: what a script would download is missing at once, on every machine.
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    fixed = {"MPLBACKEND": "Agg", "PYTHONHASHSEED": "0", "PYTHONNOUSERSITE": "1", "HOME": folder}
    return {**kept, **threads, **nowhere, **fixed, "PYTHONDONTWRITEBYTECODE": "1", "LOKY_MAX_CPU_COUNT": "1"}


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    if hasattr(os, "killpg"):
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def read_record(script: Script, text: str) -> Record:
    """Return what a run wrote down; a last line that was cut off is not there."""
    entries, problem = [], OUT_OF_TIME
    for line in text.splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if "place" in entry:
            entries.append(entry)
        elif "end" in entry:
            problem = entry["end"]
    return Record(script, tuple(entries), problem)


def _silent() -> dict[str, Any]:
    return dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
