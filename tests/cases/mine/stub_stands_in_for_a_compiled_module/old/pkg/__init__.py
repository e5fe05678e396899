# case: a stub is read where there is no module of its name, and only there
from ._fast import quick
from .slow import f
