# case: a function with a name may be called by others as well
import pandas as pd

df = pd.DataFrame()  # call: pandas.DataFrame()


def total(d):
    return d.groupby(k)  # call: pandas.DataFrame.groupby(_) possible


def other(d):
    return d.groupby(k)


df.assign(total=total)
df.head(other)
df.pipe(unknown).groupby(k)
