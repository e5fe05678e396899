# case: what skipped columns of text reads them, unless numbers were asked for
import pandas as pd

frame = pd.DataFrame({"name": ["a", "b", "b"], "size": [1.0, 2.0, 4.0]})
means = frame.mean()  # expect: numeric_only certain
spread = frame.std(numeric_only=True)
related = frame.corr()  # expect: numeric_only certain
counted = frame.count()
