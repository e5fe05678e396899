# case: a file read without chunks or several sheets is one frame, whose columns are looked at one by one
import pandas as pd

one = pd.read_excel("a.xlsx", na_values=[])
one["a"].kurt()
two = pd.read_excel("a.xlsx", sheet_name="b", na_values=[])
two["a"].kurt()
