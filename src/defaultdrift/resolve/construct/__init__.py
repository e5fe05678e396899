"""What the resolver sees through: one module for each construct. To add one, write its module and its line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct import (
    assignments,
    branches,
    calls,
    classes,
    comprehensions,
    declarations,
    dictionaries,
    dynamic_names,
    failures,
    format_strings,
    functions,
    imports,
    literals,
    loops,
    names,
    operators,
    partials,
    sequences,
    subscripts,
    with_blocks,
)

if TYPE_CHECKING:
    from defaultdrift.resolve.construct.registry import CalleeReader, Construct, Handler

CONSTRUCTS: tuple[Construct, ...] = tuple(
    module.CONSTRUCT
    for module in (
        assignments,
        branches,
        calls,
        classes,
        comprehensions,
        declarations,
        dictionaries,
        dynamic_names,
        failures,
        format_strings,
        functions,
        imports,
        literals,
        loops,
        names,
        operators,
        partials,
        sequences,
        subscripts,
        with_blocks,
    )
)

NODES: dict[str, Handler] = {kind: handler for construct in CONSTRUCTS for kind, handler in construct.nodes.items()}
"""What to do with a node, by its kind."""

CALLEES: dict[str, CalleeReader] = {
    path: reader for construct in CONSTRUCTS for path, reader in construct.callees.items()
}
"""What a call gives, by the path of the callee."""
