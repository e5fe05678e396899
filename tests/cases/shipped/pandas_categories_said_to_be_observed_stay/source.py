# case: whether unobserved categories have a row is said
import pandas as pd

frame = pd.DataFrame({"kind": ["a", "b"], "size": [1, 2]})
sizes = frame.groupby("kind", observed=False)
