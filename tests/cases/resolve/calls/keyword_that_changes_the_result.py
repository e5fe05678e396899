# case: a keyword that makes another object of the result is heeded
import pandas as pd

frame = pd.read_csv("a.csv")  # call: pandas.read_csv(_)
frame.groupby("a")  # call: pandas.DataFrame.groupby(_)
reader = pd.read_csv("a.csv", chunksize=3)  # call: pandas.read_csv(_, chunksize)
reader.groupby("a")
for chunk in reader:
    chunk.groupby("a")  # call: pandas.DataFrame.groupby(_)
