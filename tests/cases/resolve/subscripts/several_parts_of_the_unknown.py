# case: parts between brackets lead nowhere where nobody knows the object
import pandas as pd

unknown[:, "a"].groupby(k)
unknown.loc[:, "a"].groupby(k)
pd[1:, ["a"]].groupby(k)
[1, 2][:, 0].groupby(k)
{"a": pd}["a", "b"].groupby(k)
(pd, pd)[0, 1].groupby(k)
