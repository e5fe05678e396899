# case: `case pd.DataFrame():` tells what the subject is, and so does the name behind `as`
import pandas as pd


def apply(x):
    match x:
        case pd.DataFrame():
            x.groupby(k)  # call: pandas.DataFrame.groupby(_)
            x.apply(f)
        case pd.Series() as s:
            s.apply(f)  # call: pandas.Series.apply(_)
            x.apply(f)  # call: pandas.Series.apply(_)
        case [pd.Series(), other]:
            x.apply(f)
            other.apply(f)
        case Unknown() as u:
            u.apply(f)
            x.apply(f)
        case {"a": pd.Series() as inner}:
            inner.apply(f)
        case _:
            x.apply(f)
    x.apply(f)
