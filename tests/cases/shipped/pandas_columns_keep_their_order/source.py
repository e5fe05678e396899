# case: columns that do not agree were sorted, where they are united
import pandas as pd

one = pd.DataFrame({"b": [1], "a": [2]})
two = pd.DataFrame({"c": [3], "a": [4]})
united = pd.concat([one, two])  # expect: sort certain
common = pd.concat([one, two], join="inner")
given = pd.concat([one, two], sort=True)
