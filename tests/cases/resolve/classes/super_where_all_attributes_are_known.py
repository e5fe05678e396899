# case: a constructor is called through super, though no list of attributes names it; what is not listed is not there
import pandas as pd


class Frame(pd.DataFrame):
    def __init__(self, data):
        super().__init__(data)  # call: pandas.DataFrame(_)
        super().pct_change("a")

    def groupby(self, by):
        return super().groupby(by)  # call: pandas.DataFrame.groupby(_)
