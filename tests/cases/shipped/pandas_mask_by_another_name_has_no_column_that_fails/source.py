# case: the methods that compare give masks as well, and so does a name that is one on both ways
import pandas as pd

df = pd.DataFrame({"a": [1], "b": ["x"]})
df.eq("x").any()
df.ne("x").sum(axis=1)
if len(df) > 3:
    mask = df.isna()
else:
    mask = df.notna()[["a", "b"]].isna()
mask.sum()
