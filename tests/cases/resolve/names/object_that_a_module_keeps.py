# case: an object that a module of a library keeps has the methods of its class
import pandas as pd
from pandas.example import sales

sales.groupby("a")  # call: pandas.DataFrame.groupby(_)
pd.example.sales.groupby("a")  # call: pandas.DataFrame.groupby(_)
pd.example.sales["b"].str.replace("c", "d")  # call: pandas.core.strings.StringMethods.replace(_, _)
