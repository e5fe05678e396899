# case: a format string is a text, whatever stands in it
import pandas as pd

frame = pd.read_table("a")
frame[f"{column}_low"].groupby("a")
frame[f"{column}" "_low"].groupby("a")
