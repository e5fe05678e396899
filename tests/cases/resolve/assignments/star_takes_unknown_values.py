# case: a star takes a list of values, whose methods are those of a list
import pandas as pd

first, *others = load(pd)
first.groupby(k)
others.groupby(k)
others[0].groupby(k)
*others, last = 1, 2, 3
others.groupby(k)
last.groupby(k)
[*others] = load(pd)
others[0].groupby(k)
