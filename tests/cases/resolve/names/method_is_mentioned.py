# case: a method that is mentioned is not called
import pandas as pd

print(pd.DataFrame.groupby, pd.DataFrame)
f = pd.DataFrame.groupby
