# case: a keyword says nothing of what something unknown gives
import pandas as pd

for chunk in pd.read_json("a.json", chunksize=3):
    chunk.groupby("a")
reader = open_table("a.csv", chunksize=3)
for chunk in reader:
    chunk.groupby("b")
