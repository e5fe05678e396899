# case: what is said, by name or by position, is not left out
import numpy as np

by_name = np.load("table.npy", allow_pickle=True)
by_position = np.load("table.npy", None, False)
