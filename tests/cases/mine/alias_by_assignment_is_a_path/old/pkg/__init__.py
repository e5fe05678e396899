# case: a module-level name for a class or function is another path to it
from . import things

OldThing = things.Thing
constant = things.limit
