# case: with a starred name it is not known which element a name gets, of an object of a library neither
import pandas as pd

first, *others = load(pd)
first.groupby("a")
for other in others:
    other.groupby("b")
*several, last = pd.unknown("a.csv", chunksize=3)
last.groupby("c")
