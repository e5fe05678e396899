# case: the annotation of `*args` is that of each
import pandas as pd


def join(*frames: pd.DataFrame, **more: pd.DataFrame):
    frames[0].groupby(k)  # call: pandas.DataFrame.groupby(_) likely
    for frame in frames:
        frame.groupby(k)  # call: pandas.DataFrame.groupby(_) likely
    more.groupby(k)


def count(*frames: int, **more: "Unknown"):
    frames[0].groupby(k)
    more["a"].groupby(k)
