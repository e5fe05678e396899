# case: classes of attrs and models of pydantic are constructed with their fields
import attr
from attrs import Factory, define, field
from pydantic import BaseModel, Field, PrivateAttr
from typing import ClassVar, List

@attr.s(auto_attribs=False)
class Plain:
    x = attr.ib()
    y: int = attr.ib(default=2)
    _seen = attr.ib(factory=list)
    count = attr.ib(default=0, init=False)
    note: str = "no field"

@define
class Typed(Base):
    name: str
    size: int = 1
    tags: list = Factory(list)
    limit: ClassVar[int] = 3
    deep: bool = field(default=False, kw_only=True)

class Settings(BaseModel):
    path: str
    depth: int = 3
    width: int = Field(7, gt=0)
    must: str = Field(..., min_length=1)
    names: List[str] = Field(default_factory=list)
    kind: ClassVar[str] = "settings"
    model_config = {"frozen": True}
    _cache: int = PrivateAttr(1)

class More(Settings):
    depth: int = 4

class Own(BaseModel):
    size: int = 1
    def __init__(self, size=2, **data): ...
