# case: a default that names a constant does what the constant says, also where the name stays and the constant changes.
from pkg._settings import EPSILON, SIZE

TIMEOUT = 30
LEVEL = 1
LEVEL = 3


def fetch(timeout=TIMEOUT, size=SIZE, epsilon=EPSILON, level=LEVEL):
    """Fetch."""
