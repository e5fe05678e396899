"""Ways to write a module that mean the same to Python: the laws of `test_rewriting.py` hold every case against them.

A way takes a module and gives the files that say the same, by path, or nothing where it does not apply: where a string
spells a name, where a name is bound in several ways, where the grammar has no place for what would be moved.

Source: https://docs.python.org/3/reference/executionmodel.html
"""

from __future__ import annotations

import builtins
import io
import json
import re
import tokenize
from functools import cached_property, partial

import libcst as cst
from libcst import matchers as m
from libcst.helpers import get_full_name_for_node
from libcst.metadata import GlobalScope, ImportAssignment, MetadataWrapper, PositionProvider, ScopeProvider

from defaultdrift.model.call import Span

_NUMBER = re.compile(r"# @(\d+)")
_IMPORT = m.SimpleStatementLine(body=[m.Import() | m.ImportFrom()])
_FUTURE = m.ImportFrom(module=m.Name("__future__"))
_DOCSTRING = m.Expr(m.SimpleString())
_UNRELATED = """\
import os

LIMIT = 3


def unrelated(first, *others, **named):
    return os.path.join(first, *others)


"""


def number_lines(text):
    """Return a text with the number of each line in a comment at its end, where one can stand."""
    inside = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        inside.update(range(token.start[0], token.end[0]))
    numbered = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        is_open = number in inside or line.endswith("\\") or not line.strip() or line.lstrip().startswith("#")
        numbered.append(line if is_open else f"{line}  # @{number}")
    return "\n".join(numbered) + "\n"


def original_line(text, line):
    """Return the number that stands at the end of a line, or of the next one that has one."""
    following = text.split("\n")[line - 1 :]
    return next((int(found[1]) for one in following if (found := _NUMBER.search(one))), 0)


class Written:
    """A module that is to be written in other ways.

    Attributes:
        text: Of it, with numbered lines.
        module: Its tree.
        sites: Spans of the calls that are sure to be calls of something known.
    """

    def __init__(self, text, sites=frozenset()):
        self.text = text
        self.sites = sites
        self._wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
        self.module = self._wrapper.module

    @cached_property
    def _scopes(self):
        found = {id(scope): scope for scope in self._wrapper.resolve(ScopeProvider).values() if scope is not None}
        return sorted(found.values(), key=lambda scope: not isinstance(scope, GlobalScope))

    @cached_property
    def bindings(self):
        """What binds each name of the module itself. `import a.b` binds `a.b`, and `a` too."""
        bindings = {}
        for assignment in (one for scope in self._scopes[:1] for one in scope.assignments):
            bindings.setdefault(assignment.name, []).append(assignment)
        return bindings

    @cached_property
    def hidden(self):
        """Names whose uses cannot all be told: bound in other scopes or by patterns, spelled, built in, or odd."""
        spelled = re.findall(r"\w+", " ".join(map(_code, self.find(cst.SimpleString, cst.FormattedStringText))))
        patterns = self.find(cst.MatchAs, cst.MatchStar, cst.MatchMapping)
        captured = [one.rest if isinstance(one, cst.MatchMapping) else one.name for one in patterns]
        return {
            *(one.name for scope in self._scopes[1:] for one in scope.assignments),
            *(name for name in self.bindings if not name.isascii()),
            *(name.value for name in captured if name is not None),
            *spelled,
            *dir(builtins),
        }

    @cached_property
    def names(self):
        """Each name that anything binds anywhere, or may."""
        return self.hidden | {name.partition(".")[0] for name in self.bindings}

    @cached_property
    def _nodes(self):
        found = {}
        for node in _all_below(self.module):
            found.setdefault(type(node), []).append(node)
        return found

    @cached_property
    def _inside(self):
        texts = self.find(cst.FormattedString, cst.TemplatedString)
        return {id(node) for text in texts for node in _all_below(text)}

    def find(self, *types):
        """Return the nodes of some types."""
        return [node for one in types for node in self._nodes.get(one, ())]

    @property
    def has_future(self):
        """Whether it begins with a statement that may stand nowhere else."""
        return any(m.matches(one, _FUTURE) for one in self.find(cst.ImportFrom))

    def calls(self):
        """Return the calls, but those inside of format strings, where not everything can be written."""
        return [call for call in self.find(cst.Call) if id(call) not in self._inside]

    def imported(self):
        """Yield the names that imports alone bind, and the bindings of each."""
        dotted = {name.partition(".")[0] for name in self.bindings if "." in name}
        for name, bindings in sorted(self.bindings.items()):
            is_plain = "." not in name and name not in dotted | self.hidden
            if is_plain and all(isinstance(one, ImportAssignment) for one in bindings):
                yield name, bindings

    def called(self):
        """Return the calls at the sites."""
        places = self._wrapper.resolve(PositionProvider) if self.sites else {}
        calls = [call for call in self.calls() if isinstance(call.func, (cst.Name, cst.Attribute))]
        return [call for call in calls if self.sites and _span(places[call]) in self.sites]

    def replaced(self, changes):
        """Return the module with nodes replaced, told by their identity; nothing where there are none."""
        return {"main.py": self.module.visit(_Replacing(changes)).code} if changes else None


def _all_below(node):
    yield node
    for child in node.children:
        yield from _all_below(child)


class _Replacing(cst.CSTTransformer):
    def __init__(self, changes):
        super().__init__()
        self.changes = changes

    def on_leave(self, original_node, updated_node):
        change = self.changes.get(id(original_node))
        return updated_node if change is None else change(updated_node)


def _span(place):
    return Span(place.start.line, place.start.column + 1, place.end.line, place.end.column + 1)


def _code(*nodes):
    return cst.Module(()).code_for_node(nodes[0]) if len(nodes) == 1 else "".join(map(_code, nodes))


def _bound_by(alias):
    return alias.evaluated_alias or alias.evaluated_name.partition(".")[0]


def _uses(bindings):
    return [use.node for one in bindings for use in one.references]


def _as(name, alias):
    return alias.with_changes(asname=cst.AsName(cst.Name(name)))


def _spelled(path, use):
    return cst.parse_expression(path).with_changes(lpar=use.lpar, rpar=use.rpar)


def rename_imports(written):
    """`from a import b` becomes `from a import b as b_2`."""
    changes = {}
    for name, bindings in written.imported() if not written.find(cst.ImportStar) else ():
        aliases = [alias for one in bindings for alias in one.node.names if _bound_by(alias) == name]
        changes.update({id(alias): partial(_as, f"{name}_2") for alias in aliases})
        changes.update({id(use): partial(_spelled, f"{name}_2") for use in _uses(bindings)})
    return written.replaced(changes)


def assign_imports(written):
    """`from a import b` becomes `from a import b as b_2; b = b_2`."""
    changes = {}
    for statement in (one for one in written.find(cst.SimpleStatementLine) if m.matches(one, _IMPORT)):
        node = statement.body[0]
        if isinstance(node.names, cst.ImportStar) or m.matches(node, _FUTURE):
            continue
        if any(alias.asname is None and "." in alias.evaluated_name for alias in node.names):
            continue
        names = [_bound_by(alias) for alias in node.names]
        changes.update({id(alias): partial(_as, f"{_bound_by(alias)}_2") for alias in node.names})
        more = cst.parse_statement("; ".join(f"{name} = {name}_2" for name in names)).body
        changes[id(statement)] = lambda line, more=more: line.with_changes(body=[*line.body, *more])
    return written.replaced(changes)


def import_modules(written):
    """`from a.b import C` becomes `import a.b`, and `C` becomes `a.b.C`."""
    changes = {}
    for _, bindings in written.imported() if not written.find(cst.ImportStar, cst.Global, cst.Del) else ():
        node = bindings[0].node
        if len(bindings) > 1 or not isinstance(node, cst.ImportFrom) or node.relative or len(node.names) > 1:
            continue
        module = get_full_name_for_node(node.module)
        if module.partition(".")[0] in {*written.names, "__future__"}:
            continue
        changes[id(node)] = lambda _, name=module: cst.Import([cst.ImportAlias(cst.parse_expression(name))])
        path = f"{module}.{node.names[0].evaluated_name}"
        changes.update({id(use): partial(_spelled, path) for use in _uses(bindings)})
    return written.replaced(changes)


def import_from(written):
    """`import a.b` becomes `from a import b as b_2`, and `a.b` becomes `b_2`; the same with `import a.b as c`."""
    changes = {}
    for name, bindings in sorted(written.bindings.items()):
        node = bindings[0].node if isinstance(bindings[0], ImportAssignment) else None
        if not isinstance(node, cst.Import) or len(node.names) > 1 or "." not in node.names[0].evaluated_name:
            continue
        root = name.partition(".")[0]
        others = [one for other, some in written.bindings.items() if other.partition(".")[0] == root for one in some]
        is_alone = all(one.node is node for one in others) and (name == root or not _uses(written.bindings[root]))
        if not is_alone or root in written.hidden or (name == root and node.names[0].asname is None):
            continue
        module, _, last = node.names[0].evaluated_name.rpartition(".")
        text = f"from {module} import {last} as {last}_2"
        changes[id(node)] = lambda _, text=text: cst.parse_statement(text).body[0]
        changes.update({id(use): partial(_spelled, f"{last}_2") for use in _uses(bindings)})
    return written.replaced(changes)


def _below(head, *after, unless=()):
    """Return a way that puts the whole module below a head."""

    def way(written):
        if written.has_future or written.find(*unless) or "\f" in written.text:  # which begins a line anew
            return None
        block = cst.parse_statement(f"{head}\n    pass\n").with_changes(body=cst.IndentedBlock(written.module.body))
        statements = [block, *(cst.parse_statement(line) for line in after)]
        return {"main.py": written.module.with_changes(body=statements).code}

    return way


def put_in_try(written):
    """The module is run below `try`."""
    if written.has_future or "\f" in written.text:
        return None
    block = cst.parse_statement("try:\n    pass\nfinally:\n    print()\n")
    block = block.with_changes(body=cst.IndentedBlock(written.module.body))
    return {"main.py": written.module.with_changes(body=[block]).code}


def put_behind(written):
    """Something that has nothing to do with the module stands before it."""
    if {"os", "LIMIT", "unrelated"} & written.names:
        return None
    body = written.module.body
    first = m.SimpleStatementLine(body=[_FUTURE | _DOCSTRING])
    count = next((number for number, one in enumerate(body) if not m.matches(one, first)), len(body))
    statements = [*body[:count], *cst.parse_module(_UNRELATED).body, *body[count:]]
    return {"main.py": written.module.with_changes(body=statements).code}


def reverse_keywords(written):
    """Keyword arguments are passed in the opposite order."""
    changes = {}
    for call in written.calls():
        places = [index for index, argument in enumerate(call.args) if argument.keyword is not None]
        if len(places) > 1 and not any(argument.star == "**" for argument in call.args):
            changes[id(call)] = partial(_reversed, places)
    return written.replaced(changes)


def _reversed(places, call):
    arguments = list(call.args)
    for place, index in zip(places, reversed(places), strict=True):
        here = call.args[place]
        arguments[place] = call.args[index].with_changes(
            comma=here.comma, whitespace_after_arg=here.whitespace_after_arg
        )
    return call.with_changes(args=arguments)


def parenthesise(written):
    """Every call, what it calls and what it passes stands in parentheses."""
    return written.replaced({id(call): _parenthesised for call in written.calls()})


def _parenthesised(call):
    arguments = [argument.with_changes(value=_in_parentheses(argument.value)) for argument in call.args]
    return _in_parentheses(call.with_changes(func=_in_parentheses(call.func), args=arguments))


def _in_parentheses(node):
    return node.with_changes(lpar=[cst.LeftParen(), *node.lpar], rpar=[*node.rpar, cst.RightParen()])


def unpack_arguments(written):
    """`f(1, a=2)` becomes `f(*(1,), **{"a": 2})`."""
    calls = [call for call in written.called() if call.args and not any(argument.star for argument in call.args)]
    return written.replaced({id(call): _unpacked for call in calls if _is_unpackable(call)})


def _is_unpackable(call):
    """Tell whether a call stands on one line, so that no comment is lost, and passes more than a bare generator."""
    return "\n" not in _code(call) and not m.matches(call.args[0].value, m.GeneratorExp(lpar=[]))


def _unpacked(call):
    positional = [cst.Element(argument.value) for argument in call.args if argument.keyword is None]
    named = [argument for argument in call.args if argument.keyword is not None]
    pairs = [cst.DictElement(cst.SimpleString(repr(one.keyword.value)), one.value) for one in named]
    arguments = [cst.Arg(cst.Tuple(positional), star="*")] if positional else []
    return call.with_changes(args=[*arguments, *([cst.Arg(cst.Dict(pairs), star="**")] if pairs else [])])


def _calling(template):
    """Return a way that says what is called by another expression."""

    def way(written):
        return written.replaced({id(call): partial(_called_by, template) for call in written.called()})

    return way


def _called_by(template, call):
    return call.with_changes(func=cst.parse_expression(template.format(_code(call.func))))


def _movable(written):
    """Return the imports at the top, and the functions and classes that need nothing but them and each other."""
    body = written.module.body
    imports = [one for one in body if m.matches(one, _IMPORT) and not m.matches(one.body[0], _FUTURE)]
    nodes = [one.body[0] for one in imports]
    bound = {name.partition(".")[0] for name in written.bindings}
    free = bound - {name.partition(".")[0] for name, some in written.bindings.items() if not _all_in(some, nodes)}
    defined = {one.name.value: one for one in body if m.matches(one, m.FunctionDef() | m.ClassDef())}
    moved = {
        name: one
        for name, one in defined.items()
        if len(written.bindings[name]) == 1 and not any(isinstance(node, cst.Global) for node in _all_below(one))
    }
    needs = {name: _needs(written, one) for name, one in moved.items()}
    while lost := [name for name in needs if needs[name] - free - set(needs)]:
        needs = {name: some for name, some in needs.items() if name not in lost}
    return imports, {name: moved[name] for name in needs}


def _all_in(bindings, nodes):
    return all(any(getattr(one, "node", None) is node for node in nodes) for one in bindings)


def _needs(written, definition):
    """Return the names of the module that a definition uses."""
    inside = {id(node) for node in _all_below(definition)}
    used = (name for name, bindings in written.bindings.items() if any(id(use) in inside for use in _uses(bindings)))
    return {name.partition(".")[0] for name in used}


def _module_of(written, statements):
    future = [one for one in written.module.body if m.matches(one, m.SimpleStatementLine(body=[_FUTURE]))]
    return cst.Module([*future, *statements]).code


def _moving(statement, main, other, *empty):
    """Return a way that moves functions and classes to another module."""

    def way(written):
        imports, moved = _movable(written)
        if not moved or written.find(cst.ImportStar):
            return None
        changes = {id(one): partial(_statement, statement.format(name)) for name, one in moved.items()}
        rest = written.replaced(changes)["main.py"]
        return {main: rest, other: _module_of(written, [*imports, *moved.values()]), **dict.fromkeys(empty, "")}

    return way


def _statement(text, _):
    return cst.parse_statement(text)


def _packing(first):
    """Return a way that moves imports, functions and classes into a package, which hands them on."""

    def way(written):
        if written.find(cst.ImportStar):
            return None
        imports, moved = _movable(written)
        names = {id(one): [name] for name, one in moved.items()}
        names |= {id(one): list(dict.fromkeys(map(_bound_by, one.body[0].names))) for one in imports}
        if not names:
            return None
        changes = {key: partial(_statement, f"from pack import {', '.join(some)}") for key, some in names.items()}
        every = list(dict.fromkeys(name for some in names.values() for name in some))
        return {
            "main.py": written.replaced(changes)["main.py"],
            "pack/parts.py": _module_of(written, [*imports, *moved.values()]),
            "pack/__init__.py": first.format(names=", ".join(every), quoted=", ".join(map(repr, every))),
        }

    return way


def _cutting(path, cell, join):
    """Return a way that makes a document of a module, with a cell for each statement."""

    def way(written):
        body = written.module.body
        cells = [cst.Module([one]).code for one in body]
        header = cst.Module(body[:1], header=written.module.header).code
        return {path: join([cell(text) for text in [header, *cells[1:]]])} if body else None

    return way


def _notebook(cells):
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


WAYS = {
    "import under another name": rename_imports,
    "import and assign": assign_imports,
    "import the module": import_modules,
    "import from the module": import_from,
    "in a function": _below("def main():", "main()", unless=(cst.ImportStar, cst.Global, cst.Nonlocal)),
    "in an if": _below('if __name__ == "__main__":'),
    "in a with": _below("with open('log') as log:"),
    "in a try": put_in_try,
    "behind something else": put_behind,
    "keywords reversed": reverse_keywords,
    "in parentheses": parenthesise,
    "arguments unpacked": unpack_arguments,
    "callee in a tuple": _calling("({},)[0]"),
    "callee in a dictionary": _calling("{{'k': {}}}['k']"),
    "callee in a conditional": _calling("({0} if flag else {0})"),
    "helper in a module": _moving("from moved import {}", "main.py", "moved.py"),
    "helper in the package": _moving("from .moved import {}", "pack/main.py", "pack/moved.py", "pack/__init__.py"),
    "helper by its module": _moving("import moved; {0} = moved.{0}", "main.py", "moved.py"),
    "package": _packing("from .parts import {names}\n"),
    "package with a star": _packing("from pack.parts import *\n\n__all__ = [{quoted}]\n"),
    "notebook": _cutting("main.ipynb", lambda text: {"cell_type": "code", "source": text}, _notebook),
    "percent cells": _cutting("main.py", "# %%\n{}".format, "".join),
    "document": _cutting("main.md", "```python\n{}```\n".format, "".join),
}
"""Each way by its name."""
