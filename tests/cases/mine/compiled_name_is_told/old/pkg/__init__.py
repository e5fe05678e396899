# case: a public name that leads to a compiled module is not listed but told
from ._fast import quick
from .slow import f
