# case: iterating over an object of the project gives nothing known
import pandas as pd


class Groups:
    def __iter__(self):
        return iter(load())


for name, group in Groups():
    group.groupby(k)
first, *others = Groups()
first.groupby(k)
others[0].groupby(k)
[group for group in Groups()][0].groupby(k)
for name, group in pd:
    group.groupby(k)
