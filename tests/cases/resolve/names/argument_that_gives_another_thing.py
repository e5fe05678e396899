# case: what an argument makes another thing has the methods of that thing alone
import pandas as pd

pd.read_table("a", sep=["b"]).groupby("a")
parts = pd.read_table("a", chunksize=9)
parts.groupby("a")
