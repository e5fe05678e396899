# case: a parameter hides the name of the object around it
import pandas as pd


def make(d):
    return lambda d: d.groupby(k)


make(pd)(unknown)
sorted(unknown, key=lambda d: d.groupby(k))
max(unknown, key=lambda d: d.groupby(k))
