# case: lines are counted as Python counts them
a = " "b = Hidden(3)  # defaultdrift: ignore[n_init]c = Told(3)
# defaultdrift: ignore[n_init]
d = Hidden(    3)
