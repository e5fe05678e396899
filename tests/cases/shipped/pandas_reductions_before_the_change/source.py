# case: the release before only warns, and columns of text are left out on both sides
import pandas as pd

frame = pd.DataFrame({"name": ["a", "b"], "size": [1.0, 2.0]})
means = frame.mean()
related = frame.corr()
smooth = frame.rolling(2).mean()
