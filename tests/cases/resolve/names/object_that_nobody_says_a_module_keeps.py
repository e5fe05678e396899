# case: another name of that module is nothing known, nor is that name of a class
import pandas as pd
from pandas.example import costs

costs.groupby("a")
pd.example.costs.groupby("a")
pd.DataFrame.sales.groupby("a")
pd.DataFrame.T.groupby("a")
