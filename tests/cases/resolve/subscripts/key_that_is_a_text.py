# case: a key that is put together with a text is hardly anything else; what is added otherwise may be anything
import pandas as pd

df = pd.DataFrame({})  # call: pandas.DataFrame(_)
df[f"{column}_low"].str.replace("b", "c")  # call: pandas.core.strings.StringMethods.replace(_, _)
df[f"{column}_low"].groupby("a")
df[column + "_low"].str.replace("b", "c")  # call: pandas.core.strings.StringMethods.replace(_, _) likely
df["low_" + column + suffix].groupby("a")
df[first + second].groupby("a")  # call: pandas.DataFrame.groupby(_)
for name in ["a", "b"]:
    df[name].str.replace("b", "c")  # call: pandas.core.strings.StringMethods.replace(_, _)
    df[name].groupby("a")
for name in ["a", ["b"]]:
    df[name].groupby("a")  # call: pandas.DataFrame.groupby(_)
