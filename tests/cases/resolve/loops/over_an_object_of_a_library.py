# case: iterating over an object of a library gives what its class says, and nothing where it says nothing
import pandas as pd

df = pd.DataFrame()  # call: pandas.DataFrame()
for name, group in df.groupby(k):  # call: pandas.DataFrame.groupby(_)
    group.groupby(k)  # call: pandas.DataFrame.groupby(_)
    name.groupby(k)
groups = [group for _, group in df.groupby(k)]  # call: pandas.DataFrame.groupby(_)
groups[0].groupby(k)  # call: pandas.DataFrame.groupby(_)
for index, (name, group) in enumerate(df.groupby(k)):  # call: pandas.DataFrame.groupby(_)
    group.groupby(k)  # call: pandas.DataFrame.groupby(_)
    index.groupby(k)
(_, first), *others = df.groupby(k)  # call: pandas.DataFrame.groupby(_)
first.groupby(k)  # call: pandas.DataFrame.groupby(_)
others[0][1].groupby(k)  # call: pandas.DataFrame.groupby(_)
for group in df.groupby(k):  # call: pandas.DataFrame.groupby(_)
    group.groupby(k)
for column in df:
    column.groupby(k)
for value in df["a"]:
    value.groupby(k)
