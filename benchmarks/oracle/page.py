"""Write the figures as a page."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from score import NOT_FOUND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypeVar

    from run import Record
    from score import Compared, Failure, Found, Judged, Tally

    Key = TypeVar("Key", Found, Judged, Compared)

CERTAINTIES = ("certain", "likely", "possible")
MOST_PLACES = 12
"""More places of one failing construct than this are counted, not listed."""

HEAD = """# Accuracy

Written by `make oracle`. Public scripts are taken out of source distributions on the index when the command is run;
none of them is part of this project. Each runs under a tracer, in a process and a folder of its own, for {seconds:g}
seconds at most, without a network: what ran until an error, or until its time was up, counts. Every call that the
script's own lines make is compared with what `defaultdrift calls` says about the same place in the file.

* **Found**: of the pairs of a call site and a callable of the rules that ran there, those that are told of, whatever
  the certainty.
* **Right**: of what is told of call sites that ran, what is so. A claim that is `certain` is right only if nothing else
  ran there; `likely` and `possible` ones are right if their callable was among what ran, in a function of the
  script that is called there too. A method is the same if it has the same definition.
* **Parameters**: of the parameters of right claims that both the rules and the release declare, those that are passed,
  or left out, as the claim says.

The resolver was improved by looking at the examples of scikit-learn: they stand for themselves. Of the other scripts,
{held_out:.0%} or so, chosen by a hash of their path, are held out: nobody looks at how they fail.
"""


@dataclass(frozen=True, slots=True)
class Group:
    """Scripts that are told of together.

    Attributes:
        title: In the tables.
        tally: Their counts.
        records: Their runs.
    """

    title: str
    tally: Tally
    records: tuple[Record, ...]


def render_page(groups: Sequence[Group], shown: Tally, settings: Mapping[str, float], versions: Iterable[str]) -> str:
    """Return the page.

    Args:
        groups: Disjoint groups of scripts, then those that sum them up.
        shown: Whose failing constructs are listed.
        settings: `seconds` and `held_out`.
        versions: Of the libraries that have rules, as `name version`.
    """
    records = [record for group in groups for record in group.records]
    unique = {record.script.name: record for record in records}
    parts = [
        HEAD.format(**settings),
        "## Figures\n",
        *render_figures(groups),
        "\n## By kind of callable\n",
        *render_split(groups, lambda key: key.kind),
        "\n## By construct\n\nHow the callee is written: plain, or the receiver of the method.\n",
        *render_split(groups[-1:], lambda key: key.construct),
        "\n## Parameters\n",
        *render_parameters(groups),
        "\n## Scripts\n",
        *render_scripts(list(unique.values())),
        f"\nLibraries with rules in the environment: {', '.join(versions)}.\n",
        "## Failing constructs\n\nOf the scripts that are not held out.\n",
        *render_failures(shown.failures),
    ]
    return "\n".join(parts) + "\n"


def render_figures(groups: Sequence[Group]) -> list[str]:
    """Return the main table: a line for each group and library."""
    lines = [
        "| scripts | calls of | that ran | found | `certain` right | `likely` right | `possible` right |",
        "|---|---|---|---|---|---|---|",
    ]
    for group in groups:
        for title, libraries in LIBRARIES.items():
            found = select(group.tally.found, partial(is_of, libraries))
            judged = select(group.tally.judged, partial(is_of, libraries))
            cells = [share_right(judged, certainty) for certainty in CERTAINTIES]
            lines.append(f"| {group.title} | {title} | {found.total()} | {share_found(found)} | {' | '.join(cells)} |")
    return lines


LIBRARIES: dict[str, frozenset[str] | None] = {
    "scikit-learn": frozenset({"scikit-learn"}),
    "pandas": frozenset({"pandas"}),
    "all with rules": None,
}


def is_of(libraries: frozenset[str] | None, key: Found | Judged) -> bool:
    """Tell whether something is of one of some distributions; everything is of `None`."""
    return libraries is None or key.distribution in libraries


def render_split(groups: Sequence[Group], part: Callable[[Found | Judged], str]) -> list[str]:
    """Return a table of each group by one part of the keys, that with the most calls first."""
    lines = ["| scripts | | calls that ran | found | `certain` right | others right |", "|---|---|---|---|---|---|"]
    for group in groups:
        found: dict[str, Counter[Found]] = defaultdict(Counter)
        for key, count in group.tally.found.items():
            found[part(key)][key] += count
        judged: dict[str, Counter[Judged]] = defaultdict(Counter)
        for claim, count in group.tally.judged.items():
            judged[part(claim)][claim] += count
        for name, here in sorted(found.items(), key=lambda item: (-item[1].total(), item[0])):
            others = share(*ratio(select(judged[name], lambda claim: claim.certainty != "certain")))
            cells = [str(here.total()), share_found(here), share_right(judged[name], "certain"), others]
            lines.append(f"| {group.title} | {name} | {' | '.join(cells)} |")
    return lines


def render_parameters(groups: Sequence[Group]) -> list[str]:
    """Return the table of parameters."""
    lines = ["| scripts | certainty | nothing unpacked | something unpacked |", "|---|---|---|---|"]
    for group in groups:
        for certainty in CERTAINTIES:
            cells = []
            for is_open in (False, True):
                sort = (certainty, is_open)
                counts = {key: count for key, count in group.tally.compared.items() if key[:2] == sort}
                cells.append(share(*ratio(counts)))
            lines.append(f"| {group.title} | `{certainty}` | {' | '.join(cells)} |")
    return lines


def render_scripts(records: Sequence[Record]) -> list[str]:
    """Return how many scripts of which project ran."""
    lines = [
        "| project | scripts | held out | use scikit-learn | use pandas | to the end | out of time | calls recorded |"
    ]
    lines.append("|---|---|---|---|---|---|---|---|")
    projects: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.entries:
            project = record.script.project
            projects[f"{project.name} {project.version}"].append(record)
    for name, members in [*projects.items(), ("all", [record for found in projects.values() for record in found])]:
        cells = [
            len(members),
            sum(record.script.is_held_out for record in members),
            sum("sklearn" in record.script.libraries for record in members),
            sum("pandas" in record.script.libraries for record in members),
            sum(record.problem == "" for record in members),
            sum(record.problem == "out of time" for record in members),
            sum(len(record.entries) for record in members),
        ]
        lines.append(f"| {name} | {' | '.join(map(str, cells))} |")
    silent = sum(not record.entries for record in records)
    lines.append(f"\n{silent} more scripts called nothing, because they ask for what the environment has not.")
    return lines


def render_failures(failures: Iterable[Failure]) -> list[str]:
    """Return a section for each sort, and in it a list for each construct, those with the most places first."""
    lines = []
    sorts: dict[str, dict[str, list[Failure]]] = defaultdict(lambda: defaultdict(list))
    for failure in sorted(failures):
        sorts[failure.sort][failure.construct].append(failure)
    for sort in sorted(sorts, key=SORTS.index):
        lines.append(f"### {sort}\n")
        for construct, found in sorted(sorts[sort].items(), key=lambda item: (-len(item[1]), item[0])):
            lines.append(f"* {construct}: {len(found)}")
            lines += [f"  * {render_failure(failure)}" for failure in found[:MOST_PLACES]]
            lines += [f"  * and {len(found) - MOST_PLACES} more"] if len(found) > MOST_PLACES else []
        lines.append("")
    return lines


SORTS = ("wrong certain", "wrong likely", "wrong possible", "parameters", NOT_FOUND)


def render_failure(failure: Failure) -> str:
    """Return one line of a place."""
    if failure.sort == "parameters":
        return f"`{failure.where}` {failure.said}: {failure.ran}"
    return f"`{failure.where}` said: {failure.said}; ran: {failure.ran}"


def select(counts: Mapping[Key, int], wanted: Callable[[Key], bool]) -> Counter[Key]:
    """Return the counts whose key is wanted."""
    return Counter({key: count for key, count in counts.items() if wanted(key)})


def ratio(counts: Mapping[Judged, int] | Mapping[Compared, int]) -> tuple[int, int]:
    """Return how many are right, and how many there are."""
    return sum(count for key, count in counts.items() if key.is_right), sum(counts.values())


def share_right(judged: Mapping[Judged, int], certainty: str) -> str:
    """Return the part of the claims of one certainty that is right."""
    return share(*ratio(select(judged, lambda claim: claim.certainty == certainty)))


def share_found(found: Mapping[Found, int]) -> str:
    """Return the part of the calls that was found."""
    total = sum(found.values())
    return share(total - sum(count for key, count in found.items() if key.certainty == NOT_FOUND), total)


def share(part: int, whole: int) -> str:
    """Return a part of a whole in words: never rounded up to all of it."""
    if not whole:
        return "-"
    percent = int(1000 * part / whole) / 10
    return f"{percent:g} % ({part} of {whole})"
