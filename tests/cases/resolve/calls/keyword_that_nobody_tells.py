# case: a keyword that may make another object of the result is not taken for one that nobody tells
import pandas as pd

reader = pd.read_csv("a.csv", chunksize=3).get_chunk()  # call: pandas.read_csv(_, chunksize)
reader.groupby("a")
pd.read_table("a.csv", chunksize=3).read().groupby("a")
