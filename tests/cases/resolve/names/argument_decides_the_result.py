# case: an argument may decide what a library gives: by its name, or by what it is
import pandas as pd

pd.read_table("a", chunksize=9).groupby("a")
pd.read_table("a", sep=["b"]).str.replace("b", "c")  # call: pandas.core.strings.StringMethods.replace(_, _)
pd.read_table("a", sep="b").groupby("a")  # call: pandas.DataFrame.groupby(_)
pd.read_table("a", sep=["b"]).groupby("a")


def read(**options):
    return pd.read_table("a", **options).groupby("a")  # call: pandas.DataFrame.groupby(_)
