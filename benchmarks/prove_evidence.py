"""Look every quote of the rules up in the artefact that it names, and record the counts in `docs/evidence.md`.

Part of `make prove`. The artefacts are read from the index that pip is configured for; nothing is installed. A quote is
found when it occurs in the member with white space folded, or when it does with quotation marks and comment signs
taken out, because a text in source may be split over several string literals. Changelogs are read out of the source
distribution of the release named.
"""

from __future__ import annotations

import io
import re
import sys
import tarfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from defaultdrift.shell.artefact import read_sources  # noqa: E402
from defaultdrift.shell.index import Index  # noqa: E402
from defaultdrift.shell.mining import default_cache  # noqa: E402
from support import SHIPPED  # noqa: E402

if TYPE_CHECKING:
    from defaultdrift.model.change import Evidence

PAGE = ROOT / "docs" / "evidence.md"
MINED = ("signature", "witness")


def fold(text: str) -> str:
    """Return the text with white space folded."""
    return re.sub(r"\s+", " ", text).strip()


def strip_marks(text: str) -> str:
    """Return the words of a text: without quotation marks, comment signs and escaped newlines."""
    return fold(re.sub(r"[#\"']|\\n", " ", text))


def read_changelogs(index: Index, release: str) -> dict[str, str]:
    """Return the release notes in the source distribution of a release, by member path from `doc/` on."""
    links = index._links(SHIPPED.distributions()[0])  # noqa: SLF001  the sdist, which the miner does not choose
    files = next(files for version, files in links.items() if str(version) == release)
    address = next(address for name, (address, _) in files.items() if name.endswith(".tar.gz"))
    data = index.session.get(address, headers={"Accept-Encoding": "identity"}).content
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        members = [member for member in archive if member.isfile() and "/doc/whats_new/" in member.name]
        texts = {member.name.partition("/")[2]: archive.extractfile(member) for member in members}
        return {name: stream.read().decode("utf-8", "replace") for name, stream in texts.items() if stream}


def main() -> int:
    """Check all quotes and write the page."""
    distribution = SHIPPED.distributions()[0]
    library = SHIPPED.library(distribution)
    wanted: dict[str, set[Evidence]] = defaultdict(set)
    for change in SHIPPED.changes(distribution):
        for entry in change.evidence:
            if entry.kind not in MINED:
                wanted[entry.release].add(entry)
    index = Index(default_cache() / "pip-tools")
    artefacts = {str(found.version): found for found in index.artefacts(distribution, library.releases)}
    found, missing = Counter[str](), []
    for release, entries in sorted(wanted.items()):
        sources = read_sources(index.session, artefacts[release], library.import_roots)
        texts = {source.file: source.text for source in sources}
        if any(entry.kind == "changelog" for entry in entries):
            texts |= read_changelogs(index, release)
        for entry in sorted(entries, key=repr):
            text = texts.get(entry.file, "")
            if fold(entry.quote) in fold(text) or strip_marks(entry.quote) in strip_marks(text):
                found[entry.kind] += 1
            else:
                missing.append(f"{release} {entry.file}: {entry.quote}")
        print(f"{release}: {len(entries)} quotes looked up, {len(missing)} missing so far", flush=True)
    rows = [f"| {kind} | {count} |" for kind, count in sorted(found.items())]
    PAGE.write_text(
        "# Evidence\n\nWritten by `make prove`: every quote of the rules, looked up in the artefact that it names.\n\n"
        "| kind | found |\n|---|---:|\n" + "\n".join(rows) + f"\n\nNot found: {len(missing)}.\n",
        encoding="utf-8",
    )
    print("\n".join(missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
