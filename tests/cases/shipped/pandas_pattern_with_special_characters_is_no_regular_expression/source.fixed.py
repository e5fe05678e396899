# case: several characters with a special one among them were a regular expression; an unknown pattern may be one
import pandas as pd

df = pd.DataFrame({"a": ["1,0 $"]})
df["a"].str.replace("[$,]", "", regex=True)  # expect: regex certain
df["a"].str.replace(r"\s+", "", regex=True)  # expect: regex certain


def clean(pattern):
    return df["a"].str.replace(pattern, "")  # expect: regex possible
