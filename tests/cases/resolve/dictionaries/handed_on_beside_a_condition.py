# case: what a condition chooses may be changed by whoever has it then
from sklearn.cluster import KMeans

CHOSEN = {"km": KMeans}
EITHER = {"km": KMeans}
other = CHOSEN if x else {}
fill(other)
fill(EITHER or {})
if fill(CHOSEN):
    pass
CHOSEN["km"](3)
EITHER["km"](3)
