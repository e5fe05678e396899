# case: an attribute of an object that its class does not have is what such attributes are, and hardly anything else
import pandas as pd

df = pd.DataFrame()  # call: pandas.DataFrame()
df.price.apply(f)  # call: pandas.Series.apply(_) likely
df.price.groupby(k)
df.shape.apply(f)
df.price.nothing.apply(f)
df["a"].price.apply(f)
