# case: dataclasses and named tuples are constructed with their fields
from collections import namedtuple
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

Point = namedtuple("Point", "x y", defaults=[0])
Anything = namedtuple("Anything", FIELDS)


@dataclass
class Base:
    name: str
    limit: ClassVar[int] = 3
    size: int = 1


@dataclass(kw_only=True)
class Tags(Base):
    values: list = field(default_factory=list)
    hidden: int = field(default=2, init=False)


class Pair(NamedTuple):
    left: int
    right: int = 5
