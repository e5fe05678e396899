# case: an object whose items may be others than its class says has them `likely`, and its methods as before
import pandas as pd

wide = pd.pivot_table(data)
wide.groupby(k)  # call: pandas.DataFrame.groupby(_)
wide["a"].apply(f)  # call: pandas.Series.apply(_) likely
wide.price.apply(f)  # call: pandas.Series.apply(_) likely
wide[["a"]].groupby(k)  # call: pandas.DataFrame.groupby(_)
wide.head()["a"].apply(f)  # call: pandas.Series.apply(_) likely
both = pd.read_csv(path) if quick else wide  # call: pandas.read_csv(_)
both.groupby(k)  # call: pandas.DataFrame.groupby(_)
both["a"].apply(f)  # call: pandas.Series.apply(_) likely
