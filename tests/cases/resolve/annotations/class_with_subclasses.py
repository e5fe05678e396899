# case: a method of a class whose objects are mostly of subclasses is likely at most, its constructor is not
import pandas as pd

df = pd.DataFrame()  # call: pandas.DataFrame()
df.columns.to_frame()  # call: pandas.Index.to_frame() likely
pd.Index([1]).to_frame()  # call: pandas.Index.to_frame() likely
df.columns.groupby(k)
df.to_frame()
