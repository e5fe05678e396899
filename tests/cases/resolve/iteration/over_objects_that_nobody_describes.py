# case: what iterating or unpacking an object of a library gives is not known where nobody tells it
import pandas as pd

for column in pd.Series(values):
    column.groupby("a")
first, second = pd.Series(values)
second.groupby("a")
first, *others = pd.DataFrame.groupby
first.groupby("a")
for group in load().groupby("a"):
    group.groupby("b")
