"""Compare what scripts called when they ran with what `defaultdrift calls` says about them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Place = tuple[int | None, int, int, int, int]
"""Cell, line, column, last line and last column."""

NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one callable in the environment: its own one, and that of its definition."""

    own: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a call site called when it ran.

    Attributes:
        place: Of the call site.
        kind: `constructor`, `function`, `method`; `None` where it is the script's own or nameless.
        names: Of what was called; `None` as above.
        passed: Parameters that were passed; `None` where that is not known.
        defaulted: Parameters that were left to their defaults; `None` as above.
        is_through: Whether the call happened inside a function of the script that this site calls.
    """

    place: Place
    kind: str | None
    names: Names | None
    passed: frozenset[str] | None
    defaulted: frozenset[str] | None
    is_through: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What `defaultdrift calls` says about a call site.

    Attributes:
        place: Of the call site.
        callable: Canonical path.
        distribution: That has it.
        certainty: How sure it is.
        omitted: Parameters that it leaves out.
        is_open: Whether something is unpacked there that is not known.
    """

    place: Place
    callable: str
    distribution: str
    certainty: str
    omitted: frozenset[str]
    is_open: bool


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """A call site where the two differ.

    Attributes:
        sort: `wrong` with its certainty, or `not found`, or `parameters`.
        construct: How the callee is written.
        where: File and line.
        said: What was said.
        ran: What ran.
    """

    sort: str
    construct: str
    where: str
    said: str
    ran: str


class Found(NamedTuple):
    """A sort of calls that ran: `certainty` is the best with which they were told of, or `not found`."""

    distribution: str
    kind: str
    construct: str
    certainty: str


class Judged(NamedTuple):
    """A sort of claims on call sites that ran."""

    distribution: str
    kind: str
    construct: str
    certainty: str
    is_right: bool


class Compared(NamedTuple):
    """A sort of parameters of right claims."""

    certainty: str
    is_open: bool
    is_right: bool


@dataclass(slots=True)
class Tally:
    """Counts of one group of scripts.

    Attributes:
        found: Calls that ran.
        judged: Claims on call sites that ran.
        compared: Parameters of the claims that are right.
        failures: Every place where the two differ.
    """

    found: Counter[Found] = field(default_factory=Counter)
    judged: Counter[Judged] = field(default_factory=Counter)
    compared: Counter[Compared] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count another group in."""
        self.found += other.found
        self.judged += other.judged
        self.compared += other.compared
        self.failures += other.failures


class Known:
    """The callables of the rules, by what they are in the environment."""

    def __init__(
        self,
        names: Mapping[str, Sequence[str]],
        distributions: Mapping[str, str],
        defaults: Mapping[str, frozenset[str]],
        others: Mapping[str, str],
    ) -> None:
        """Begin.

        Args:
            names: Own name and name of the definition of each callable, by canonical path.
            distributions: The distribution of each callable, by canonical path.
            defaults: The parameters with a default that the rules know of each callable, by canonical path.
            others: Canonical path of each callable, by other paths that it may be told by.
        """
        self._defaults = defaults
        self._others = others
        self._names = {path: Names(*pair) for path, pair in names.items()}
        self._by_own = {pair.own: path for path, pair in sorted(self._names.items())}
        self._distributions = distributions

    def find(self, ran: Ran) -> str | None:
        """Return the callable of the rules that ran, or `None` where it is none of them."""
        return self._by_own.get(ran.names.own) if ran.names is not None else None

    def distribution(self, path: str) -> str:
        """Return the distribution of a callable."""
        return self._distributions[path]

    def defaults(self, claim: Claim) -> frozenset[str]:
        """Return the parameters of what is said that may be left out."""
        return self._defaults.get(self._path(claim), frozenset())

    def _path(self, claim: Claim) -> str:
        return claim.callable if claim.callable in self._names else self._others.get(claim.callable, claim.callable)

    def is_same(self, claim: Claim, ran: Ran) -> bool:
        """Tell whether what ran is what was said: the class, the function, or the definition of the method."""
        said = self._names.get(self._path(claim))
        if said is None or ran.names is None:
            return False
        return said.own == ran.names.own or said.definition == ran.names.definition


def read_run(entry: Mapping[str, Any]) -> Ran:
    """Return one entry of a record."""
    return Ran(
        place=tuple(entry["place"]),
        kind=entry["kind"],
        names=None if entry["own"] is None else Names(entry["own"], entry["definition"]),
        passed=None if entry["passed"] is None else frozenset(entry["passed"]),
        defaulted=None if entry["defaulted"] is None else frozenset(entry["defaulted"]),
        is_through=entry.get("through", False),
    )


def read_claim(entry: Mapping[str, Any]) -> Claim:
    """Return one call of an inventory."""
    place = (entry.get("cell"), entry["line"], entry["column"], entry["end_line"], entry["end_column"])
    return Claim(
        place=place,
        callable=entry["callable"],
        distribution=entry["distribution"],
        certainty=entry["certainty"],
        omitted=frozenset(entry["omitted"]),
        is_open=entry["passed"]["splat"] or entry["passed"]["double_splat"],
    )


def score(
    name: str, runs: Iterable[Ran], claims: Iterable[Claim], constructs: Mapping[Place, str], known: Known
) -> Tally:
    """Return the counts of one script.

    Every pair of a call site and a callable of the rules that ran there counts once for what was found; every claim on
    a call site that ran counts once for what is right. A claim that is `certain` is right if nothing else ran there;
    any other is right if its callable ran there, too.

    Args:
        name: How the script is called.
        runs: What ran.
        claims: What was said.
        constructs: How callees are written.
        known: The callables of the rules.
    """
    tally = Tally()
    ran_at: dict[Place, list[Ran]] = defaultdict(list)
    for ran in runs:
        ran_at[ran.place].append(ran)
    said_at: dict[Place, list[Claim]] = defaultdict(list)
    for claim in claims:
        said_at[claim.place].append(claim)
    for place, there in sorted(ran_at.items(), key=lambda item: (item[0][0] or 0, *item[0][1:])):
        site = Site(where(name, place), constructs.get(place, "other expression"), tuple(there), tuple(said_at[place]))
        site.count_found(tally, known)
        for claim in said_at[place]:
            site.count_right(tally, claim, known)
    return tally


@dataclass(frozen=True, slots=True)
class Site:
    """A call site that ran.

    Attributes:
        where: File and line.
        construct: How the callee is written.
        ran: What ran there.
        said: What was said about it.
    """

    where: str
    construct: str
    ran: tuple[Ran, ...]
    said: tuple[Claim, ...]

    def count_found(self, tally: Tally, known: Known) -> None:
        """Count the callables of the rules that ran here, by the best certainty that was said."""
        order = ("certain", "likely", "possible")
        direct = {path: ran for ran in self.ran if not ran.is_through and (path := known.find(ran)) is not None}
        for path, ran in direct.items():
            certainties = [claim.certainty for claim in self.said if known.is_same(claim, ran)]
            best = min(certainties, key=order.index, default=NOT_FOUND)
            tally.found[Found(known.distribution(path), ran.kind or "", self.construct, best)] += 1
            if best == NOT_FOUND:
                tally.failures.append(Failure(NOT_FOUND, self.construct, self.where, self.shown, path))

    def count_right(self, tally: Tally, claim: Claim, known: Known) -> None:
        """Count one claim, and its parameters where it is right."""
        direct = [ran for ran in self.ran if not ran.is_through]
        same = [ran for ran in direct if known.is_same(claim, ran)]
        through = any(known.is_same(claim, ran) for ran in self.ran if ran.is_through)
        is_right = bool(same) and len(same) == len(direct) if claim.certainty == "certain" else bool(same) or through
        kind = next((ran.kind for ran in (*same, *direct) if ran.kind is not None), "") or "none"
        tally.judged[Judged(claim.distribution, kind, self.construct, claim.certainty, is_right)] += 1
        if not is_right:
            ran_names = ", ".join(sorted({ran.names.own if ran.names else "something else" for ran in self.ran}))
            sort = f"wrong {claim.certainty}"
            tally.failures.append(Failure(sort, self.construct, self.where, claim.callable, ran_names))
        for ran in same if is_right else ():
            self._count_parameters(tally, claim, ran, known.defaults(claim))

    def _count_parameters(self, tally: Tally, claim: Claim, ran: Ran, declared: frozenset[str]) -> None:
        """Compare what is passed and what is left out, of the parameters that both sides know."""
        if ran.passed is None or ran.defaulted is None:
            return
        compared = declared & (ran.passed | ran.defaulted)
        wrong = sorted(compared & ((claim.omitted & ran.passed) | (ran.defaulted - claim.omitted)))
        tally.compared[Compared(claim.certainty, claim.is_open, is_right=True)] += len(compared) - len(wrong)
        tally.compared[Compared(claim.certainty, claim.is_open, is_right=False)] += len(wrong)
        if wrong and not claim.is_open:
            tally.failures.append(Failure("parameters", self.construct, self.where, claim.callable, ", ".join(wrong)))

    @property
    def shown(self) -> str:
        """What was said here, in short."""
        return ", ".join(sorted({f"{claim.callable} [{claim.certainty}]" for claim in self.said})) or "nothing"


def where(name: str, place: Place) -> str:
    """Return file and line of a place."""
    cell = "" if place[0] is None else f":cell {place[0] + 1}"
    return f"{name}{cell}:{place[1]}"
