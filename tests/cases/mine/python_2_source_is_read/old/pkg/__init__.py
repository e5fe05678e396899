# case: a module that only Python 2 parses is read
from .text import count
