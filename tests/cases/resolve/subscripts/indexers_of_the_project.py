# case: objects of the project that are asked for items in the same ways are others
import pandas as pd


class Table:
    def __init__(self):
        self.loc = self

    def __getitem__(self, key):
        return load(key)

    def groupby(self, key):
        return self


table = Table()
table.loc[:, "a"].apply(f)
table.loc[1:].groupby(k)
table["a"].apply(f)
table.groupby(k)
pd.loc[:, "a"].apply(f)
