# case: observed is announced by a sentinel, which groups as before
import pandas as pd

frame = pd.DataFrame({"kind": pd.Categorical(["a"], ["a", "b"]), "size": [1]})
groups = frame.groupby("kind")
table = pd.pivot_table(frame, index="kind", values="size")
