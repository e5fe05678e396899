# case: a security fix changed the default of a patch release; the class that reads archives did so with it
import numpy as np

table = np.load("table.npy")  # expect: allow_pickle certain
mapped = np.load("table.npy", mmap_mode="r")  # expect: allow_pickle certain
