"""Find the callable that a user means by a path, by the end of one, or by a name with a typing error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.errors import UsageError

if TYPE_CHECKING:
    from defaultdrift.model.signature import CallableHistory
    from defaultdrift.rules.ruleset import Api


def find_callable(api: Api, path: str) -> CallableHistory:
    """Return the one callable that a path leads to.

    Args:
        api: The signatures of one distribution.
        path: Any import path, canonical or not, or the end of a canonical one, such as `KMeans`.

    Raises:
        UsageError: None or several are meant; the advice lists what is near.
    """
    if not path:
        raise UsageError("no callable given")
    exact = api.find_by_import_path(path)
    if exact is not None:
        return exact
    names = api.canonical_paths()
    ending = [name for name in names if name.endswith(f".{path}")]
    shortest = min((name.count(".") for name in ending), default=0)
    nearest = [name for name in ending if name.count(".") == shortest]
    if len(nearest) == 1 and (found := api.find(nearest[0])) is not None:
        return found
    if nearest:
        raise UsageError(f"{path!r} may be {len(nearest)} callables", f"give one of: {', '.join(nearest[:8])}")
    from difflib import get_close_matches

    wanted = path.rpartition(".")[2]
    close = get_close_matches(wanted, {name.rpartition(".")[2] for name in names}, n=3)
    advice = f"close names: {', '.join(close)}" if close else "`defaultdrift rules show DIST==VERSION` lists all"
    raise UsageError(f"no callable {path!r}", advice)
