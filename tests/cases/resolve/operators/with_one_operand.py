# case: `-df`, `~mask` and `abs(df)` are what operators give; `not df` and those of numbers are not
import pandas as pd

df = pd.DataFrame()  # call: pandas.DataFrame()
(-df).groupby(k)  # call: pandas.DataFrame.groupby(_)
(~df["a"]).apply(f)  # call: pandas.Series.apply(_)
abs(df).groupby(k)  # call: pandas.DataFrame.groupby(_)
round(df["a"], 1).apply(f)  # call: pandas.Series.apply(_)
(not df).groupby(k)
abs(-1).groupby(k)
(-unknown).groupby(k)
abs(unknown).groupby(k)
round(*df).groupby(k)
