# case: a security fix changed the default of a patch release; the class that reads archives did so with it
import numpy as np

table = np.load("table.npy", allow_pickle=True)  # expect: allow_pickle certain
mapped = np.load("table.npy", mmap_mode="r", allow_pickle=True)  # expect: allow_pickle certain
