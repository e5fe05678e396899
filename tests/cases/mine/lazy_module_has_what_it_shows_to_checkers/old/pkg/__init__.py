# case: a module that loads its names late has those that it imports for type checkers
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._train import Trainer
    try:
        if not has_engine():
            raise ImportError
    except ImportError:
        pass
    else:
        from ._train import tune
else:
    from ._loader import Late

    sys.modules[__name__] = Late(__name__, {"_train": ["Trainer", "tune"]})
