# case: repeated dates of a file are read once, where any are read
import pandas as pd

rows = pd.read_csv("rows.csv")
days = pd.read_csv("rows.csv", parse_dates=["day"])  # expect: cache_dates certain
