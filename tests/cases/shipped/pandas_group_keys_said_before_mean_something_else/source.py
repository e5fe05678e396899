# case: group_keys=True, which was the old default, does the new thing from 2.0 on: nothing can be written that keeps the old
import pandas as pd

rows = pd.DataFrame({"k": ["a"], "v": [1]})
groups = rows.groupby("k")  # expect: group_keys possible
