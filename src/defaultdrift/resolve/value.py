"""What an expression may be: a tuple of alternatives, none of which holds a node of the syntax tree.

An expression has several alternatives where control flow joins, as after `try: ... except ImportError: ...`.
The order is the one in which they were met, so that results do not depend on hashes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from defaultdrift.model.call import Star

_MOST = 12
"""More alternatives than this are not told apart any more."""

Value: TypeAlias = "tuple[Alternative, ...]"
"""All that something may be."""


class Mark(Enum):
    """Alternatives that say nothing but how little is known."""

    UNKNOWN = "unknown"
    """Anything."""
    SHADOW = "shadow"
    """Hardly anything: a star import of another module might have replaced the name."""
    ABSENT = "absent"
    """The name is not bound on this way, so that using it raises `NameError`."""


@dataclass(frozen=True, slots=True)
class Path:
    """A module, class or function that an import leads to; a relative import keeps its dots (`.models.KM`)."""

    dotted: str


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the project.

    Attributes:
        file: Its file, or the folder of a package without one.
    """

    file: str


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a library class.

    Attributes:
        class_path: Path of the class.
        origins: The calls that may have made it, by identity. Objects are not told apart by them.
        given_by: The method, item or operator of a library that gave it, as `pandas.DataFrame.isna`; empty where that
            is nothing, or one of several.
        has_other_items: Whether its items may be other ones than its class says, as those of a table whose columns
            have several levels.
    """

    class_path: str
    origins: frozenset[int] = field(default=frozenset(), compare=False)
    has_other_items: bool = False
    given_by: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Method:
    """A method taken from an object, so that its first argument is bound.

    Attributes:
        dotted: Path of the method, below the class of the object.
        receiver: The object.
    """

    dotted: str
    receiver: Instance | Object | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the project.

    Attributes:
        key: What is remembered of it goes by this.
        name: As written; `lambda` for those without.
        receiver: What its first parameter is bound to; empty where it is bound to nothing.
    """

    key: int
    name: str
    receiver: Value = ()


@dataclass(frozen=True, slots=True)
class Class:
    """A class of the project.

    Attributes:
        key: What is remembered of it goes by this.
        name: As written.
        base: Where the name of the library class leads to that it is derived from; empty where there is none, or
            nobody knows what it is derived from besides.
        class_path: Path of that class.
        overridden: Names that the bodies of the class and of its bases in the project bind.
        is_open: Whether it may be a subclass that nobody sees, as in a method of a class.
    """

    key: int
    name: str
    base: str = ""
    class_path: str = ""
    overridden: frozenset[str] = frozenset()
    is_open: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Record:
    """A type of dictionaries that the project describes: `class Options(TypedDict)`.

    Attributes:
        name: As written.
        keys: That each of them has.
        is_open: Whether some have others.
    """

    name: str
    keys: tuple[str, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Object:
    """An object of a class of the project.

    Attributes:
        cls: The class.
        origins: The calls that may have made it, by identity.
        is_open: Whether its class may be a subclass that nobody sees, as `self` in a method.
    """

    cls: Class
    origins: frozenset[int] = field(default=frozenset(), compare=False)
    is_open: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Super:
    """What `super()` gives in a method: the object, seen as one of the bases of a class."""

    cls: Class


class Given(NamedTuple):
    """One argument as it is written.

    Attributes:
        keyword: Keyword it is passed by, or `None`.
        star: How it is unpacked.
        value: What it may be.
    """

    keyword: str | None
    star: Star
    value: Value


@dataclass(frozen=True, slots=True)
class Partial:
    """What `functools.partial` makes of a callable.

    Attributes:
        target: The callable.
        given: What is passed already.
        origin: The call that made it, by identity.
    """

    target: Path | Method | Class | Function
    given: tuple[Given, ...]
    origin: int


@dataclass(frozen=True, slots=True)
class Parameter:
    """Whatever a caller passes to a function of the project: nothing is known, until a call of it is met.

    Attributes:
        function: Key of the function.
        name: Of the parameter.
        stars: How many stars it has.
    """

    function: int
    name: str
    stars: int = 0

    @property
    def is_named_rest(self) -> bool:
        """Whether it is `**kwargs`."""
        return self.stars == 2


@dataclass(frozen=True, slots=True)
class Many:
    """A container whose length nobody knows; the annotation `list[X]` says what is in it.

    Attributes:
        element: What iterating gives.
        item: What an index or a key gives.
    """

    element: Value
    item: Value


@dataclass(frozen=True, slots=True)
class Plain:
    """An object of a built-in class that is no container, of which only the class is known."""

    name: str


@dataclass(frozen=True, slots=True)
class Builtin:
    """A built-in name that nothing in the file binds."""

    name: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A method of a built-in container that only reads it, such as `values` of a dictionary.

    Attributes:
        owner: The container.
        name: Of the method.
    """

    owner: Items | Entries | Many
    name: str


@dataclass(frozen=True, slots=True)
class Defined:
    """Something of this file that leads to no callable, such as a type parameter."""

    name: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A number, a string, bytes, a constant. `text` is its source."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A tuple, list or set displayed in the source, of known length."""

    values: tuple[Value, ...]
    brackets: str


@dataclass(frozen=True, slots=True)
class Entries:
    """A dictionary displayed in the source.

    Attributes:
        pairs: Source text of the key, which is a literal, and the value; each key once.
        is_open: Whether there may be other entries, which may also replace those known.
        others: What the entries are that are not known, where there may be some.
        parts: What it was merged from, the later ones replacing the earlier ones, where what a function is given is
            among them, which a call of the function tells.
    """

    pairs: tuple[tuple[str, Value], ...]
    is_open: bool = False
    parts: tuple[Value, ...] = ()
    others: Value = (Mark.UNKNOWN,)


Alternative: TypeAlias = (
    Mark
    | Path
    | Module
    | Instance
    | Method
    | Function
    | Class
    | Record
    | Object
    | Super
    | Partial
    | Parameter
    | Many
    | Plain
    | Builtin
    | Reading
    | Defined
    | Literal
    | Items
    | Entries
)

UNKNOWN: Value = (Mark.UNKNOWN,)
ABSENT: Value = (Mark.ABSENT,)


def join(*values: Value) -> Value:
    """Return all alternatives of several values, each once, in the order given.

    Example:
        >>> join((Path("a"),), (Path("b"), Path("a")))
        (Path(dotted='a'), Path(dotted='b'))
    """
    first = values[0]
    if all(value is first for value in values):
        return first
    found: dict[Alternative, Alternative] = {}
    for value in values:
        for alternative in value:
            known = found.setdefault(alternative, alternative)
            if known is not alternative:
                found[alternative] = _same(known, alternative)
    joined = tuple(found.values())
    return joined if len(joined) <= _MOST else (*joined[:_MOST], Mark.UNKNOWN)


def _same(known: Alternative, other: Alternative) -> Alternative:
    """Return one alternative for two that are equal: any of the calls may have made an object of one class."""
    if isinstance(known, Instance) and isinstance(other, Instance):
        if known.given_by != other.given_by:
            known = replace(known, given_by="")
        return known if other.origins <= known.origins else replace(known, origins=known.origins | other.origins)
    if isinstance(known, Object) and isinstance(other, Object):
        origins, is_open = known.origins | other.origins, known.is_open or other.is_open
        is_new = (origins, is_open) != (known.origins, known.is_open)
        return replace(known, origins=origins, is_open=is_open) if is_new else known
    if isinstance(known, Method) and isinstance(known.receiver, Instance) and given_by(known) != given_by(other):
        return replace(known, receiver=replace(known.receiver, given_by=""))
    return known


def given_by(alternative: Alternative) -> str:
    """Return what gave the object that a method is taken from; empty where that is not known."""
    receiver = alternative.receiver if isinstance(alternative, Method) else None
    return receiver.given_by if isinstance(receiver, Instance) else ""


def opened(value: Value) -> Value:
    """Return classes and objects of the project that may be those of a subclass which nobody sees."""
    return tuple(replace(a, is_open=True) if isinstance(a, (Class, Object)) else a for a in value)


def perhaps_another(value: Value) -> Value:
    """Return what is had from `self`, where a subclass elsewhere may have another class or function instead."""
    return join(value, (Mark.SHADOW,)) if any(isinstance(a, (Path, Class, Partial)) for a in value) else value


def only(value: Value) -> Alternative:
    """Return the alternative of a value that has one, and `Mark.UNKNOWN` for every other value.

    That a name is not bound is no alternative: where its value is used, it was.
    """
    present = [alternative for alternative in value if alternative is not Mark.ABSENT]
    return present[0] if len(present) == 1 else Mark.UNKNOWN
