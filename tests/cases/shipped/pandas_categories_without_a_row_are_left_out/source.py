# case: categories that no row has are no groups any more
import pandas as pd

frame = pd.DataFrame([])
groups = frame.groupby("kind")  # expect: observed certain
given = frame.groupby("kind", observed=False)
table = pd.pivot_table(frame, index="kind", values="size")  # expect: observed certain
seen = pd.pivot_table(frame, index="kind", values="size", observed=True)
