# case: a star import inside the library brings what __all__ lists, else every public name
from .listed import *
from .unlisted import *
