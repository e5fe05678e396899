# case: of overloads only the implementation counts
from typing import overload


@overload
def load(name: str) -> str: ...


@overload
def load(name: str, raw: bool) -> bytes: ...


def load(name, raw=False) -> object:
    pass
