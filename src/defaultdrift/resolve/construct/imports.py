"""Imports: `import sklearn.cluster as c`, `from sklearn.cluster import KMeans as KM`, `from sklearn import *`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.binding import alias_name
from defaultdrift.resolve.construct.names import imported
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.content import literal_text, string_of
from defaultdrift.resolve.members import keep_in_module
from defaultdrift.resolve.tree import dotted
from defaultdrift.resolve.value import UNKNOWN, Items, Mark, Module, Path, Value, join, only

if TYPE_CHECKING:
    from collections.abc import Iterable

    import libcst as cst

    from defaultdrift.model.known import Known
    from defaultdrift.resolve.walk import Walk


_VERSION = "__version__"


def _import(walk: Walk, node: cst.Import) -> None:
    """`import a.b` binds `a`; `import a.b as c` binds `c` to `a.b`."""
    for alias in node.names:
        name = alias_name(alias, is_from=False)
        path = name if alias.asname is None else dotted(alias.name)
        file = None if walk.link is None else walk.link.find(0, path)
        walk.flow.set(name, _beside_the_project(walk, path, (Path(path),)) if file is None else (Module(file),))
        if walk.link is not None:
            _set_in_package(walk, dotted(alias.name))


def _beside_the_project(walk: Walk, module: str, value: Value) -> Value:
    """Return what an import gives, and something unknown where the project has another module of the same name.

    The examples and tests of a library stand beside the library itself, which tells its version.
    """
    root = module.partition(".")[0]
    if walk.link is None or root not in walk.known.roots:
        return value
    files = walk.link.project.files
    file = files.find(walk.link.file, 0, root)
    text = None if file is None else files.read(file)  # a folder without text gives way to an installed package
    return value if text is None or _VERSION in text else join(value, UNKNOWN)


def _set_in_package(walk: Walk, path: str) -> None:
    """`import a.b` makes `b` an attribute of `a`, whatever `a` has under that name."""
    package, _, name = path.rpartition(".")
    if walk.link is not None and package:
        outer, inner = walk.link.find(0, package), walk.link.find(0, path)
        if outer is not None and inner is not None:
            keep_in_module(walk, outer, name, (Module(inner),))


def _import_from(walk: Walk, node: cst.ImportFrom) -> None:
    name = "" if node.module is None else dotted(node.module)
    module = "." * len(node.relative) + name
    file = None if walk.link is None else walk.link.find(len(node.relative), name)
    if file is not None:
        _import_from_project(walk, node, file)
    elif isinstance(node.names, (list, tuple)):
        prefix = module if module.endswith(".") else f"{module}."
        for alias in node.names:
            path = prefix + dotted(alias.name)
            walk.flow.set(
                alias_name(alias, is_from=True), _beside_the_project(walk, module, walk.name_in_library(path))
            )
            walk.has_lazy_annotations |= path == "__future__.annotations"
    else:
        _import_star(walk, module)


def _import_from_project(walk: Walk, node: cst.ImportFrom, file: str) -> None:
    """Bind what another module of the project gives; by `*` what its `__all__` names, or all that is not private."""
    if isinstance(node.names, (list, tuple)):
        for alias in node.names:
            walk.flow.set(alias_name(alias, is_from=True), imported(walk, file, dotted(alias.name)))
        return
    exports = walk.link.exports(file) if walk.link else {}
    listed = only(exports.get("__all__", ()))
    if isinstance(listed, Items):
        names = [name for value in listed.values if (name := string_of(literal_text(value)))]
    else:
        names = [name for name in exports if not name.startswith("_")]
    for name in names:
        walk.flow.set(name, imported(walk, file, name))
    if not exports or ("__all__" in exports and not isinstance(listed, Items)):
        walk.has_star = True
        walk.flow.weaken(walk.flow.names(), Mark.SHADOW)


def _import_star(walk: Walk, module: str) -> None:
    """Bind what a known module gives. Any other module might replace every name that is bound so far."""
    if module.partition(".")[0] in walk.known.roots:
        for name in _public_names(module, walk.known):
            walk.flow.set(name, (Path(f"{module}.{name}"),))
    else:
        walk.has_star = True
        walk.flow.weaken(walk.flow.names(), Mark.SHADOW)


def _public_names(module: str, known: Known) -> Iterable[str]:
    """Return what lies directly in a module, as far as it leads to something known.

    "If `__all__` is not defined, the set of public names includes all names found in the module's namespace which do
    not begin with an underscore character." (https://docs.python.org/3/reference/simple_stmts.html#import)
    """
    prefix = f"{module}."
    paths = (path for paths in (known.paths, known.returns) for path in paths if path.startswith(prefix))
    return sorted({name for path in paths if not (name := path[len(prefix) :].partition(".")[0]).startswith("_")})


CONSTRUCT = Construct(
    nodes={
        "Import": _import,
        "ImportFrom": _import_from,
        "LazyImport": _import,
        "LazyImportFrom": _import_from,
    }
)
