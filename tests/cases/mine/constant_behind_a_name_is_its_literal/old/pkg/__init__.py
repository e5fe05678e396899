# case: a default that names a constant does what the constant says, also where the name stays and the constant changes.
from pkg._settings import EPSILON, SIZE

TIMEOUT = 10
LEVEL = 1
LEVEL = 2


def fetch(timeout=TIMEOUT, size=64, epsilon=EPSILON, level=LEVEL):
    """Fetch."""
