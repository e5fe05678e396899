# case: the release that sorted what an index shares with another is where it drifts
import pandas as pd

index = pd.Index(["b", "a", "c"])
shared = index.intersection(["c", "b"])  # expect: sort likely
