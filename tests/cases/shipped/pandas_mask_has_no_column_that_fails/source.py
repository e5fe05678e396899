# case: what isna and comparisons give is true or false in every column, so that none was ever left out
import pandas as pd

df = pd.read_csv("a.csv", na_filter=False, keep_default_na=False, na_values=[])
df.isnull().sum()
df[["a", "b"]].notna().mean(axis=1)
(df != 3).sum()
df.isin(["a"]).any(axis=1)
missing = df.isna()
missing.sum()
