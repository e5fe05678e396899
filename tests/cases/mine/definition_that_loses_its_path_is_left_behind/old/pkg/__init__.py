# case: a definition that stays, but that nobody reaches any more, is not the callable: the one that has its path is
from pkg._plain import read
