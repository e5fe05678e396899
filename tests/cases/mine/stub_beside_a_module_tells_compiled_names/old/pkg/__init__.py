# case: a stub beside a module tells what compiled names are, and nothing about names with source
from ._core import array, shape
