# case: a tuple of any other length cannot be unpacked, so that nothing is left of it
import pandas as pd

a, b, c, d = pd.read_pair("a")
a.groupby("a")
d.str.replace("b", "c")
