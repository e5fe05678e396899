# case: a star brings all public names where running code puts `__all__` together
from ._numeric import *
