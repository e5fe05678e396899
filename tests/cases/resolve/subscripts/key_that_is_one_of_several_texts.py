# case: a key that is one of several texts is a text
import pandas as pd

frame = pd.read_table("a")
for name in ("a", "b"):
    frame[name].groupby("a")
key = "a" if frame is None else "b"
frame[key].groupby("a")
