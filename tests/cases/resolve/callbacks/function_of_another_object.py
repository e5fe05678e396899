# case: a function that something unknown, or a method of the project, is given receives nothing known
import pandas as pd


class Frame:
    def assign(self, **columns):
        return self

    def pipe(self, function):
        return function(self)

    def groupby(self, key):
        return self


Frame().assign(total=lambda d: d.groupby(k))
Frame().pipe(lambda d: d.groupby(k)).groupby(k)
unknown.assign(total=lambda d: d.groupby(k))
assign(lambda d: d.groupby(k))
pd.unknown(lambda d: d.groupby(k))
