from typing import TYPE_CHECKING, Hashable

if TYPE_CHECKING:
    import numpy.typing as npt

Label = Hashable
