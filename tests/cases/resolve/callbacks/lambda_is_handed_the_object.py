# case: a lambda receives what the method that it is written for hands to it
import pandas as pd

df = pd.DataFrame()  # call: pandas.DataFrame()
df.assign(total=lambda d: d.groupby(k)).groupby(k)  # call: pandas.DataFrame.groupby(_); pandas.DataFrame.groupby(_)
df.apply(lambda column: column.apply(f), axis=0)  # call: pandas.Series.apply(_) likely
df.assign(total=lambda: d.groupby(k))
df.assign(lambda a, b: b.groupby(k))
df.head(lambda d: d.groupby(k))
unknown.assign(total=lambda d: d.groupby(k))
df.assign(*[lambda d: d.groupby(k)])
