# case: operators of objects that no library makes give nothing known
import pandas as pd


class Vector:
    def __neg__(self):
        return load(self)

    def __add__(self, other):
        return self

    def groupby(self, key):
        return self


(-Vector()).groupby(k)
abs(Vector()).groupby(k)
round(Vector()).groupby(k)
(Vector() + pd).groupby(k)
(~unknown).groupby(k)
