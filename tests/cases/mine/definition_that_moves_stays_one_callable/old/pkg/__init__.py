# case: the same callable is followed to another private module as long as a public path is shared
from .thing_ import Thing
