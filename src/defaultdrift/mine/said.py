"""Complete a definition by what the source says about its parameters beside signature and docstring."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from defaultdrift.mine.constraints import constraints_of_annotations, constraints_of_class, constraints_of_function
from defaultdrift.mine.inherit import Outside
from defaultdrift.mine.spoken import TELLING, words_of
from defaultdrift.model.literal import is_dotted_name, is_literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import griffe

    from defaultdrift.mine.facts import Definition
    from defaultdrift.mine.inherit import Classes
    from defaultdrift.mine.module import Module
    from defaultdrift.mine.namespace import Defined
    from defaultdrift.mine.spoken import Spoken

_WORD = re.compile(r"[A-Za-z_]\w*")


def complete_function(
    classes: Classes, definition: Definition, place: tuple[Module, str], function: griffe.Function
) -> Definition:
    """Return the definition of a function or method with decorators, warnings, accepted values and constants.

    Args:
        classes: Of the release.
        definition: What the signature says.
        place: The module in which it stands, and its name there.
        function: What griffe read.
    """
    module, name = place
    spoken = module.spoken.get(name)
    decorators = () if spoken is None else spoken.decorators
    accepted = constraints_of_annotations(function) | constraints_of_function(decorators)
    warnings = () if spoken is None else ((module.file, text) for text in spoken.warnings)
    return _complete(classes, definition, module, decorators, warnings, accepted)


def complete_class(
    classes: Classes,
    definition: Definition,
    defined: Defined,
    place: tuple[Module, str],
    function: griffe.Function | None,
) -> Definition:
    """Return the definition of a class with the same; warnings are those of all its functions, inherited or not.

    Args:
        classes: Of the release.
        definition: What the signature says.
        defined: The class.
        place: The module in which its parameters are declared, and the name of what declares them there.
        function: Its `__init__` or `__new__`; `None` where the parameters are fields.
    """
    module, name = place
    said = [spoken for place in ((defined.module, defined.name), (module, name)) if (spoken := _spoken(*place))]
    decorators = tuple(dict.fromkeys(text for spoken in said for text in spoken.decorators))
    accepted = constraints_of_annotations(function) | constraints_of_class(classes, defined)
    warnings = (
        (ancestor.module.file, text)
        for ancestor in classes.order(defined)
        if not isinstance(ancestor, Outside) and (spoken := _spoken(ancestor.module, ancestor.name))
        for text in spoken.warnings
    )
    return _complete(classes, definition, module, decorators, warnings, accepted)


def _spoken(module: Module, name: str) -> Spoken | None:
    return module.spoken.get(name)


def _complete(
    classes: Classes,
    definition: Definition,
    module: Module,
    decorators: tuple[str, ...],
    warnings: Iterable[tuple[str, str]],
    accepted: Mapping[str, tuple[str, ...]],
) -> Definition:
    names = {parameter.name for parameter in definition.parameters}
    named = ((file, text) for file, text in warnings if names.intersection(_WORD.findall(words_of(text))))
    return replace(
        definition,
        decorators=tuple(text for text in decorators if TELLING.search(text.partition("(")[0])),
        warnings=tuple(dict.fromkeys(named)),
        accepted=tuple((name, accepted[name]) for name in sorted(names.intersection(accepted))),
        constants=tuple(_constants(classes, definition, module)),
    )


def _constants(classes: Classes, definition: Definition, module: Module) -> Iterator[tuple[str, str]]:
    """Yield the defaults that are names of a constant of the library, and what they stand for."""
    texts = {parameter.default for parameter in definition.parameters if parameter.default is not None}
    for text in sorted(texts):
        if is_dotted_name(text) and not is_literal(text):
            value = classes.namespace.constant(module, text.split("."))
            if value is not None:
                yield text, value
