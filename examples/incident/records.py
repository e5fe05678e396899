"""Synthetic incident records of a help desk: three regions, three priorities, one seed."""

import numpy as np

REGIONS = ("north", "south", "west")
SHARES = (0.78, 0.12, 0.10)

# Mean of (minutes to first response, affected users, reopened tickets), by region, for routine, normal and urgent.
CENTRES = {
    "north": ((167.3, 6.0, 0.0), (131.8, 30.9, 1.0), (26.2, 134.2, 3.4)),
    "south": ((316.1, 26.5, 0.6), (137.7, 37.6, 4.7), (33.8, 68.1, 5.7)),
    "west": ((278.8, 9.1, 1.7), (107.0, 26.2, 3.6), (79.8, 84.8, 5.6)),
}
SPREAD = (22.0, 5.0, 0.45)


def generate(count=3000, seed=20231114):
    """Return features (count, 3), priorities 0 to 2 (count,) and regions (count,)."""
    random = np.random.RandomState(seed)
    regions = random.choice(REGIONS, size=count, p=SHARES)
    priorities = random.choice(3, size=count, p=(0.55, 0.30, 0.15))
    centres = np.array([CENTRES[region][priority] for region, priority in zip(regions, priorities)])
    return centres + random.normal(size=(count, 3)) * SPREAD, priorities, regions
