# case: a method that gives what its function gives
import pandas as pd

df = pd.DataFrame()  # call: pandas.DataFrame()


def clean(d):
    return d.head()


def series(d):
    return d["a"]


df.pipe(lambda d: d["a"]).apply(f)  # call: pandas.Series.apply(_)
df.pipe(lambda d: d.head()).groupby(k)  # call: pandas.DataFrame.groupby(_)
df.pipe(lambda d: d["a"]).groupby(k)
df.pipe(series).groupby(k)
df.pipe(lambda d: len(d)).groupby(k)
df.pipe((clean, "d")).groupby(k)
df.pipe().groupby(k)
df.assign(lambda d: d["a"]).apply(f)
