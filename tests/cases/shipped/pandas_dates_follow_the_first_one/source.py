# case: one format is read from the first date, and all others have to follow
import pandas as pd

days = pd.to_datetime(["2020-01-31", "01.02.2020"])  # expect: format certain
given = pd.to_datetime(["2020-01-31", "2020-02-01"], format="%Y-%m-%d")
