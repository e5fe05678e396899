# case: only one engine reads floats and broken bytes in another way
import pandas as pd

by_default = pd.read_csv("rows.csv", encoding='utf-8')  # expect: encoding certain, float_precision certain
by_python = pd.read_csv("rows.csv", engine="python")
