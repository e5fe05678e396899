# case: what `map` and `sorted` hand to functions of others leads nowhere
import pandas as pd

for value in map(load, [pd]):
    value.groupby(k)
for value in map(pd.unknown, [1]):
    value.groupby(k)
sorted([1, 2], key=lambda n: n.groupby(k))
list(map(lambda n: n.groupby(k), [1, 2]))
list(map(lambda n: n.groupby(k), load()))
