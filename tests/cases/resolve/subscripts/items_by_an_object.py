# case: an object of a library asks for items as its class does; other objects as anything
import pandas as pd

df = pd.DataFrame()  # call: pandas.DataFrame()
mask = df["a"] + 1
df[mask].groupby(k)  # call: pandas.DataFrame.groupby(_)
df[mask].apply(f)
df[other].groupby(k)  # call: pandas.DataFrame.groupby(_)
