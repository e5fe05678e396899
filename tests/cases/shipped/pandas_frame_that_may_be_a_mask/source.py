# case: where a name is a mask on one way only, and where arithmetic was done, columns may fail
import pandas as pd

df = pd.DataFrame({"a": [1], "b": ["x"]})
part = df.isna()
if df.empty:
    part = df
part.sum()  # expect: numeric_only certain
(df * 2).sum()  # expect: numeric_only certain
df.sum()  # expect: numeric_only certain
