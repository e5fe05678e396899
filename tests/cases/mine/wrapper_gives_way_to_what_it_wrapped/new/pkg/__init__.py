from pkg.utils import export

__all__ = ["export"]
