# case: the overloads of a stub are one function; where they differ the default is not known
from ._fast import Engine, grow
