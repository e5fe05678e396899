# case: the bases behind six.with_metaclass hand their constructor on
from .base import Child
