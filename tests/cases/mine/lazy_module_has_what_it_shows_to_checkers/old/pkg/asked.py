from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pkg._train import Trainer, tune

__all__ = ["tune"]

def __getattr__(name):
    return load(name)
