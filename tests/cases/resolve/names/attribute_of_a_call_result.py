# case: what a known function returns has its methods
import pandas as pd

pd.read_csv("a.csv").groupby("a")  # call: pandas.read_csv(_); pandas.DataFrame.groupby(_)
df = pd.read_csv("a.csv")  # call: pandas.read_csv(_)
df.groupby("a", sort=False)  # call: pandas.DataFrame.groupby("a", sort=False)
df.query("a > 1").groupby("a")
