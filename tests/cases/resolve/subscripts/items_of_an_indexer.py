# case: what stands between a class and its items is asked for them by both parts between the brackets
import pandas as pd

df = pd.DataFrame()  # call: pandas.DataFrame()
df.loc[:, "a"].apply(f)  # call: pandas.Series.apply(_)
df.loc[1:, ["a", "b"]].groupby(k)  # call: pandas.DataFrame.groupby(_)
df.loc[df["a"] + 1, "b"].apply(f)  # call: pandas.Series.apply(_)
df.loc[rows].groupby(k)  # call: pandas.DataFrame.groupby(_)
df.loc[:, column].apply(f)
df.loc["x", "a"].apply(f)
df.loc[:, "a", "b"].apply(f)
df.loc(0).groupby(k)
df.loc.groupby(k)
loc = df.loc
loc[:, "a"].apply(f)  # call: pandas.Series.apply(_)
