# case: 0.24.0 sorted what an index shares with another, 0.24.1 keeps its order as 0.23 did
import pandas as pd

index = pd.Index(["b", "a", "c"])
shared = index.intersection(["c", "b"])
