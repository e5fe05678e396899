# case: a future statement changes nothing
from __future__ import annotations, division

division.KMeans()
annotations()
