# case: of conditional definitions the one counts that the newest interpreter and dependencies take
import os
import sys
from typing import TYPE_CHECKING

import numpy as np

if sys.version_info[0] >= 3:

    def text(encoding="utf-8"):
        pass

else:

    def text(encoding="ascii"):
        pass


if np.__version__ < (1, 7):

    def norm(x, axis=0):
        pass

else:

    def norm(x, axis=None):
        pass


try:
    from numpy import solve
except ImportError:

    def solve(a, b, fast=False):
        pass


if os.environ.get("PKG_SITE_TOOLS", False):
    from tools import run
else:

    def run(jobs=1):
        pass


if TYPE_CHECKING:

    def typed(x=1):
        pass


if HAS_SOMETHING:

    def either(x="first"):
        pass

else:

    def either(x="second"):
        pass

    def only_there(x=3):
        pass
