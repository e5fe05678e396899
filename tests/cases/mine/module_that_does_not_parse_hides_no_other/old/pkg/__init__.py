# case: a member that is no Python is told, and the others are read
from .good import f
