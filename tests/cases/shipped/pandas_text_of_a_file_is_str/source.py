# case: columns of text are no objects any more, unless the dtype is told
import pandas as pd

rows = pd.read_csv("rows.csv")  # expect: dtype certain
named = pd.read_csv("rows.csv", dtype={"name": "object"})
