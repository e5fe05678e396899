# case: with sheet_name there may be a frame for each sheet
import pandas as pd

sheets = pd.read_excel("a.xlsx", sheet_name=None, na_values=[])
sheets["a"].kurt()  # expect: numeric_only likely
