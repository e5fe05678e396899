# case: check_less_precise is removed long after the tolerances took its place
import pandas as pd
from pandas.testing import assert_frame_equal, assert_series_equal

assert_frame_equal(pd.DataFrame({"size": [0.5]}), pd.DataFrame({"size": [0.5]}))
assert_series_equal(pd.read_pickle("expected.pkl"), pd.read_pickle("actual.pkl"))
